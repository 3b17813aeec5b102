"""Negative controls: the same fight without what protects it goes wrong, so that the races above do prove something."""

import time
from collections.abc import Iterator
from contextlib import nullcontext
from types import SimpleNamespace

import pytest
from django.db import connection

from livestreams.rooms import guard, ledger
from livestreams.rooms.models import FairUse
from tests.livestreams.rooms.builders import Centre
from tests.livestreams.rooms.races.crew import Crew, Outcome
from tests.livestreams.rooms.races.fights import book_book
from tests.livestreams.rooms.races.invariants import OVERLAPPING, asked, clear, hours_used
from tests.livestreams.rooms.races.test_budget import HOURS, books

ROUNDS = 10
PAUSE = 0.005


def fought(centre: Centre) -> tuple[int, list[Outcome]]:
    """Rounds that left an overlap, and what everybody was told. All look first, then all write."""
    doubled, told = 0, []
    with Crew() as crew:
        for _round in range(ROUNDS):
            clear()
            told += crew.at_once(book_book(centre))
            doubled += bool(asked(OVERLAPPING))
    return doubled, told


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pause between looking whether a room is free and taking it."""
    expiry = ledger.Ledger.expiry
    monkeypatch.setattr(ledger.Ledger, "expiry", lambda *args: (time.sleep(PAUSE), expiry(*args))[1])


@pytest.fixture
def unlocked(monkeypatch: pytest.MonkeyPatch, centre: Centre) -> Centre:
    """No lock. On SQLite, where every transaction is one, that means no transaction either."""
    monkeypatch.setattr(ledger, "lock", lambda township: None)
    if connection.vendor == "sqlite":
        monkeypatch.setattr(ledger, "transaction", SimpleNamespace(atomic=lambda **options: nullcontext()))
    return centre


@pytest.fixture
def unguarded(monkeypatch: pytest.MonkeyPatch, centre: Centre) -> Iterator[None]:
    """The database promises nothing."""
    monkeypatch.setattr(guard, "ensure", lambda connection: None)
    guard.remove(connection)
    yield
    clear()
    monkeypatch.undo()
    guard.ensure(connection)


def test_with_lock_and_guard_no_round_leaves_an_overlap(slow: None, centre: Centre):
    doubled, told = fought(centre)
    assert doubled == 0
    assert sum(each.has_won for each in told) == ROUNDS


def test_negative_control_without_lock_and_guard_the_same_fight_leaves_overlaps(
    slow: None, unguarded: None, unlocked: Centre
):
    doubled, _told = fought(unlocked)
    assert doubled > 0


def test_lock_alone_holds(slow: None, unguarded: None, centre: Centre):
    assert fought(centre)[0] == 0


def test_guard_alone_holds_and_losers_are_still_told_politely(slow: None, unlocked: Centre):
    doubled, told = fought(unlocked)
    assert doubled == 0
    assert [each.error for each in told if each.error] == []


def test_negative_control_without_the_lock_hours_over_two_rooms_are_overdrawn(slow: None, unlocked: Centre):
    FairUse.objects.update_or_create(township=unlocked.township, defaults={"weekly_hours": HOURS})
    most = 0.0
    with Crew() as crew:
        for _round in range(ROUNDS):
            clear()
            crew.at_once(books(unlocked))
            most = max(most, *hours_used().values())
    FairUse.objects.all().delete()
    assert most > HOURS
