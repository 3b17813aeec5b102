"""A session's time moved while a file comes in: real processes that come between each other."""

import time
from collections.abc import Iterator

import pytest

from tests.livestreams.sales.builders import order_file, row
from tests.livestreams.sales.processes import PATIENCE, Site, copy_of, wait_for
from tests.livestreams.sales.test_locks import orders, race, site

__all__ = ["race", "site"]
CAME = "livestreams.sales.locks:hold"
MOVE = """
import datetime
from livestreams.rooms.changing import Hand
from livestreams.sessions.models import Session
from livestreams.sessions.windows import Source, set_times
day = datetime.datetime.fromisoformat("2026-05-30 00:00:00+08:00")
times = [day + datetime.timedelta(hours=hour) for hour in ({start}, {end})]
set_times(Session.objects.get(slug="shared"), Source.PLATFORM, *times, Hand(None, of_the_office=True, reason="改"))
"""
NOON = ["shell", "-v0", "-c", MOVE.format(start=11, end=13)]
"""All the orders were placed at noon."""
MORNING = ["shell", "-v0", "-c", MOVE.format(start=8, end=10)]
SHARED = {"fourteen": 50 * 600, "feng-team": 50 * 400}
"""60 and 40 per cent of 50 lines."""


@pytest.fixture(scope="module")
def model(small_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("windows")
    for name, numbers in [("one-20260601", range(50)), ("two-20260602", range(50, 75))]:
        (folder / f"{name}.csv").write_bytes(order_file(*(row("douyin", str(n)) for n in numbers)))
    with copy_of(small_site, folder) as made:
        yield made


def test_an_import_while_a_window_moves_is_credited_by_the_window_as_it_is(race, site, model):
    statuses, _outputs = race(orders(model, "one-20260601"), NOON)
    told = site.tell()
    assert (statuses, told["teams"], told["differences"]) == ([0, 0], SHARED, [])


def test_negative_control_without_the_lock_lines_are_credited_by_a_window_of_the_past(race, site, model):
    race(orders(model, "one-20260601"), NOON, locked=False)
    told = site.tell()
    assert told["differences"]
    assert told["teams"] == {"fourteen": 50_000}


def test_a_file_that_comes_while_a_window_moves_waits_and_finds_it_moved(site, model, tmp_path):
    """The move is held up with the lock in its hand, before it writes: a transaction on SQLite lets nobody else in."""
    site.run(*orders(model, "one-20260601"))
    middle, come, go = (tmp_path / name for name in ("middle", "come", "go"))
    held = {"at": "livestreams.sales.changes:sweep_dead_batches", "signal": str(middle), "until": str(go)}
    slow = site.start(*NOON, holds=[held])
    wait_for(middle, slow)
    quick = site.start(*orders(model, "two-20260602"), holds=[{"at": CAME, "signal": str(come)}])
    wait_for(come, quick)
    time.sleep(0.5)
    assert quick.poll() is None, quick.communicate()
    go.touch()
    errors = [process.communicate(timeout=PATIENCE)[1] for process in (slow, quick)]
    told = site.tell()
    both = {team: fen * 75 // 50 for team, fen in SHARED.items()}
    assert ([slow.returncode, quick.returncode], told["teams"], told["differences"]) == ([0, 0], both, []), errors


def test_of_two_moves_at_once_the_later_one_holds(race, site, model):
    site.run(*orders(model, "one-20260601"))
    statuses, _outputs = race(NOON, MORNING)
    told = site.tell()
    assert (statuses, told["teams"], told["differences"]) == ([0, 0], {"fourteen": 50_000}, [])
