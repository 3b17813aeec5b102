"""The waiting list on the phone."""

from django.urls import reverse

from livestreams.rooms.changing import Hand, cancel
from livestreams.rooms.models import Occupancy, Wish
from livestreams.rooms.phone.days import slot_of
from tests.livestreams.rooms.builders import Centre

WAIT = "/my/rooms/wait/"


def stand_in_line(client, room, starts_at, team, **fields):
    return client.post(WAIT, {"slot": slot_of(room, starts_at), "minutes": 60, "team": team.pk, **fields})


def test_time_that_comes_free_is_offered_on_the_first_page_and_booked(centre: Centre, phone_of, booked, evening):
    row, waiting = booked(), phone_of(centre.member)
    stand_in_line(waiting, centre.right, evening, centre.ours)
    cancel(row, Hand(centre.rival))
    offer = reverse("my_rooms:offer", args=[Occupancy.objects.get(kind="offer").pk])
    assert offer in waiting.get("/my/").text
    waiting.post(offer, {"yes": "1"})
    assert Occupancy.objects.get(ended="").team == centre.ours


def test_offer_said_no_to_goes_to_the_next(centre: Centre, phone, phone_of, booked, evening):
    row, first = booked(team=centre.third), phone_of(centre.member)
    stand_in_line(first, centre.right, evening, centre.ours)
    stand_in_line(phone, centre.right, evening, centre.theirs)
    cancel(row, Hand(None))
    first.post(reverse("my_rooms:offer", args=[Occupancy.objects.get(kind="offer", ended="").pk]), {"no": "1"})
    assert Occupancy.objects.get(kind="offer", ended="").team == centre.theirs


def test_waiting_is_given_up(centre: Centre, phone_of, booked, evening):
    booked()
    waiting = phone_of(centre.member)
    stand_in_line(waiting, centre.right, evening, centre.ours)
    waiting.post(reverse("my_rooms:leave", args=[Wish.objects.get().pk]))
    assert Wish.objects.get().state == Wish.State.LEFT


def test_nobody_waits_for_another_team(centre: Centre, phone, booked, evening):
    booked(team=centre.third)
    stand_in_line(phone, centre.right, evening, centre.ours)
    assert not Wish.objects.exists()


def test_other_teams_offers_and_wishes_are_not_found(centre: Centre, phone, phone_of, booked, evening):
    row = booked(team=centre.third)
    stand_in_line(phone_of(centre.member), centre.right, evening, centre.ours)
    cancel(row, Hand(None))
    offer, wish = Occupancy.objects.get(kind="offer"), Wish.objects.get()
    assert phone.get(reverse("my_rooms:offer", args=[offer.pk])).status_code == 404
    assert phone.post(reverse("my_rooms:leave", args=[wish.pk])).status_code == 404


def test_times_that_are_taken_can_be_waited_for_from_the_day(centre: Centre, phone, booked, evening):
    booked(team=centre.third)
    page = phone.get("/my/rooms/", {"minutes": 60, "day": f"{evening:%Y-%m-%d}"}).text
    assert f'<option value="{slot_of(centre.right, evening)}"' in page
