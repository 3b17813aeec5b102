"""Closing rooms at the desk: looked at first, done in one step, told, and taken back."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from livestreams.rooms.booking import Order, book
from livestreams.rooms.hours import moment
from livestreams.rooms.models import Occupancy
from livestreams.rooms.staff.closing.alternatives import with_alternatives
from tests import people
from tests.livestreams.rooms.builders import Centre
from tests.livestreams.rooms.builders import centre as build

CLOSURE, BOOKING = Occupancy.Kind.CLOSURE, Occupancy.Kind.BOOKING
CLOSE = reverse("rooms:close")


def tomorrow() -> datetime.date:
    return timezone.localdate() + datetime.timedelta(1)


def at(hour: int) -> datetime.datetime:
    return moment(tomorrow(), datetime.time(hour))


def booked(centre: Centre, hour: int, **where: object) -> Occupancy:
    team, room = where.get("team", centre.theirs), where.get("room", centre.right)
    return book(Order(room, team, at(hour), 60, of_the_office=True), centre.rival)


@pytest.fixture
def desk(centre: Centre) -> Client:
    client = Client()
    client.force_login(centre.manager)
    return client


def said(centre: Centre, **words: object) -> dict[str, object]:
    rooms = [room.pk for room in (centre.left, centre.right, centre.training)]
    return {"rooms": rooms, "first_day": f"{tomorrow()}", "reason": "停电检修", **words}


def closed(desk: Client, centre: Centre, **words: object) -> int:
    """Looked at and said yes to. Returns the closure's number."""
    given = said(centre, **words)
    seen = desk.post(CLOSE, given).context["seen"]
    return int(desk.post(CLOSE, given | {"seen": seen})["Location"].split("/")[-2])


def test_power_off_ticks_all_rooms_for_the_whole_day(desk, centre):
    form = desk.get(CLOSE, {"power": "1", "day": f"{tomorrow()}"}).context["form"]
    assert form["rooms"].value() == [centre.left.pk, centre.right.pk, centre.training.pk]
    assert (form["first_day"].value(), form["begins"].value()) == (tomorrow(), None)
    assert form["reason"].value()


def test_what_it_would_call_off_is_shown_and_nothing_done(desk, centre):
    row = booked(centre, 19)
    assert desk.post(CLOSE, said(centre)).context["hit"] == [row]
    assert Occupancy.objects.filter(kind=CLOSURE).count() == 0


def test_yes_closes_all_rooms_and_calls_off_in_one_step(desk, centre):
    row = booked(centre, 19)
    closed(desk, centre)
    row.refresh_from_db()
    assert (row.ended, row.note, row.is_untold) == (Occupancy.Ended.CANCELLED, "停电检修", True)
    spans = set(Occupancy.objects.filter(kind=CLOSURE).values_list("starts_at", "ends_at"))
    assert spans == {(at(0), at(0) + datetime.timedelta(1))}


def test_what_was_booked_meanwhile_is_shown_before_it_is_called_off(desk, centre):
    seen = desk.post(CLOSE, said(centre)).context["seen"]
    row = booked(centre, 19)
    answer = desk.post(CLOSE, said(centre) | {"seen": seen})
    assert (answer.context["hit"], answer.context["is_otherwise"]) == ([row], True)
    assert desk.post(CLOSE, said(centre) | {"seen": answer.context["seen"]}).status_code == 302


def test_hours_of_one_room_leave_the_rest_alone(desk, centre):
    booked(centre, 9), booked(centre, 19, room=centre.left, team=centre.ours)
    closed(desk, centre, rooms=[centre.right.pk], begins="13:00", ends="18:00")
    assert Occupancy.objects.filter(kind=BOOKING, ended="").count() == 2
    assert Occupancy.objects.get(kind=CLOSURE).starts_at == at(13)


def test_what_has_begun_is_closed_from_now_on(desk, centre):
    now = timezone.now().replace(second=0, microsecond=0)
    over = book(Order(centre.right, centre.theirs, now - datetime.timedelta(minutes=90), 60, of_the_office=True), None)
    closed(desk, centre, rooms=[centre.right.pk], first_day=f"{timezone.localdate()}", last_day=f"{tomorrow()}")
    over.refresh_from_db()
    assert (over.ended, Occupancy.objects.get(kind=CLOSURE).starts_at >= now) == ("", True)


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("rooms", {"rooms": []}), ("rooms", {"rooms": ["x"]}), ("first_day", {"first_day": ""}),
        ("first_day", {"first_day": "soon"}), ("begins", {"begins": "25:00"}), ("reason", {"reason": ""}),
        ("reason", {"reason": "停" * 201}), ("__all__", {"begins": "18:00", "ends": "9:00"}),
        ("__all__", {"first_day": "2020-01-01"}), ("__all__", {"last_day": "2099-01-01"}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_one_sentence(desk, centre, field: str, words: dict):
    form = desk.post(CLOSE, said(centre, **words)).context["form"]
    assert [(name, len(told)) for name, told in form.errors.items()] == [(field, 1)]


def test_closed_room_is_not_closed_twice(desk, centre):
    closed(desk, centre)
    assert desk.post(CLOSE, said(centre)).context["form"].non_field_errors()


def test_rooms_of_others_cannot_be_closed(desk, centre):
    others = build("other")
    assert "rooms" in desk.post(CLOSE, said(centre, rooms=[others.right.pk])).context["form"].errors


def test_page_of_the_closure_tells_the_group_and_what_is_free(desk, centre):
    booked(centre, 19)
    answer = desk.get(reverse("rooms:closure", args=[closed(desk, centre)]))
    assert centre.theirs.name in answer.context["text"]
    assert "停电检修" in answer.context["text"]
    ((row, near),) = answer.context["called_off"]
    assert near and all(start.rooms[0] != centre.left for start in near)


def test_alternatives_cost_the_same_for_many_bookings(desk, centre, django_assert_max_num_queries):
    rows = [booked(centre, hour, team=centre.third if hour % 4 else centre.theirs) for hour in range(6, 23, 2)]
    closed(desk, centre)
    with django_assert_max_num_queries(5):
        assert len(with_alternatives(rows)) == 9


def test_ticked_rooms_open_again_and_what_was_called_off_stays_so(desk, centre):
    row = booked(centre, 19)
    pk = closed(desk, centre)
    desk.post(reverse("rooms:reopen", args=[pk]), {"row": [pk]})
    assert Occupancy.objects.filter(kind=CLOSURE, ended="").count() == 2
    row.refresh_from_db()
    assert row.ended == Occupancy.Ended.CANCELLED


def test_reopening_nothing_asks_for_a_tick(desk, centre):
    pk = closed(desk, centre)
    assert desk.post(reverse("rooms:reopen", args=[pk]))["Location"] == reverse("rooms:closure", args=[pk])


def test_list_puts_together_what_was_closed_together(desk, centre):
    closed(desk, centre)
    (act,) = desk.get(reverse("rooms:closures")).context["to_come"]
    assert len(act.rows) == 3


def test_list_asks_the_same_few_times_for_many_closures(desk, centre, django_assert_max_num_queries):
    for day in range(12):
        begin = at(0) + datetime.timedelta(day)
        Occupancy.objects.create(
            room=centre.right, kind=CLOSURE, starts_at=begin, ends_at=begin + datetime.timedelta(hours=1),
            blocked_until=begin + datetime.timedelta(hours=1), note="停电",
        )  # fmt: skip
    with django_assert_max_num_queries(12):
        assert len(desk.get(reverse("rooms:closures")).context["to_come"]) == 12


def test_other_townships_closure_is_not_found(desk, centre):
    pk = closed(desk, centre)
    client = Client()
    client.force_login(people.room_manager_of(people.another_township(), "elsewhere"))
    assert client.get(reverse("rooms:closure", args=[pk])).status_code == 404
    assert client.post(reverse("rooms:reopen", args=[pk]), {"row": pk}).status_code == 404


def test_readers_see_closures_and_close_nothing(desk, centre):
    pk = closed(desk, centre)
    client = Client()
    client.force_login(people.reader_of(centre.township, "reader"))
    assert client.get(reverse("rooms:closure", args=[pk])).context["may_reopen"] is False
    assert client.get(CLOSE).status_code in (302, 403)
