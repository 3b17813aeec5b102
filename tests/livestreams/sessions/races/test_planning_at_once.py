"""Eight clients plan at the same moment: exactly one wins, and the others are told politely."""

import os
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from types import SimpleNamespace

import pytest
from django.db import connection

from livestreams.rooms import guard, ledger
from livestreams.sales import changes
from livestreams.sessions import counting
from livestreams.sessions.models import Event
from tests.livestreams.rooms.races.crew import Act, Crew, Outcome
from tests.livestreams.sessions.builders import Stage
from tests.livestreams.sessions.races import fights

ROUNDS = int(os.environ.get("RACE_ROUNDS") or 8)
PAUSE = 0.02
Fight = Callable[[Stage], Sequence[Act]]


def rounds(crew: Crew, stage: Stage, fight: Fight) -> list[list[Outcome]]:
    """What everybody was told, round by round. Nothing may be broken after any, and nobody sees an error."""
    told = []
    for _round in range(ROUNDS):
        fights.clear()
        outcomes = crew.at_once(fight(stage))
        assert [each.error for each in outcomes if each.error] == []
        assert fights.broken() == {}
        told.append(outcomes)
    return told


def winners(outcomes: Sequence[Outcome]) -> int:
    return sum(each.has_won for each in outcomes)


@pytest.mark.parametrize("fight", [fights.one_person, fights.one_account])
def test_exactly_one_wins(crew: Crew, stage: Stage, fight: Fight):
    assert {winners(outcomes) for outcomes in rounds(crew, stage, fight)} == {1}
    assert Event.objects.count() == 1


def test_who_is_too_late_for_a_person_is_told_where_that_person_is(crew: Crew, stage: Stage):
    told = {each.refusal for outcomes in rounds(crew, stage, fights.one_person) for each in outcomes}
    assert told == {"", "Elsewhere"}


def test_one_form_sent_eight_times_is_one_event_for_all(crew: Crew, stage: Stage):
    for outcomes in rounds(crew, stage, fights.one_form):
        assert winners(outcomes) == 8 and len({each.row for each in outcomes}) == 1


def test_a_person_is_planned_outdoors_or_booked_indoors(crew: Crew, stage: Stage):
    for outcomes in rounds(crew, stage, fights.orchard_or_room):
        assert winners(outcomes) == 1


def test_what_is_called_off_is_planned_anew_at_most_once(crew: Crew, stage: Stage):
    rounds(crew, stage, fights.cancel_or_plan)
    assert Event.objects.filter(cancelled_at=None).count() <= 1


# ---- negative controls: without what protects it the same fight goes wrong ------------------------------------------


@pytest.fixture
def unlocked(monkeypatch: pytest.MonkeyPatch, stage: Stage) -> Stage:
    """No lock, and a pause between looking and writing. On SQLite a transaction is a lock: there is none either."""
    monkeypatch.setattr(changes, "crediting", lambda townships: nullcontext())
    monkeypatch.setattr(ledger, "lock", lambda township: None)
    monkeypatch.setattr(ledger, "lock_people", lambda people: None)
    look = counting.refuse_overlap
    monkeypatch.setattr(counting, "refuse_overlap", lambda row: (look(row), time.sleep(PAUSE))[0])
    if connection.vendor == "sqlite":
        monkeypatch.setattr(changes, "transaction", SimpleNamespace(atomic=lambda **options: nullcontext()))
    return stage


def fought(stage: Stage, fight: Fight) -> int:
    """Rounds that left something broken."""
    found = 0
    with Crew() as crew:
        for _round in range(ROUNDS):
            fights.clear()
            crew.at_once(fight(stage))
            found += bool(fights.broken())
    return found


def test_negative_control_without_the_lock_an_account_is_on_air_twice(unlocked: Stage):
    assert fought(unlocked, fights.one_account) > 0


def test_without_the_lock_the_database_still_keeps_people_apart(unlocked: Stage):
    with Crew() as crew:
        crew.at_once(fights.one_person(unlocked))
    assert "in two events" not in fights.broken()


def test_negative_control_without_lock_and_guard_a_person_is_in_two_events(
    unlocked: Stage, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(guard, "ensure", lambda connection: None)
    monkeypatch.setattr(ledger, "Engagement", SimpleNamespace(objects=Slow(ledger.Engagement.objects)), raising=True)
    guard.remove(connection)
    try:
        assert fought(unlocked, fights.one_person) > 0
    finally:
        fights.clear()
        monkeypatch.undo()
        guard.ensure(connection)


class Slow:
    """Rows of people's time, with a pause before one is written."""

    def __init__(self, rows: object) -> None:
        self.rows = rows

    def __getattr__(self, name: str) -> object:
        if name == "create":
            time.sleep(PAUSE)
        return getattr(self.rows, name)
