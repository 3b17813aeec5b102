"""The compliance sheet on the phone and at the desk: the same facts, for those whose they are."""

import re

import pytest
from django.urls import reverse

from livestreams.sessions.lineups import change
from livestreams.sessions.models import Event, EventCheck, LineUpItem
from tests import people
from tests.livestreams.sessions.builders import Stage, hand
from tests.livestreams.sessions.lines import entry
from zhunong.places.models import Township

PHONE, DESK = "my_sessions:sheet", "live_sessions:sheet"


@pytest.mark.parametrize("name", [PHONE, DESK])
def test_says_who_hosts_what_is_shown_and_until_when_it_is_kept(
    phone, phone_of, stage: Stage, running: Event, items: list[LineUpItem], name: str
):
    client = phone if name == PHONE else phone_of(stage.centre.staff)
    page = client.get(reverse(name, args=[running.pk])).text
    for words in (str(stage.centre.leader), "红香酥梨5斤", "¥59.90", f"{running.ends_at.year + 3}-"):
        assert words in page


def test_who_ticked_stands_beside_what_was_ticked(phone, stage: Stage, running: Event):
    EventCheck.objects.create(event=running, item=EventCheck.Item.PRICES, by=stage.centre.leader, note="已标价")
    page = phone.get(reverse(PHONE, args=[running.pk])).text
    assert page.count('class="is-done"') == 1 and "已标价" in page


def test_forbidden_words_are_marked(phone, stage: Stage, running: Event, items: list[LineUpItem]):
    change(items[0], entry(stage, points="最甜"), hand(stage.centre.leader))
    page = phone.get(reverse(PHONE, args=[running.pk])).text
    assert re.search(r'class="sheet-bad">[^<]*最甜', page)


def test_record_of_changes_is_on_it(phone, stage: Stage, running: Event, items: list[LineUpItem]):
    page = phone.get(reverse(PHONE, args=[running.pk])).text
    assert page.count("+ 大樱桃5斤") == 1


def test_empty_event_has_a_sheet_without_a_figure_that_nobody_gave(phone, running: Event):
    page = phone.get(reverse(PHONE, args=[running.pk])).text
    assert "¥0.00" not in page and "None" not in page


def test_others_do_not_see_it(phone_of, stage: Stage, running: Event):
    beside = Township.objects.create(slug="biechu", name="别处镇", county="别县")
    rival, clerk = phone_of(stage.centre.rival), phone_of(people.staff_of(beside, "biechu-staff"))
    assert rival.get(reverse(PHONE, args=[running.pk])).status_code == 404
    assert clerk.get(reverse(DESK, args=[running.pk])).status_code == 404


def test_queries_of_the_page(phone, running: Event, items, django_assert_max_num_queries):
    with django_assert_max_num_queries(19):
        phone.get(reverse(PHONE, args=[running.pk]))
