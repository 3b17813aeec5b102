"""The database's own promise: it holds past the booking book, and comes back wherever it was lost."""

import datetime
from collections.abc import Callable

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.db.models import F

from livestreams.rooms import guard
from livestreams.rooms.models import Engagement, Occupancy
from tests.livestreams.rooms.builders import Centre, at, booked
from zhunong.pages.management.commands import serve

HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def unguarded(centre: Centre) -> Centre:
    guard.remove(connection)
    return centre


def another(centre: Centre, **fields: object) -> Occupancy:
    """In the right room at half past seven in the evening, not yet saved."""
    times = {"starts_at": at(19.5), "ends_at": at(20.5), "blocked_until": at(20.75)}
    return Occupancy(**({"room": centre.right, "team": centre.third, "kind": "booking"} | times | fields))


def in_bulk(centre: Centre) -> None:
    Occupancy.objects.bulk_create([another(centre)])


def two_in_one_statement(centre: Centre) -> None:
    both = {"starts_at": at(22), "ends_at": at(23), "blocked_until": at(23)}
    Occupancy.objects.bulk_create([another(centre, **both), another(centre, **both)])


def by_update(centre: Centre) -> None:
    another(centre, starts_at=at(21), ends_at=at(22), blocked_until=at(22)).save()
    Occupancy.objects.filter(starts_at=at(21)).update(starts_at=F("starts_at") - HOUR)


def to_another_room(centre: Centre) -> None:
    another(centre, room=centre.training).save()
    Occupancy.objects.filter(room=centre.training).update(room=centre.right)


def back_to_life(centre: Centre) -> None:
    row = another(centre, ended="cancelled")
    row.save()
    Occupancy.objects.filter(pk=row.pk).update(ended="")


def into_the_tidying_up(centre: Centre) -> None:
    another(centre, starts_at=at(20)).save()


def by_hand(centre: Centre) -> None:
    columns = [field.column for field in Occupancy._meta.concrete_fields if field.column != "id"]
    changed = ", ".join("ends_at" if name == "blocked_until" else name for name in columns if name != "key")
    names = ", ".join(name for name in columns if name != "key")
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO rooms_occupancy ({names}) SELECT {changed} FROM rooms_occupancy")


PAST_THE_BOOK = (in_bulk, two_in_one_statement, by_update, to_another_room, back_to_life, into_the_tidying_up, by_hand)


@pytest.mark.parametrize("write", PAST_THE_BOOK)
def test_nobody_writes_an_overlap_past_the_book(centre: Centre, write: Callable[[Centre], None]):
    booked(centre.right, centre.theirs, at(19))
    with pytest.raises(IntegrityError, match="one_taker_at_a_time"), transaction.atomic():
        write(centre)


@pytest.mark.parametrize("write", PAST_THE_BOOK)
def test_negative_control_without_the_guard_everything_gets_in(unguarded: Centre, write: Callable, monkeypatch):
    monkeypatch.setattr(guard, "ensure", lambda connection: None)
    booked(unguarded.right, unguarded.theirs, at(19))
    write(unguarded)
    assert Occupancy.objects.filter(ended="").count() > 1


def test_nobody_writes_a_person_into_two_events_past_the_book(centre: Centre):
    booked(centre.right, centre.theirs, at(19), people=[centre.rival])
    other = booked(centre.training, centre.theirs, at(19.5))
    with pytest.raises(IntegrityError, match="one_event_a_person"), transaction.atomic():
        Engagement.objects.create(person=centre.rival, occupancy=other, starts_at=at(19.5), ends_at=at(20.5))


def test_what_ended_and_what_adjoins_is_no_matter(centre: Centre):
    row = booked(centre.right, centre.theirs, at(19))
    another(centre, ended="cancelled").save()
    another(centre, starts_at=row.blocked_until).save()
    another(centre, starts_at=at(18), ends_at=at(19), blocked_until=at(19)).save()
    assert Occupancy.objects.filter(ended="").count() == 3


def test_book_sets_what_is_missing_before_it_writes(unguarded: Centre):
    booked(unguarded.right, unguarded.theirs, at(19))
    assert guard.missing(connection) == []


def test_migrate_sets_what_is_missing_also_as_it_is_typed(unguarded: Centre):
    """With its checks: the one for the guards must not bar the way to what mends them."""
    call_command("migrate", verbosity=0, skip_checks=False)
    assert guard.missing(connection) == []


def test_check_says_what_is_missing(unguarded: Centre, capsys: pytest.CaptureFixture):
    call_command("check", databases=["default"])
    assert "rooms.W001" in capsys.readouterr().err


def test_check_has_nothing_to_say_otherwise(centre: Centre):
    call_command("check", databases=["default"], fail_level="WARNING")


def test_site_is_not_served_without_the_guards(unguarded: Centre, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(serve.Household, "run", lambda self: 0)
    with pytest.raises(CommandError, match="W001"):
        call_command("serve", port=0)


def test_site_is_served_with_them(centre: Centre, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture):
    monkeypatch.setattr(serve.Household, "run", lambda self: 0)
    call_command("serve", port=0)
    assert "http://" in capsys.readouterr().out
