"""A process killed at any point leaves totals as before or as after, and the next run comes to a clean end."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.livestreams.sales.builders import order_file, row
from tests.livestreams.sales.processes import Site, copy_of, wait_for

SALES = "livestreams.sales."
PHASES = {
    "the record is made": {"at": "importing:start_import", "after": True},
    "a chunk is staged": {"at": "staging:beat", "nth": 3, "after": True},
    "all rows are staged": {"at": "staging:keep_sightings"},
    "some sightings are kept": {"at": "sightings:ChunkWriter.write", "nth": 2, "after": True},
    "all sightings are kept": {"at": "importing:apply"},
    "lines are staged": {"at": "batches:Batch.flush", "after": True},
    "before the switch": {"at": "batches:Batch.switch"},
    "lines are switched, totals not": {"at": "deltas:Deltas.write"},
    "before the commit": {"at": "importing:note_event", "after": True},
    "after the commit": {"at": "batches:Batch.sweep"},
}
COUNT = 3500


def rows(amount: str) -> list[dict[str, str]]:
    return [row("douyin", str(10_000 + number), amount=amount, spec=str(number % 7)) for number in range(COUNT)]


@pytest.fixture(scope="module")
def model(small_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with one file in, and the path of the next."""
    folder = tmp_path_factory.mktemp("model")
    (folder / "first-20260601.csv").write_bytes(order_file(*rows("10.00")[:1500]))
    (folder / "next-20260602.csv").write_bytes(order_file(*rows("12.00")[1000:]))
    with copy_of(small_site, folder) as site:
        site.run("import_orders", folder / "first-20260601.csv", "--account", "1001")
        yield site


@pytest.fixture
def site(model: Site, tmp_path: Path) -> Iterator[Site]:
    with copy_of(model, tmp_path / "site") as copied:
        yield copied


BEFORE, AFTER = 1500 * 1000, 1000 * 1000 + 2500 * 1200


@pytest.mark.parametrize("phase", PHASES)
def test_a_killed_import_counts_wholly_or_not_at_all_and_the_next_run_ends_cleanly(site, model, tmp_path, phase):
    command = ("import_orders", model.folder / "next-20260602.csv", "--account", "1001", "--format", "json")
    hold = PHASES[phase] | {"signal": str(tmp_path / "there"), "until": str(tmp_path / "never")}
    process = site.start(*command, holds=[hold | {"at": SALES + hold["at"]}])
    wait_for(tmp_path / "there", process)
    process.kill()
    process.communicate()

    left, report, ended = site.tell_around(*command)
    assert left["total"][3] == (AFTER if phase == "after the commit" else BEFORE)
    assert left["differences"] == []
    assert report["imports"][0]["rows"] == 2500
    assert (ended["total"][3], ended["differences"]) == (AFTER, [])
    assert ended["staged"] == {"rows": 0, "lines": 0}
    assert (ended["imports"], ended["loose_chunks"]) == (["applied", "applied"], 0)
