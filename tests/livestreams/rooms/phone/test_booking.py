"""A booking's own page: what its team can do with it, and what it is told."""

import datetime
import uuid

from django.urls import reverse
from django.utils import timezone

from livestreams.rooms.changing import Hand, cancel
from livestreams.rooms.models import Engagement, Occupancy
from livestreams.rooms.phone.days import slot_of
from tests import people
from tests.livestreams.rooms.builders import Centre


def post(client, name, row, **fields):
    return client.post(reverse(f"my_rooms:{name}", args=[row.pk]), fields)


def page_of(client, row):
    return client.get(reverse("my_rooms:booking", args=[row.pk]))


def test_page_says_when_where_and_what_stands_there(centre: Centre, phone, booked):
    page = page_of(phone, booked()).text
    assert "20:00–21:00" in page
    assert "补光灯 × 3" in page


def test_it_is_shortened_and_its_time_is_free(centre: Centre, phone, booked):
    row = booked()
    post(phone, "length", row, minutes=30)
    assert Occupancy.objects.get().minutes == 30


def test_it_is_not_extended_into_the_next_one(centre: Centre, phone, booked):
    row = booked()
    booked(team=centre.third, shift=1.5)
    answer = post(phone, "length", row, minutes=120)
    assert answer.status_code == 409
    row.refresh_from_db()
    assert row.minutes == 60


def test_it_is_moved_to_a_free_time(centre: Centre, phone, booked, evening):
    row = booked()
    start = evening - datetime.timedelta(hours=2)
    assert (
        slot_of(centre.right, start)
        in phone.get(reverse("my_rooms:move", args=[row.pk]), {"day": f"{evening:%Y-%m-%d}"}).text
    )
    post(phone, "move", row, slot=slot_of(centre.right, start), minutes=60)
    row.refresh_from_db()
    assert row.starts_at == start


def test_move_to_a_taken_time_leaves_it_as_it_was(centre: Centre, phone, booked, evening):
    row = booked()
    other = booked(team=centre.third, shift=-3)
    assert post(phone, "move", row, slot=slot_of(centre.right, other.starts_at), minutes=60).status_code == 409
    row.refresh_from_db()
    assert row.starts_at == evening


def test_it_can_be_moved_to_a_time_it_overlaps_itself(centre: Centre, phone, booked, evening):
    row = booked()
    start = evening + datetime.timedelta(minutes=30)
    post(phone, "move", row, slot=slot_of(centre.right, start), minutes=60)
    row.refresh_from_db()
    assert row.starts_at == start


def test_it_is_given_to_another_team_and_leaves_our_list(centre: Centre, phone, booked):
    row = booked()
    answer = post(phone, "give", row, team=centre.third.pk)
    row.refresh_from_db()
    assert (row.team, answer.url) == (centre.third, reverse("my_rooms:bookings"))
    assert page_of(phone, row).status_code == 404


def test_it_is_not_given_to_a_team_of_another_township(centre: Centre, phone, booked):
    other = people.another_township().teams.create(slug="elsewhere", name="别处队")
    row = booked()
    assert post(phone, "give", row, team=other.pk).status_code == 409


def test_it_is_cancelled_once_however_often_it_is_asked(centre: Centre, phone, booked):
    row = booked()
    post(phone, "cancel", row)
    post(phone, "cancel", row)
    assert row.changes.filter(act="cancelled").count() == 1


def test_it_repeats_weekly_and_days_that_do_not_work_are_shown(centre: Centre, phone, booked):
    booked(team=centre.third, shift=7 * 24)
    row = booked()
    page = phone.post(reverse("my_rooms:weekly", args=[row.pk]), {"weeks": 3, "key": uuid.uuid4()}, follow=True).text
    skipped = Occupancy.objects.get(ended=Occupancy.Ended.SKIPPED)
    assert skipped.note in page
    assert row.series_id is None and Occupancy.objects.filter(series__isnull=False, ended="").count() == 2


def test_people_who_come_are_chosen_from_the_team(centre: Centre, phone, booked):
    row = booked()
    post(phone, "people", row, people=[centre.rival.pk])
    assert Engagement.objects.get().person == centre.rival
    post(phone, "people", row, people=[centre.member.pk])
    assert Engagement.objects.get().person == centre.rival, "not of this team"


def test_one_tap_says_that_the_team_is_there(centre: Centre, phone, booked):
    row = booked()
    assert post(phone, "present", row).status_code == 409, "too early"
    now = timezone.now()
    Occupancy.objects.filter(pk=row.pk).update(starts_at=now, ends_at=now + datetime.timedelta(hours=1))
    post(phone, "present", row)
    assert Occupancy.objects.get().present_at


def test_other_teams_booking_is_not_found(centre: Centre, phone_of, booked):
    row = booked()
    stranger = phone_of(centre.member)
    answers = [page_of(stranger, row)] + [
        post(stranger, name, row)
        for name in ("cancel", "length", "give", "move", "people", "weekly", "present", "seen")
    ]
    assert {answer.status_code for answer in answers} == {404}


def test_called_off_by_the_office_offers_what_is_free_instead(centre: Centre, phone, booked, evening):
    row = booked()
    cancel(row, Hand(centre.manager, of_the_office=True, reason="停电检修"))
    page = page_of(phone, row).text
    assert "停电检修" in page
    assert slot_of(centre.right, evening) in page


def test_office_change_waits_on_the_first_page_until_it_is_known(centre: Centre, phone, booked):
    row = booked()
    cancel(row, Hand(centre.manager, of_the_office=True, reason="停电检修"))
    assert "停电检修" in phone.get("/my/").text
    post(phone, "seen", row)
    assert "停电检修" not in phone.get("/my/").text


def test_first_page_shows_the_booking_among_what_is_to_come(centre: Centre, phone, booked):
    row = booked()
    assert reverse("my_rooms:booking", args=[row.pk]) in phone.get("/my/").text


def test_list_shows_what_is_to_come_and_what_was(centre: Centre, phone, booked, django_assert_max_num_queries):
    kept, gone = booked(), booked(shift=-3)
    cancel(gone, Hand(centre.rival))
    with django_assert_max_num_queries(12):
        page = phone.get(reverse("my_rooms:bookings")).text
    assert all(reverse("my_rooms:booking", args=[row.pk]) in page for row in (kept, gone))
