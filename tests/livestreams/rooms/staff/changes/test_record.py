"""The record of changes: every one in plain words, found by part of a word, taken away as a workbook."""

import io
from collections.abc import Callable

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from livestreams.rooms.changing import Hand, cancel, change
from livestreams.rooms.models import Change
from livestreams.rooms.telling import SENTENCES, told
from tests.livestreams.rooms.builders import Centre
from tests.livestreams.rooms.builders import centre as build
from tests.livestreams.rooms.staff.desk import at, booked, desk_of

CHANGES = reverse("rooms:changes")


def listed(centre: Centre, **asked: object) -> list[Change]:
    return [change for change, _sentence in desk_of(centre.manager).get(CHANGES, asked).context["changes"]]


def acts(centre: Centre, **asked: object) -> list[str]:
    return [change.act for change in listed(centre, **asked)]


@pytest.fixture
def story(centre: Centre) -> Centre:
    """Booked, moved with a reason, cancelled; and a booking of another team."""
    row = booked(centre)
    change(row, centre.left, at(14), at(15), Hand(centre.manager, True, "设备检修"))
    cancel(row, Hand(centre.manager, True, "停电"))
    booked(centre, 9, team=centre.third)
    return centre


def test_every_act_has_a_sentence():
    assert set(SENTENCES) == set(Change.Act)


def test_move_tells_who_from_where_to_where_and_why(story: Centre):
    sentence = told(Change.objects.get(act="moved"))
    assert all(word in sentence for word in (str(story.manager), "右直播间", "19:00", "左直播间", "14:00", "设备检修"))


def test_newest_stands_first(story: Centre):
    assert acts(story) == ["booked", "cancelled", "moved", "booked"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "检修"}, ["moved"]), ({"q": "右直 19:00"}, ["moved", "booked"]), ({"q": "没有这个"}, []),
        ({"act": "cancelled"}, ["cancelled"]), ({"day_to": "2020-01-01"}, []),
        ({"day_from": "2020-01-01"}, ["booked", "cancelled", "moved", "booked"]),
    ],
)  # fmt: skip
def test_record_is_narrowed_down(story: Centre, asked: dict, found: list[str]):
    assert acts(story, **asked) == found


def test_record_of_a_room_and_of_a_team(story: Centre):
    assert acts(story, room=story.left.pk) == ["cancelled", "moved", "booked"]
    assert acts(story, team=story.third.pk) == ["booked"]


@pytest.mark.parametrize("asked", [{"day_from": "yesterday"}, {"day_to": "9999-12-31"}, {"room": "x"}, {"act": "x"}])
def test_odd_question_is_told_as_a_mistake(story: Centre, asked: dict):
    answer = desk_of(story.manager).get(CHANGES, asked)
    assert (answer.status_code, bool(answer.context["form"].errors)) == (200, True)


def test_workbook_holds_what_is_asked_for(story: Centre):
    answer = desk_of(story.manager).get(CHANGES, {"format": "xlsx", "act": "moved"})
    rows = list(load_workbook(io.BytesIO(answer.content)).active.values)
    assert rows[1][-1] == told(Change.objects.get(act="moved"))
    assert len(rows) == 2


def test_changes_of_another_township_stay_there(story: Centre):
    assert listed(build("elsewhere")) == []


@pytest.mark.parametrize("number", [1, 60])
def test_record_takes_few_queries_however_long_it_is(
    centre: Centre, number: int, django_assert_max_num_queries: Callable
):
    row = booked(centre)
    made = [Change(occupancy=row, team=row.team, act="moved", by=centre.rival) for _each in range(number)]
    Change.objects.bulk_create(made)
    client = desk_of(centre.manager)
    with django_assert_max_num_queries(11):
        client.get(CHANGES)
