"""The samples in any order, twice, undone and redone; what is refused leaves nothing."""

import json
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from livestreams.sales.importing import HandIn, import_files
from livestreams.sales.leftovers import sweep_dead_readings
from livestreams.sales.models import (
    DailyTotal,
    ImportEvent,
    Line,
    Listing,
    MonthlyTotal,
    OrderImport,
    SightingChunk,
    StagedLine,
    StagedRow,
)
from livestreams.sales.reading.refusal import Refused
from livestreams.sales.totals import Question, ask
from livestreams.sales.undoing import redo_import, undo_import
from tests.livestreams.sales.builders import bring_rows, differences, hand_in, order_file, row

pytestmark = pytest.mark.django_db
TABLES = (OrderImport, ImportEvent, SightingChunk, StagedRow, StagedLine, Line, Listing, DailyTotal, MonthlyTotal)
EXPECTED = json.loads((Path(__file__).parent / "samples" / "expected.json").read_text())
FILES = [each["file"] for each in EXPECTED["files"]]
ORDERS = [FILES, FILES[::-1], FILES[3:] + FILES[:3]]
REFUSED = {
    "bad-rows.csv": "bad_rows",
    "cut-off.xlsx": "cut_off",
    "empty.csv": "empty",
    "headers-only.csv": "no_rows",
    "mangled-ids.csv": "damaged_ids",
    "no-id-column.csv": "missing_columns",
    "order-dimension.csv": "order_dimension",
    "picture.xlsx": "not_a_table",
    "someone-elses-table.csv": "unknown_layout",
}


def counts() -> dict[str, int]:
    return {model.__name__: model._default_manager.count() for model in TABLES}


@pytest.fixture
def hand_in_samples(sample_world: Path) -> Callable[..., list[OrderImport]]:
    """Import samples by name, each by itself."""

    def bring(*names: str) -> list[OrderImport]:
        return [one for name in names for one in import_files([of_disk(sample_world / name)])]

    return bring


def of_disk(path: Path) -> HandIn:
    return hand_in(path.read_bytes(), path.name)


def assert_expected() -> None:
    for by, expected in EXPECTED["totals"].items():
        answer = ask(Question(() if by == "all" else (by,)))
        found = {each.keys[0] if each.keys else "all": measures(each) for each in answer.rows}
        wanted = {each["key"] if by != "all" else "all": measures_of(each) for each in expected}
        assert found == wanted, by
    assert differences() == []


def measures(found) -> tuple[int, ...]:
    return (*found[1:6], found.net_fen)


def measures_of(expected: dict) -> tuple[int, ...]:
    return tuple(expected[name] for name in ("lines", "items", "weight_g", "paid_fen", "refunded_fen", "net_fen"))


@pytest.mark.parametrize("order", ORDERS)
def test_the_samples_in_any_order_give_the_expected_totals(hand_in_samples, order):
    hand_in_samples(*order)
    assert_expected()


def test_all_samples_at_once_give_the_expected_totals(sample_world):
    import_files([of_disk(sample_world / name) for name in FILES])
    assert_expected()


def test_the_samples_twice_give_the_expected_totals(hand_in_samples):
    hand_in_samples(*FILES)
    before = counts()
    hand_in_samples(*FILES[::-1])
    assert_expected()
    assert counts() == before


def test_undo_and_redo_of_each_sample_comes_back_to_the_expected_totals(hand_in_samples):
    for order_import in hand_in_samples(*FILES):
        undo_import(order_import)
        assert differences() == []
        redo_import(order_import)
    assert_expected()


def test_undoing_all_samples_leaves_no_total_and_redoing_backwards_all(hand_in_samples):
    imports = hand_in_samples(*FILES)
    for order_import in imports:
        undo_import(order_import)
    left = counts()
    for order_import in reversed(imports):
        redo_import(order_import)
    assert (left["Line"], left["Listing"], left["DailyTotal"], left["MonthlyTotal"]) == (0, 0, 0, 0)
    assert_expected()


@pytest.mark.parametrize(("name", "code"), REFUSED.items())
def test_a_refused_file_says_why_and_leaves_nothing(hand_in_samples, sample_world, name, code):
    hand_in_samples("pinduoduo-27.xlsx")
    before = counts()
    with pytest.raises(Refused) as refused, (sample_world / "refuse" / name).open("rb") as stream:
        import_files([HandIn(stream, name)])
    assert (refused.value.code, counts()) == (code, before)


def test_every_refused_sample_is_tested(samples):
    assert {path.name for path in (samples / "refuse").iterdir()} == set(REFUSED)


@pytest.mark.parametrize("order", list(permutations([0, 1, 2]))[::2])
def test_of_several_files_all_or_none_are_taken(world, order):
    files = [
        order_file(row("douyin", "1")),
        order_file(row("kuaishou", "1")),
        order_file(row("douyin", "2", amount="zehn")),
    ]
    with pytest.raises(Refused, match=r"1 rows"):
        import_files([hand_in(files[place], account="" if place == 1 else "1001") for place in order])
    assert set(counts().values()) == {0}


def test_a_key_of_another_shop_leaves_nothing_of_the_good_rows(world):
    bring_rows(row("douyin", "9"), account="1001")
    before = counts()
    rows = [row("douyin", str(number), title=f"新{number}") for number in range(1, 10)]
    with pytest.raises(Refused):
        bring_rows(*rows, account="1002")
    assert counts() == before


def test_a_dry_run_says_what_would_happen_and_writes_nothing(world):
    bring_rows(row("douyin", "1"))
    before = counts()
    content = order_file(row("douyin", "1", amount="12.00"), row("douyin", "2", title="新品"))
    [found] = import_files([hand_in(content, account="1001", exported_at="2026-06-11 00:00:00")], dry_run=True)
    assert (found.pk, found.new, found.updated, found.delta_paid_fen, counts()) == (None, 1, 1, 1200, before)


def test_an_error_in_the_middle_leaves_nothing(world, monkeypatch):
    monkeypatch.setattr("livestreams.sales.batches.Deltas.write", lambda _self: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        bring_rows(row("douyin", "1"))
    assert set(counts().values()) == {0}


def test_two_townships_bringing_one_line_at_once_cannot_both_count(world, monkeypatch):
    bring_rows(row("douyin", "1"), account="1001")
    monkeypatch.setattr("livestreams.sales.batches.rows_by_key", lambda _platform, _keys: {})
    with pytest.raises(Refused) as refused:
        bring_rows(row("douyin", "1", amount="12.00"), account="1002")
    monkeypatch.undo()
    assert (refused.value.code, differences()) == ("shops_at_once", [])


def test_bad_rows_are_left_out_where_that_is_asked_for(world):
    content = order_file(row("douyin", "1"), row("douyin", "2", amount="十元"))
    [found] = import_files([hand_in(content, account="1001", skip_bad=True)])
    assert (found.rows, found.new, found.bad_count, Line.objects.count()) == (2, 1, 1, 1)


@pytest.mark.parametrize(("account", "code"), [("", "which_shop"), ("4040", "unknown_shop")])
def test_a_shop_that_is_not_to_be_known_refuses_the_file(world, account, code):
    with pytest.raises(Refused) as refused:
        import_files([hand_in(order_file(row("douyin", "1")), account=account)])
    assert (refused.value.code, OrderImport.objects.count()) == (code, 0)


def test_nothing_dead_is_seen_in_what_lives(world):
    order_import = bring_rows(row("douyin", "1"))
    sweep_dead_readings()
    assert OrderImport.objects.get() == order_import
