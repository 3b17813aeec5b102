"""Several at once: real processes that come between each other, and what happens without the lock."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.livestreams.sales.builders import WORLD, order_file, row, write_world
from tests.livestreams.sales.processes import PATIENCE, Site, copy_of, wait_for

CREDITING = [f"livestreams.sales.{module}:crediting" for module in ("importing", "tables.loading", "changes")]


@pytest.fixture(scope="module")
def model(small_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("model")
    for name, amount, numbers in [("one-20260601", "10.00", range(50)), ("two-20260602", "12.00", range(25, 75))]:
        (folder / f"{name}.csv").write_bytes(order_file(*(row("douyin", str(n), amount=amount) for n in numbers)))
    (folder / "changed").mkdir()
    write_world(folder / "changed", accounts=WORLD["accounts"].replace("shop,anyu,fourteen", "shop,anyu,feng-team"))
    with copy_of(small_site, folder) as site:
        yield site


@pytest.fixture
def site(model: Site, tmp_path: Path) -> Iterator[Site]:
    with copy_of(model, tmp_path / "site") as copied:
        yield copied


@pytest.fixture
def race(site, model, tmp_path):
    """Let one command come between the folding and the switching of another. Returns their statuses and outputs."""

    def run(first: list, second: list, locked: bool = True) -> tuple[list[int], list[str]]:
        free = [] if locked else [{"at": name, "free": True} for name in CREDITING]
        middle, come, go = (str(tmp_path / name) for name in ("middle", "come", "go"))
        folded = {"at": "livestreams.sales.batches:Batch.seal", "after": True, "signal": middle, "until": go}
        came = {"at": "livestreams.sales.locks:hold", "signal": come}
        slow = site.start(*first, holds=[*free, folded])
        wait_for(Path(middle), slow)
        quick = site.start(*second, holds=[*free, came])
        if locked:
            wait_for(Path(come), quick)
            time.sleep(0.5)
            assert quick.poll() is None, quick.communicate()
        else:
            quick.wait(PATIENCE)
        Path(go).touch()
        outputs = [process.communicate(timeout=PATIENCE)[0] for process in (slow, quick)]
        return [slow.returncode, quick.returncode], outputs

    return run


def orders(model: Site, name: str) -> list:
    return ["import_orders", model.folder / f"{name}.csv", "--account", "1001", "--format", "json"]


FILES = [("one-20260601", "two-20260602"), ("two-20260602", "one-20260601")]
TOGETHER = 25 * 1000 + 50 * 1200


@pytest.mark.parametrize(("first", "second"), FILES)
def test_two_files_of_one_shop_at_once_both_count(race, site, model, first, second):
    statuses, _outputs = race(orders(model, first), orders(model, second))
    told = site.tell()
    assert (statuses, told["total"][3], told["differences"]) == ([0, 0], TOGETHER, [])


def test_negative_control_without_the_lock_two_files_at_once_spoil_the_totals(race, site, model):
    race(orders(model, "one-20260601"), orders(model, "two-20260602"), locked=False)
    told = site.tell()
    assert told["differences"]
    assert told["total"][3] != TOGETHER


def test_the_same_file_twice_at_once_counts_once(race, site, model):
    statuses, outputs = race(orders(model, "one-20260601"), orders(model, "one-20260601"))
    reports = [json.loads(output)["imports"][0] for output in outputs]
    told = site.tell()
    assert (statuses, [each["new"] for each in reports], reports[1]["unchanged"]) == ([0, 0], [50, 0], 50)
    assert (told["imports"], told["total"][3], told["differences"]) == (["applied"], 50_000, [])


def test_an_import_while_tables_change_is_credited_by_the_tables_as_they_are(race, site, model):
    statuses, _outputs = race(orders(model, "one-20260601"), ["load_tables", model.folder / "changed"])
    told = site.tell()
    assert (statuses, told["teams"], told["differences"]) == ([0, 0], {"feng-team": 50_000}, [])


def test_negative_control_without_the_lock_lines_are_credited_by_tables_of_the_past(race, site, model):
    race(orders(model, "one-20260601"), ["load_tables", model.folder / "changed"], locked=False)
    assert site.tell()["differences"]


def test_an_undo_while_another_file_comes(race, site, model):
    site.run(*orders(model, "one-20260601"))
    statuses, _outputs = race(["undo_import", "1"], orders(model, "two-20260602"))
    told = site.tell()
    assert (statuses, told["total"][3], told["differences"]) == ([0, 0], 60_000, [])
