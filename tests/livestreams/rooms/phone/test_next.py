"""Next free on the phone: a length, a time, done."""

import datetime
import uuid

from django.urls import reverse

from livestreams.rooms.models import FairUse, Occupancy, Room
from livestreams.rooms.phone.days import slot_of
from livestreams.teams.models import Membership
from tests import people
from tests.livestreams.rooms.builders import Centre

NEXT, BOOK = "/my/rooms/", "/my/rooms/book/"
LIGHT = 30_000
"""Bytes of HTML and style sheets."""


def tap(client, room, starts_at, minutes=60, **fields):
    return client.post(BOOK, {"slot": slot_of(room, starts_at), "minutes": minutes, "key": uuid.uuid4(), **fields})


def test_one_tap_books_for_the_only_team(centre: Centre, phone, evening):
    answer = tap(phone, centre.right, evening)
    row = Occupancy.objects.get()
    assert (row.team, row.starts_at, row.minutes) == (centre.theirs, evening, 60)
    assert answer.url == reverse("my_rooms:booking", args=[row.pk])


def test_page_offers_the_time_it_then_books(centre: Centre, phone, evening):
    page = phone.get(NEXT, {"minutes": 60, "day": f"{evening:%Y-%m-%d}"}).text
    assert f'value="{slot_of(centre.right, evening)}"' in page
    assert f'value="{slot_of(centre.left, evening)}"' not in page, "kept for another team"


def test_taken_time_is_offered_no_more(centre: Centre, phone, evening, booked):
    booked(team=centre.third)
    page = phone.get(NEXT, {"minutes": 60, "day": f"{evening:%Y-%m-%d}"}).text
    free = page.split("<details", 2)[1]
    assert slot_of(centre.right, evening) not in free


def test_double_tap_gives_the_first_booking(centre: Centre, phone, evening):
    fields = {"slot": slot_of(centre.right, evening), "minutes": 60, "key": uuid.uuid4()}
    first, second = phone.post(BOOK, fields), phone.post(BOOK, fields)
    assert first.url == second.url
    assert Occupancy.objects.count() == 1


def test_same_page_books_a_second_time_too(centre: Centre, phone, evening):
    key = uuid.uuid4()
    for hours in (20, 22):
        slot = slot_of(centre.right, evening.replace(hour=hours))
        phone.post(BOOK, {"slot": slot, "minutes": 60, "key": key})
    assert Occupancy.objects.count() == 2


def test_cancelled_time_can_be_booked_again_from_the_same_page(centre: Centre, phone, evening):
    fields = {"slot": slot_of(centre.right, evening), "minutes": 60, "key": uuid.uuid4()}
    phone.post(BOOK, fields)
    phone.post(reverse("my_rooms:cancel", args=[Occupancy.objects.get().pk]))
    phone.post(BOOK, fields)
    assert Occupancy.objects.filter(ended="").count() == 1


def test_lost_race_shows_the_nearest_free_times_as_buttons(centre: Centre, phone, evening, booked):
    booked(team=centre.third)
    answer = tap(phone, centre.right, evening)
    assert answer.status_code == 409
    assert slot_of(centre.training, evening) in answer.text


def test_who_is_in_two_teams_is_asked_and_the_time_is_kept_meanwhile(centre: Centre, phone, evening, phone_of):
    Membership.objects.create(team=centre.third, user=centre.rival, valid_from=people.LONG_AGO)
    answer = tap(phone, centre.right, evening)
    other = people.member_of(centre.ours, "somebody")
    assert tap(phone_of(other), centre.right, evening).status_code == 409
    phone.post(answer.url, {"team": centre.third.pk})
    assert Occupancy.objects.get(ended="", kind="booking").team == centre.third


def test_who_is_asked_is_not_when_only_one_of_the_teams_may(centre: Centre, evening, phone_of):
    Membership.objects.create(team=centre.ours, user=centre.rival, valid_from=people.LONG_AGO)
    tap(phone_of(centre.rival), centre.left, evening)
    assert Occupancy.objects.get().kind == Occupancy.Kind.BOOKING


def test_hold_let_go_frees_the_time(centre: Centre, phone, evening):
    Membership.objects.create(team=centre.third, user=centre.rival, valid_from=people.LONG_AGO)
    phone.post(tap(phone, centre.right, evening).url, {"let_go": "1"})
    assert not Occupancy.objects.live().exists()


def test_booker_in_another_event_is_told(centre: Centre, phone, evening):
    tap(phone, centre.right, evening)
    assert tap(phone, centre.training, evening).status_code == 409
    assert tap(phone, centre.training, evening, absent="1").status_code == 302


def test_nonsense_leads_back_to_the_list(centre: Centre, phone, evening):
    for slot in ("", "x", "1-", f"{centre.right.pk}-9999999999", "99999-2601010000"):
        answer = phone.post(BOOK, {"slot": slot, "minutes": 60})
        assert (answer.status_code, answer.headers.get("Location")) == (302, NEXT)
    assert not Occupancy.objects.exists()


def test_crafted_post_for_another_teams_room_is_refused(centre: Centre, phone, evening):
    assert tap(phone, centre.left, evening).status_code == 409
    assert not Occupancy.objects.exists()


def test_room_of_another_township_is_refused(centre: Centre, phone, evening):
    other = Room.objects.create(township=people.another_township(), name="别处直播间")
    assert tap(phone, other, evening).status_code == 409
    assert not Occupancy.objects.exists()


def test_last_weeks_time_is_offered_again(centre: Centre, phone, booked):
    row, week = booked(), datetime.timedelta(7)
    past = {"starts_at": row.starts_at - week, "ends_at": row.ends_at - week, "blocked_until": row.blocked_until - week}
    Occupancy.objects.filter(pk=row.pk).update(**past)
    assert f'value="{slot_of(centre.right, row.starts_at)}"' in phone.get(NEXT).text.partition('id="again"')[2]


def test_hours_left_are_shown_before_choosing(centre: Centre, phone, evening):
    FairUse.objects.create(township=centre.township, weekly_hours=6)
    assert '<progress max="100" value="100"' in phone.get(NEXT).text


def test_page_is_light_without_a_script(centre: Centre, phone, site_styles):
    page = phone.get(NEXT)
    assert "<script" not in page.text
    assert len(page.content) + site_styles(page.text) < LIGHT


def test_list_is_answered_in_few_queries(centre: Centre, phone, django_assert_max_num_queries):
    with django_assert_max_num_queries(16):
        phone.get(NEXT)


def test_without_a_room_it_says_whom_to_ask(centre: Centre, phone):
    Room.objects.update(is_in_use=False)
    assert "empty" in phone.get(NEXT).text
