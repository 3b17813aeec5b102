"""The live sheet: what is on, what comes next, and taps that are recorded once."""

import datetime

from django.urls import reverse
from django.utils import timezone

from livestreams.sessions.lineups import change
from livestreams.sessions.models import Event, LineUpItem, Segment
from livestreams.sessions.phone.lineups.live import sheet_of
from livestreams.sessions.planning import cancel
from tests.livestreams.sessions.builders import Stage, hand, planned
from tests.livestreams.sessions.lines import entry


def address(event: Event) -> str:
    return reverse("my_sessions:live", args=[event.pk])


def tap(phone, event: Event, before: int, to: int, query: str = "", **fields):
    return phone.post(address(event) + query, {"from": before, "to": to, **fields})


def shown(page: str) -> str:
    """The only section that is not hidden."""
    sections = [part.partition(">")[0] for part in page.split("<section ")[1:] if "data-item" in part.partition(">")[0]]
    open_ones = [head for head in sections if not head.endswith(" hidden") and " hidden " not in head]
    assert len(open_ones) == 1
    return open_ones[0]


def test_shows_name_price_stock_and_points_of_what_is_on(phone, running: Event, items: list[LineUpItem]):
    page = phone.get(address(running)).text
    assert f'data-item="{items[0].pk}"' in shown(page)
    for words in ("大樱桃5斤", "¥59.90", "80", "<li>早上摘的</li>"):
        assert words in page


def test_says_minutes_left_of_the_product_and_of_the_whole(running: Event, items: list[LineUpItem]):
    told = sheet_of(running, running.starts_at + datetime.timedelta(minutes=10, seconds=1))
    assert (told["left"], told["left_of_all"]) == (10, 110)


def test_next_button_names_what_comes_next(phone, running: Event, items: list[LineUpItem]):
    page = phone.get(address(running)).text
    assert f'<button class="live-next" name="to" value="{items[1].pk}">' in page


def test_tap_is_recorded_and_leads_back(phone, running: Event, items: list[LineUpItem]):
    answer = tap(phone, running, items[0].pk, items[1].pk)
    assert (answer.status_code, answer["Location"]) == (302, address(running))
    assert Segment.objects.get().item == items[1]
    assert f'data-item="{items[1].pk}"' in shown(phone.get(address(running)).text)


def test_second_tap_of_the_same_button_records_nothing(phone, running: Event, items: list[LineUpItem]):
    for _tap in range(2):
        tap(phone, running, items[0].pk, items[1].pk)
    assert Segment.objects.count() == 1


def test_tap_that_waited_for_the_network_is_dated_back(phone, running: Event, items: list[LineUpItem]):
    tap(phone, running, items[0].pk, items[1].pk, age=120)
    waited = timezone.now() - Segment.objects.get().started_at
    assert datetime.timedelta(seconds=119) < waited < datetime.timedelta(seconds=180)


def test_scripts_get_only_what_changes(phone, running: Event, items: list[LineUpItem]):
    answer = tap(phone, running, items[0].pk, items[2].pk, "?part")
    assert answer.status_code == 200 and answer.text.lstrip().startswith('<div id="live"')


def test_end_is_shown_and_it_can_begin_again(phone, running: Event, items: list[LineUpItem]):
    tap(phone, running, items[2].pk, items[2].pk)
    tap(phone, running, items[2].pk, 0)
    page = phone.get(address(running)).text
    assert 'data-item="0"' in shown(page) and f'name="to" value="{items[0].pk}"' in page


def test_words_that_may_not_be_said_stand_in_red(phone, stage: Stage, running: Event, items: list[LineUpItem]):
    change(items[0], entry(stage, points="最甜"), hand(stage.centre.leader))
    page = phone.get(address(running)).text
    assert "is-bad" in shown(page) and "<b>最甜</b>" in page


def test_price_that_nobody_said_is_no_zero(phone, stage: Stage, running: Event, items: list[LineUpItem]):
    change(items[0], entry(stage, price_fen=None), hand(stage.centre.leader))
    page = phone.get(address(running)).text
    assert "¥0.00" not in page and '<p class="live-price">—' in page


def test_before_it_begins_the_first_one_waits(phone, stage: Stage):
    begin = timezone.now() + datetime.timedelta(hours=3)
    event = planned(stage, starts_at=begin, ends_at=begin + datetime.timedelta(hours=1))
    assert phone.get(address(event)).status_code == 200


def test_tap_far_from_its_time_is_told_and_not_recorded(phone, stage: Stage, running: Event, items: list[LineUpItem]):
    Event.objects.filter(pk=running.pk).update(
        starts_at=running.starts_at - datetime.timedelta(2), ends_at=running.ends_at - datetime.timedelta(2)
    )
    answer = tap(phone, running, 0, items[0].pk)
    assert answer.status_code == 409 and 'role="alert"' in answer.text
    assert not Segment.objects.exists()


def test_cancelled_one_records_nothing(phone, stage: Stage, running: Event, items: list[LineUpItem]):
    Event.objects.filter(pk=running.pk).update(starts_at=timezone.now() + datetime.timedelta(minutes=20))
    running.refresh_from_db()
    cancel(running, hand(stage.centre.leader))
    assert tap(phone, running, 0, items[0].pk).status_code == 409


def test_empty_line_up_leads_to_the_line_up(phone, running: Event):
    assert reverse("my_sessions:line_up", args=[running.pk]) in phone.get(address(running)).text


def test_works_without_scripts_by_looking_again(phone, running: Event, items: list[LineUpItem]):
    assert '<noscript><meta http-equiv="refresh"' in phone.get(address(running)).text


def test_team_without_a_part_in_it_can_neither_look_nor_tap(phone_of, stage: Stage, running: Event, items):
    rival = phone_of(stage.centre.rival)
    assert rival.get(address(running)).status_code == tap(rival, running, 0, items[0].pk).status_code == 404
    assert not Segment.objects.exists()


def test_eleven_queries_however_many_products(phone, running: Event, items, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        phone.get(address(running))
