"""The first day that an order file tells of is kept while it is read."""

import datetime

import pytest

from livestreams.sales.layouts import LAYOUTS
from livestreams.sales.staging import earliest, time_places
from tests.livestreams.sales.builders import SHOPS, bring_rows, row


@pytest.mark.parametrize("platform", LAYOUTS)
def test_every_platform_keeps_it(world, platform):
    rows = [row(platform, str(number), paid=f"2026-05-{number} 10:00:00") for number in (29, 27, 28)]
    assert bring_rows(*rows, account=SHOPS[platform]).first_day == datetime.date(2026, 5, 27)


def test_an_order_of_the_day_before_its_payment_counts(world):
    brought = bring_rows(row("douyin", "1", placed="2026-05-26 23:59:59", paid="2026-05-27 00:00:10"))
    assert brought.first_day == datetime.date(2026, 5, 26)


def test_an_order_never_paid_counts(world):
    assert bring_rows(row("douyin", "1", placed="2026-05-26 23:00:00", paid="")).first_day == datetime.date(2026, 5, 26)


def test_the_earliest_of_all_chunks(world):
    times = time_places(LAYOUTS["douyin"], ["子订单编号", "支付完成时间", "订单提交时间"])
    chunks = [
        [(1, "a", ["a", "2026-05-02", None])],
        [(2, "b", ["b", None, "2026-05-01"])],
        [(3, "c", ["c", None, None])],
    ]
    first = ""
    for chunk in chunks:
        first = earliest(first, chunk, times)
    assert first == "2026-05-01"


def test_undoing_and_taking_back_leave_it(world):
    from livestreams.sales.undoing import redo_import, undo_import

    brought = bring_rows(row("douyin", "1"))
    redo_import(undo_import(brought))
    brought.refresh_from_db()
    assert brought.first_day == datetime.date(2026, 5, 30)
