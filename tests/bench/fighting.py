"""Clients that fight for the same evening, and the next-free list, in one process: `python -m tests.bench.fighting`."""

import json
import sys
import time
from contextlib import nullcontext
from statistics import median
from types import SimpleNamespace
from typing import Any

import django

BUSY, TIMES_PAST, REPEATS = 2_000, 10, 15


def main(rounds: int) -> None:
    django.setup()
    from tests.livestreams.rooms.builders import centre

    place = centre("bench")
    print(json.dumps({"free": free_list(place), "kept": fought(place, rounds), "loose": unprotected(place, rounds)}))


def fought(place: Any, rounds: int) -> dict[str, float]:
    """Milliseconds of a round, and how many rounds left two bookings of one time."""
    from tests.livestreams.rooms.races.crew import Crew
    from tests.livestreams.rooms.races.fights import book_book
    from tests.livestreams.rooms.races.invariants import OVERLAPPING, asked, clear

    taken, doubled, acts = [], 0, book_book(place)
    with Crew() as crew:
        for _round in range(rounds):
            clear()
            started = time.perf_counter()
            told = crew.at_once(acts)
            taken.append(time.perf_counter() - started)
            doubled += bool(asked(OVERLAPPING))
            if errors := [each.error for each in told if each.error]:
                raise SystemExit(errors[0])
    return {"seconds": median(taken), "doubled": doubled}


def unprotected(place: Any, rounds: int) -> dict[str, float]:
    """The same fight as most booking systems run it: look whether it is free, then write; no lock, no guard."""
    from django.db import connection

    from livestreams.rooms import guard, ledger

    ledger.lock = lambda township: None  # type: ignore[assignment]
    guard.ensure = lambda connection: None  # type: ignore[assignment]
    ledger.transaction = SimpleNamespace(atomic=lambda **options: nullcontext())  # type: ignore[assignment]
    guard.remove(connection)
    return fought(place, rounds)


def free_list(place: Any) -> dict[str, float]:
    """The next-free list over three rooms and four weeks, before and after ten times as many bookings in the past."""
    from tests.livestreams.rooms.crowds import fill_past, fill_weeks
    from tests.livestreams.rooms.races.invariants import clear

    fill_weeks(place, BUSY)
    few, queries = timed_list(place)
    fill_past(place, TIMES_PAST * BUSY)
    many, again = timed_list(place)
    clear()
    return {"few": few, "many": many, "queries": max(queries, again)}


def timed_list(place: Any) -> tuple[float, int]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from livestreams.rooms.free import Search
    from tests.livestreams.rooms.builders import NOW
    from tests.livestreams.rooms.crowds import SHORT

    def ask() -> None:
        assert Search([place.ours], place.member, now=NOW).starts(SHORT)

    with CaptureQueriesContext(connection) as captured:
        ask()
    taken = []
    for _time in range(REPEATS):
        started = time.perf_counter()
        ask()
        taken.append(time.perf_counter() - started)
    return median(taken), len(captured)


if __name__ == "__main__":
    main(int(sys.argv[1]))
