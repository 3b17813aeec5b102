"""Planned, pressed and the platform's own time: which one counts, and what a change of it needs."""

import datetime

import pytest

from livestreams.rooms.refusals import Refused
from livestreams.sessions import planning
from livestreams.sessions.counting import Source, Window, counting, source_of
from livestreams.sessions.models import EventChange, Segment, Session
from livestreams.sessions.pressing import press
from livestreams.sessions.windows import set_times
from tests.livestreams.sessions.builders import Stage, at, hand, planned, wanted
from tests.livestreams.sessions.lines import put_three

pytestmark = pytest.mark.usefixtures("english")
PLATFORM, PRESSED, PLANNED = Source.PLATFORM, Source.PRESSED, Source.PLANNED
LATER = at(23)


def session_of(stage: Stage, **said: object) -> Session:
    return planned(stage, **said).sessions.get(account=stage.douyin)


def of_a_table(stage: Stage) -> Session:
    """One that nobody planned here."""
    made = Session.objects.create(
        slug="by-table", title="早场", township=stage.centre.township, account=stage.douyin, started_at=at(6),
        ended_at=at(7),
    )  # fmt: skip
    made.set_shares({stage.ours: 100})
    return made


def enter(stage: Stage, row: Session, source: Source, start: float | None, end: float | None, reason: str = "") -> None:
    times = [None if hour is None else at(hour) for hour in (start, end)]
    set_times(row, source, *times, hand(stage.centre.leader, reason=reason, now=LATER))
    row.refresh_from_db()


def pressed(stage: Stage, row: Session, which: str, hour: float) -> None:
    press([row], which, hand(stage.centre.leader, now=at(hour)))
    row.refresh_from_db()


def window(row: Session) -> tuple[datetime.datetime, datetime.datetime]:
    return row.started_at, row.ended_at


def test_the_plan_counts_until_somebody_presses(stage: Stage) -> None:
    row = session_of(stage)
    assert (window(row), source_of(row)) == ((at(20), at(22)), PLANNED)


def test_what_was_pressed_counts_before_the_plan(stage: Stage) -> None:
    row = session_of(stage)
    pressed(stage, row, "start", 20.25)
    assert (window(row), source_of(row), source_of(row, "end")) == ((at(20.25), at(22)), PRESSED, PLANNED)
    pressed(stage, row, "end", 22.5)
    assert (window(row), source_of(row, "end")) == ((at(20.25), at(22.5)), PRESSED)


def test_the_platform_wins_over_what_was_pressed(stage: Stage) -> None:
    row = session_of(stage)
    pressed(stage, row, "start", 20.25)
    enter(stage, row, PLATFORM, 20.1, 22.2)
    assert (window(row), source_of(row)) == ((at(20.1), at(22.2)), PLATFORM)
    assert row.pressed_start == at(20.25)


def test_the_platform_wins_over_what_is_pressed_afterwards(stage: Stage) -> None:
    row = session_of(stage)
    enter(stage, row, PLATFORM, 20.1, 22.2)
    pressed(stage, row, "end", 22.5)
    assert window(row) == (at(20.1), at(22.2))


def test_without_what_the_platform_said_the_next_best_counts_again(stage: Stage) -> None:
    row = session_of(stage)
    pressed(stage, row, "start", 20.25)
    enter(stage, row, PLATFORM, 20.1, 22.2)
    enter(stage, row, PLATFORM, None, None)
    assert window(row) == (at(20.25), at(22))
    enter(stage, row, PRESSED, None, None)
    assert window(row) == (at(20), at(22))


def test_a_late_start_keeps_the_planned_length(stage: Stage) -> None:
    row = session_of(stage)
    pressed(stage, row, "start", 22.5)
    assert (window(row), source_of(row, "end")) == ((at(22.5), at(24.5)), None)


def test_a_session_of_a_table_falls_back_to_what_the_table_said(stage: Stage) -> None:
    row = of_a_table(stage)
    assert source_of(row) is None
    enter(stage, row, PLATFORM, 6.5, 7.5)
    assert (window(row), source_of(row)) == ((at(6.5), at(7.5)), PLATFORM)
    enter(stage, row, PLATFORM, None, None)
    assert window(row) == (at(6), at(7))


def test_what_a_table_set_since_holds_until_a_time_is_entered_anew(stage: Stage) -> None:
    event = planned(stage)
    row = event.sessions.get()
    enter(stage, row, PLATFORM, 20.1, 22.2)
    Session.objects.filter(pk=row.pk).update(started_at=at(19), ended_at=at(21))
    planning.change_plan(event, wanted(stage, title="晚樱桃"), hand(stage.centre.leader))
    row.refresh_from_db()
    assert (row.title, window(row), source_of(row)) == ("晚樱桃", (at(19), at(21)), None)
    enter(stage, row, PLATFORM, 20.1, 22.3)
    assert (window(row), source_of(row)) == ((at(20.1), at(22.3)), PLATFORM)


def test_all_sessions_of_an_event_are_pressed_at_once(stage: Stage) -> None:
    event = planned(stage, accounts=[stage.douyin, stage.wechat])
    press(list(event.sessions.all()), "start", hand(stage.centre.leader, now=at(20.1)))
    assert set(event.sessions.values_list("started_at", flat=True)) == {at(20.1)}


def test_a_start_tapped_twice_stays_the_first(stage: Stage) -> None:
    row = session_of(stage)
    pressed(stage, row, "start", 20.1)
    pressed(stage, row, "start", 20.2)
    assert row.pressed_start == at(20.1)
    assert row.changes.filter(act=EventChange.Act.PRESSED).count() == 1


def test_of_two_ends_the_later_one_counts(stage: Stage) -> None:
    row = session_of(stage)
    pressed(stage, row, "end", 21)
    pressed(stage, row, "end", 22.5)
    assert row.ended_at == at(22.5)


def test_what_was_being_talked_about_ends_with_the_last_account(stage: Stage) -> None:
    event = planned(stage, accounts=[stage.douyin, stage.wechat])
    segment = Segment.objects.create(event=event, item=put_three(stage, event)[0], started_at=at(20.5))
    for number, row in enumerate(event.sessions.order_by("pk"), start=1):
        pressed(stage, row, "end", 21 + number / 10)
        segment.refresh_from_db()
        assert (segment.ended_at is not None) == (number == 2)
    assert segment.ended_at == at(21.2)


@pytest.mark.parametrize(
    ("which", "hour", "sentence"),
    [
        ("end", 19.5, "not begun"),
        ("start", 9, "down for"),
        ("start", 32, "down for"),
        ("end", 32, "down for"),
    ],
)
def test_a_tap_at_another_time_is_refused(stage: Stage, which: str, hour: float, sentence: str) -> None:
    row = session_of(stage)
    with pytest.raises(Refused, match=sentence):
        pressed(stage, row, which, hour)
    row.refresh_from_db()
    assert (row.pressed_start, row.pressed_end) == (None, None)


@pytest.mark.parametrize(
    ("start", "end", "sentence"),
    [
        (20, 20, "after the start"),
        (20, None, "both"),
        (20, 24, "still to come"),
        (-20, 22, "36 hours"),
    ],
)
def test_times_that_cannot_be_are_refused_in_one_sentence(
    stage: Stage, start: float, end: float | None, sentence: str
) -> None:
    row = session_of(stage)
    with pytest.raises(Refused, match=sentence):
        enter(stage, row, PLATFORM, start, end)
    row.refresh_from_db()
    assert row.platform_start is None


def test_a_time_in_which_the_account_has_another_session_is_refused(stage: Stage) -> None:
    row = session_of(stage)
    of_a_table(stage)
    with pytest.raises(Refused, match="早场.*06:00–07:00"):
        enter(stage, row, PLATFORM, 6.5, 9)


def test_another_session_may_begin_the_moment_it_ends(stage: Stage) -> None:
    row = session_of(stage)
    of_a_table(stage)
    enter(stage, row, PLATFORM, 7, 9)
    assert window(row) == (at(7), at(9))


def test_each_change_is_written_into_the_history_with_who_and_why(stage: Stage) -> None:
    row = session_of(stage)
    enter(stage, row, PLATFORM, 20.1, 22.2, reason="后台的时间")
    change = row.changes.get(act=EventChange.Act.WINDOW)
    assert (change.before, change.after) == ("06-01 20:00–22:00", "06-01 20:06–22:12")
    assert (change.reason, change.by) == ("后台的时间", stage.centre.leader)


def test_a_window_is_told_to_the_second_where_it_has_seconds() -> None:
    assert str(Window(at(20), at(22.001))) == "06-01 20:00:00–22:00:03"
    assert str(Window(at(20), at(24.5))) == "06-01 20:00–06-02 00:30"


def test_counting_says_what_a_session_without_any_source_has(stage: Stage) -> None:
    assert counting(of_a_table(stage)) == (at(6), at(7))
