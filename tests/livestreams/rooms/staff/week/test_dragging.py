"""Dragging in the week is the same act as any other move: the same guarantees, and a reason."""

from django.test import Client
from django.urls import reverse

from livestreams.rooms.models import Change, Occupancy
from tests import people
from tests.livestreams.rooms.builders import Centre
from tests.livestreams.rooms.builders import centre as build
from tests.livestreams.rooms.staff.desk import at, booked, desk_of, fresh, there


def dragged(client: Client, row: Occupancy, **form: object):
    return client.post(reverse("rooms:move", args=[row.pk]), form)


def test_dragged_booking_stands_elsewhere_and_its_team_is_told_why(centre: Centre):
    row = booked(centre)
    answer = dragged(desk_of(centre.manager), row, **there(centre.left, 14, 90))
    moved = fresh(row)
    assert (answer.status_code, moved.room, moved.starts_at, moved.ends_at) == (200, centre.left, at(14), at(15.5))
    assert (moved.is_untold, moved.changes.first().reason) == (True, "检修")


def test_drag_onto_a_taken_time_changes_nothing_and_names_free_times(centre: Centre):
    booked(centre, 14, team=centre.third)
    row = booked(centre)
    answer = dragged(desk_of(centre.manager), row, **there(centre.right, 14))
    assert (answer.status_code, fresh(row).starts_at) == (409, at(19))
    assert answer.json()["places"] and Change.objects.filter(act="moved").count() == 0


def test_place_named_by_a_refusal_is_taken_by_one_click(centre: Centre):
    booked(centre, 14, team=centre.third)
    row, client = booked(centre), desk_of(centre.manager)
    refused = dragged(client, row, **there(centre.right, 14)).json()
    place = refused["places"][0]["to"]
    assert dragged(client, row, **there(centre.right, 14, to=place)).status_code == 200
    assert f"{fresh(row).room_id}|" == place[: place.index("|") + 1]


def test_drag_without_a_reason_is_told(centre: Centre):
    row = booked(centre)
    answer = dragged(desk_of(centre.manager), row, **there(centre.right, 14, reason=" "))
    assert (answer.status_code, bool(answer.json()["sentence"]), fresh(row).starts_at) == (400, True, at(19))


def test_nobody_drags_into_the_past(centre: Centre):
    row = booked(centre)
    form = there(centre.right, 14) | {"day": "2026-01-01"}
    assert dragged(desk_of(centre.manager), row, **form).status_code == 400


def test_nobody_drags_into_a_room_of_another_township(centre: Centre):
    row = booked(centre)
    assert dragged(desk_of(centre.manager), row, **there(build("elsewhere").right, 14)).status_code == 400


def test_readers_and_others_drag_nothing(centre: Centre):
    row = booked(centre)
    who = people.reader_of(centre.township, "reader"), build("elsewhere").manager
    answers = [dragged(desk_of(each), row, **there(centre.right, 14)).status_code for each in who]
    assert (answers[0] in (302, 403), answers[1], fresh(row).starts_at) == (True, 404, at(19))
