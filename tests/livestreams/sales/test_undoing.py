"""Undo is as if the file had never come; redo takes it back (contracts, section 3)."""

import pytest

from livestreams.sales.models import ImportEvent, Line, OrderImport
from livestreams.sales.reading.refusal import Refused
from livestreams.sales.undoing import redo_import, undo_import
from tests.livestreams.sales.builders import bring_rows, line, row, whole

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world", "agreeing")]
EARLY, LATE = "2026-06-01 08:00:00", "2026-06-02 08:00:00"


def two_files() -> tuple[OrderImport, OrderImport]:
    early = bring_rows(row("douyin", "1"), row("douyin", "2"), at=EARLY)
    late = bring_rows(row("douyin", "1", amount="12.00"), row("douyin", "3"), at=LATE)
    return early, late


def lines() -> dict[str, int]:
    return dict(Line.objects.values_list("key", "paid_fen"))


def test_undoing_the_later_file_gives_back_what_the_earlier_said():
    _early, late = two_files()
    undo_import(late)
    assert lines() == {"1": 1000, "2": 1000}


def test_undoing_the_earlier_file_leaves_what_the_later_says():
    early, _late = two_files()
    undo_import(early)
    assert lines() == {"1": 1200, "3": 1000}


def test_redo_takes_it_back():
    for order_import in two_files():
        undo_import(order_import)
        redo_import(order_import)
    assert lines() == {"1": 1200, "2": 1000, "3": 1000}


def test_what_an_undo_moves_is_noted():
    _early, late = two_files()
    undo_import(late)
    event = ImportEvent.objects.last()
    assert (event.kind, event.delta_paid_fen) == ("undone", -1200)


def test_an_undone_payment_withdraws_nothing():
    bring_rows(row("douyin", "1"), at=EARLY)
    gone = bring_rows(row("douyin", "1", paid="", placed="2026-05-30 12:00:00"), at=LATE)
    undo_import(gone)
    assert line("1").refunded_fen == 0


@pytest.mark.parametrize(("act", "code"), [(redo_import, "not_undone"), (undo_import, "not_applied")])
def test_what_does_not_fit_is_refused(act, code):
    order_import = bring_rows(row("douyin", "1"))
    if act is undo_import:
        undo_import(order_import)
    with pytest.raises(Refused) as refused:
        act(order_import)
    assert refused.value.code == code


def test_the_same_file_may_come_again_after_an_undo_and_then_redo_is_refused():
    first = bring_rows(row("douyin", "1"))
    undo_import(first)
    bring_rows(row("douyin", "1"))
    with pytest.raises(Refused) as refused:
        redo_import(first)
    assert (refused.value.code, whole()[3]) == ("already_in", 1000)


def test_after_an_undo_another_shop_may_bring_the_line_and_then_redo_is_refused():
    first = bring_rows(row("douyin", "1"), account="1001")
    undo_import(first)
    bring_rows(row("douyin", "1", amount="12.00"), account="1002")
    with pytest.raises(Refused) as refused:
        redo_import(first)
    assert (refused.value.code, lines()) == ("other_shop", {"1": 1200})


def test_the_same_file_may_go_to_another_shop_after_an_undo_and_then_redo_is_refused():
    first = bring_rows(row("offline", "1"), account="7001")
    undo_import(first)
    bring_rows(row("offline", "1"), account="7002")
    with pytest.raises(Refused) as refused:
        redo_import(first)
    assert refused.value.code == "file_of_other_shop"


def test_a_redo_counts_its_rows_anew():
    early, _late = two_files()
    undo_import(early)
    again = redo_import(early)
    assert (again.new, again.updated, again.unchanged, again.older) == (1, 0, 0, 1)
