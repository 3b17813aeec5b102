"""The office books for a team."""

import datetime
import uuid

from django.test import Client
from django.urls import reverse

from livestreams.rooms.models import Occupancy, OpeningHours
from tests.livestreams.rooms.builders import Centre
from tests.livestreams.rooms.builders import centre as build
from tests.livestreams.rooms.staff.desk import at, booked, desk_of, there

BOOK = reverse("rooms:book")


def sent(client: Client, centre: Centre, hour: float = 19, **fields: object):
    form = there(centre.right, hour, 75) | {
        "team": centre.theirs.pk,
        "purpose": "live",
        "weeks": 1,
        "key": uuid.uuid4(),
    }
    return client.post(BOOK, form | fields)


def test_office_books_outside_hours_and_lengths(centre: Centre):
    OpeningHours.objects.all().delete()
    sent(desk_of(centre.manager), centre)
    row = Occupancy.objects.get()
    assert (row.team, row.kind, row.starts_at, row.minutes) == (centre.theirs, "booking", at(19), 75)


def test_form_sent_twice_books_once(centre: Centre):
    client, key = desk_of(centre.manager), uuid.uuid4()
    answers = [sent(client, centre, key=key, weeks=3) for _time in range(2)]
    assert Occupancy.objects.count() == 3
    assert answers[0]["Location"] == answers[1]["Location"]


def test_week_that_does_not_work_is_told_and_kept(centre: Centre):
    booked(centre, 19, team=centre.third, days=9)
    page = desk_of(centre.manager)
    answer = page.get(sent(page, centre, weeks=3)["Location"])
    skipped = Occupancy.objects.get(ended="skipped")
    assert skipped.starts_at == at(19) + datetime.timedelta(7)
    assert skipped.note in answer.content.decode()


def test_taken_time_is_refused_with_free_places_in_the_same_form(centre: Centre):
    booked(centre, 19, team=centre.third)
    client = desk_of(centre.manager)
    refused = sent(client, centre)
    assert refused.context["problem"] and Occupancy.objects.count() == 1
    place = refused.context["alternatives"][0]
    sent(client, centre, to=place.key)
    assert Occupancy.objects.get(team=centre.theirs).starts_at == place.starts_at


def test_team_and_room_are_of_one_township(centre: Centre):
    other = build("elsewhere")
    sent(desk_of(centre.manager), centre, team=other.theirs.pk)
    sent(desk_of(centre.manager), centre, room=other.right.pk)
    assert Occupancy.objects.count() == 0


def test_time_clicked_in_the_week_is_filled_in(centre: Centre):
    given = {"room": centre.left.pk, "day": "2026-12-24", "time": "14:30"}
    page = desk_of(centre.manager).get(BOOK, given).content.decode()
    assert 'value="2026-12-24"' in page and 'value="14:30"' in page
