"""What is on air: by taps where somebody taps, by the minutes planned where nobody does."""

import datetime

import pytest

from livestreams.rooms.refusals import Refused
from livestreams.sessions.models import Event, LineUpItem, Segment
from livestreams.sessions.planning import cancel
from livestreams.sessions.pressing import press
from livestreams.sessions.segments import close_open, following, place_at, planned_minutes, tap
from tests.livestreams.sessions.builders import Stage, at, hand, planned
from tests.livestreams.sessions.lines import put, put_three

MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture
def event(stage: Stage) -> Event:
    """Of two hours, at eight in the evening."""
    return planned(stage)


@pytest.fixture
def items(stage: Stage, event: Event) -> list[LineUpItem]:
    return put_three(stage, event, minutes=20)


def on_air(event: Event, items: list[LineUpItem], hour: float) -> LineUpItem | None:
    return place_at(event, items, at(hour)).item


def test_before_it_begins_nothing_is_on(event: Event, items: list[LineUpItem]):
    place = place_at(event, items, at(19.5))
    assert (place.item, place.since) == (None, at(20))


@pytest.mark.parametrize(("hour", "number"), [(20, 0), (20.25, 0), (20 + 1 / 3, 1), (20.9, 2), (21.9, 2)])
def test_without_taps_the_plan_is_followed(event: Event, items: list[LineUpItem], hour: float, number: int):
    assert on_air(event, items, hour) == items[number]


@pytest.mark.parametrize("is_tapped", [False, True])
def test_long_after_the_plan_nothing_is_on(event: Event, items: list[LineUpItem], is_tapped: bool):
    if is_tapped:
        tap(event, 0, items[0].pk, at(21))
    assert on_air(event, items, 22.9) is not None
    assert on_air(event, items, 23) is None


def test_plan_is_followed_from_where_it_really_began(stage: Stage, event: Event, items: list[LineUpItem]):
    press(list(event.sessions.all()), "start", hand(stage.centre.leader, now=at(20.5)))
    assert on_air(event, items, 20.6) == items[0]


def test_products_without_minutes_share_what_is_left(stage: Stage, event: Event):
    items = [put(stage, event, 0, minutes=60), put(stage, event, 1), put(stage, event, 2)]
    assert planned_minutes(event, items) == [60, 30, 30]


def test_crowded_plan_gives_everything_a_minute(stage: Stage, event: Event):
    items = [put(stage, event, 0, minutes=120), put(stage, event, 1)]
    assert planned_minutes(event, items) == [120, 1]


def test_tap_is_recorded_and_counts_from_then_on(event: Event, items: list[LineUpItem]):
    assert tap(event, items[0].pk, items[2].pk, at(20.1))
    place = place_at(event, items, at(20.2))
    assert (place.item, place.since, place.until) == (items[2], at(20.1), at(20.1) + 20 * MINUTE)


def test_next_tap_closes_what_was_on(event: Event, items: list[LineUpItem]):
    tap(event, 0, items[0].pk, at(20))
    tap(event, items[0].pk, items[1].pk, at(20.25))
    assert list(Segment.objects.values_list("item", "started_at", "ended_at")) == [
        (items[0].pk, at(20), at(20.25)),
        (items[1].pk, at(20.25), None),
    ]


def test_same_tap_twice_is_recorded_once(event: Event, items: list[LineUpItem]):
    answers = [tap(event, 0, items[0].pk, at(20 + number / 100)) for number in range(2)]
    assert (answers, Segment.objects.count()) == ([True, False], 1)


def test_tap_that_was_overtaken_records_nothing(event: Event, items: list[LineUpItem]):
    tap(event, 0, items[0].pk, at(20))
    tap(event, items[0].pk, items[1].pk, at(20.1))
    tap(event, items[1].pk, items[2].pk, at(20.2))
    assert not tap(event, items[0].pk, items[1].pk, at(20.3))
    assert on_air(event, items, 20.3) == items[2]


def test_two_who_tap_at_once_go_one_further_not_two(event: Event, items: list[LineUpItem]):
    tap(event, 0, items[0].pk, at(20))
    assert [tap(event, items[0].pk, items[1].pk, at(20.1)) for _who in range(2)] == [True, False]


def test_it_can_go_back(event: Event, items: list[LineUpItem]):
    tap(event, 0, items[1].pk, at(20))
    tap(event, items[1].pk, items[0].pk, at(20.1))
    assert on_air(event, items, 20.2) == items[0]


def test_tap_that_waited_for_the_network_is_dated_when_it_was_made(event: Event, items: list[LineUpItem]):
    tap(event, 0, items[0].pk, at(20))
    tap(event, items[0].pk, items[1].pk, at(20.5), delay=5 * MINUTE)
    assert Segment.objects.get(ended_at=None).started_at == at(20.5) - 5 * MINUTE


def test_late_tap_is_never_dated_before_what_is_recorded(event: Event, items: list[LineUpItem]):
    tap(event, 0, items[0].pk, at(20.4))
    tap(event, items[0].pk, items[1].pk, at(20.5), delay=25 * MINUTE)
    assert Segment.objects.get(ended_at=None).started_at == at(20.4)


def test_end_closes_what_is_on(event: Event, items: list[LineUpItem]):
    tap(event, 0, items[0].pk, at(20))
    tap(event, items[0].pk, 0, at(21))
    assert not Segment.objects.filter(ended_at=None).exists()
    assert on_air(event, items, 21.1) is None


def test_after_the_end_it_can_begin_again(event: Event, items: list[LineUpItem]):
    tap(event, 0, items[0].pk, at(20))
    tap(event, items[0].pk, 0, at(21))
    assert tap(event, 0, items[1].pk, at(21.1))


def test_closing_ends_what_is_open_at_that_moment(event: Event, items: list[LineUpItem]):
    tap(event, 0, items[0].pk, at(20))
    close_open(event, at(22))
    assert Segment.objects.get().ended_at == at(22)


@pytest.mark.parametrize(("hour", "day"), [(18.9, 0), (4.1, 1)])
def test_nothing_is_recorded_far_from_its_time(event: Event, items: list[LineUpItem], hour: float, day: int):
    with pytest.raises(Refused):
        tap(event, 0, items[0].pk, at(hour, day))
    assert not Segment.objects.exists()


def test_nothing_is_recorded_of_what_was_cancelled(stage: Stage, event: Event, items: list[LineUpItem]):
    cancel(event, hand(stage.centre.leader))
    with pytest.raises(Refused):
        tap(event, 0, items[0].pk, at(20))


def test_item_of_another_event_is_refused_and_nothing_closed(stage: Stage, event: Event, items: list[LineUpItem]):
    strange = put(stage, planned(stage, starts_at=at(20, 1), ends_at=at(22, 1)))
    tap(event, 0, items[0].pk, at(20))
    with pytest.raises(Refused):
        tap(event, items[0].pk, strange.pk, at(20.1))
    assert Segment.objects.get().ended_at is None


def test_after_the_last_comes_nothing(items: list[LineUpItem]):
    assert [following(items, item) for item in (None, *items)] == [*items, None]
