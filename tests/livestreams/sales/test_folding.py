"""The same lines in other files (contracts, section 2, "Exported at", "Again", "Twice in one file")."""

import hashlib
from datetime import datetime

import pytest

from livestreams.sales.importing import import_files
from livestreams.sales.models import Line, OrderImport
from livestreams.sales.reading.refusal import Refused
from tests.livestreams.sales.builders import bring, bring_rows, hand_in, line, order_file, paid, row, whole

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world", "agreeing")]
EARLY, LATE, LATEST = "2026-06-01 08:00:00", "2026-06-02 08:00:00", "2026-06-03 08:00:00"


def counts(order_import: OrderImport) -> tuple[int, int, int, int]:
    return order_import.new, order_import.updated, order_import.unchanged, order_import.older


@pytest.mark.parametrize("order", [(EARLY, LATE), (LATE, EARLY)])
def test_the_latest_exported_file_holds_whichever_comes_first(order):
    amounts = {EARLY: "10.00", LATE: "12.00"}
    for at in order:
        bring_rows(row("douyin", "1", amount=amounts[at]), at=at)
    assert line("1").paid_fen == 1200


def test_rows_are_new_updated_unchanged_or_older():
    bring_rows(row("douyin", "1"), row("douyin", "2"), at=LATE)
    assert counts(bring_rows(row("douyin", "1"), row("douyin", "3"), at=EARLY)) == (1, 0, 0, 1)
    later = bring_rows(row("douyin", "1"), row("douyin", "2", amount="9.00"), at=LATEST)
    assert counts(later) == (0, 1, 1, 0)


def test_the_same_file_twice_changes_nothing():
    content = order_file(row("douyin", "1"), row("douyin", "2"))
    first = bring(content)
    again = bring(content)
    assert (again.pk, counts(again), OrderImport.objects.count()) == (first.pk, (0, 0, 2, 0), 1)


def test_the_same_file_twice_in_one_command_counts_once_and_keeps_its_counts():
    content = order_file(row("douyin", "1"))
    first, again = import_files([hand_in(content, account="1001"), hand_in(content, account="1001")])
    first.refresh_from_db()
    assert (counts(first), first.delta_paid_fen, counts(again)) == ((1, 0, 0, 0), 1000, (0, 0, 1, 0))


def test_the_same_file_exported_at_another_time_is_another_file():
    bring_rows(row("douyin", "1"), at=LATE)
    bring_rows(row("douyin", "1", amount="12.00"), at=LATEST)
    bring_rows(row("douyin", "1"), at="2026-06-04 08:00:00")
    assert line("1").paid_fen == 1000


def test_a_file_with_fewer_columns_takes_nothing_away():
    bring_rows(row("douyin", "1", code="A", mark="短视频", province="山西省"), at=EARLY)
    narrow = order_file(row("douyin", "1", after="退款成功"), without=("商家编码",))
    bring(narrow, exported_at=LATE)
    found = line("1")
    assert (found.mark, found.province, found.sku.code, found.refunded_fen) == ("短视频", "山西省", "CH-5J", 1000)


def test_a_blank_cell_of_a_later_file_does_hold():
    bring_rows(row("douyin", "1", after="退款成功"), at=EARLY)
    bring_rows(row("douyin", "1", after="-"), at=LATE)
    assert line("1").refunded_fen == 0


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_payment_once_seen_stays_and_is_refunded_when_a_later_file_lacks_it(order):
    files = [(row("douyin", "1"), EARLY), (row("douyin", "1", paid="", placed="2026-05-30 12:00:00"), LATE)]
    for place in order:
        bring_rows(files[place][0], at=files[place][1])
    found = line("1")
    assert (str(found.day), found.refunded_fen, found.refund_rule) == ("2026-05-30", 1000, "withdrawn")


def test_an_earlier_file_without_payment_withdraws_nothing():
    bring_rows(row("douyin", "1"), at=LATE)
    bring_rows(row("douyin", "1", paid="", placed="2026-05-30 12:00:00"), at=EARLY)
    assert line("1").refunded_fen == 0


@pytest.mark.parametrize("column", ["支付时间", "订单成交时间"])
def test_a_file_with_one_of_two_payment_columns_withdraws_when_that_is_blank(column):
    bring_rows(row("pinduoduo", "1"), at=EARLY)
    cells = row("pinduoduo", "1", paid="", placed="2026-05-30 12:00:00", **{column: ""})
    bring(order_file(cells, without=tuple({"支付时间", "订单成交时间"} - {column})), exported_at=LATE)
    assert line("1").refund_rule == "withdrawn"


def test_of_two_files_exported_at_one_time_the_greater_hash_is_the_later():
    files = {amount: order_file(row("douyin", "1", amount=amount)) for amount in ("10.00", "11.00", "12.00")}
    for content in files.values():
        bring(content, exported_at=LATE)
    greatest = max(files, key=lambda amount: hashlib.sha256(files[amount]).hexdigest())
    assert line("1").paid_fen == round(float(greatest) * 100)


@pytest.mark.parametrize(
    ("name", "options", "expected"),
    [
        ("orders.csv", {}, "2026-05-30 20:00:00"),
        ("orders-20260601.csv", {}, "2026-06-01 00:00:00"),
        ("orders_20260601093000.csv", {}, "2026-06-01 09:30:00"),
        ("1780272000.csv", {}, "2026-06-01 08:00:00"),
        ("orders-20260601.csv", {"exported_at": LATEST}, LATEST),
    ],
)
def test_when_a_file_was_exported(name, options, expected):
    cells = row("douyin", "1", paid="2026-05-30 12:00:00", 发货时间="2026-05-30 20:00:00")
    found = bring(order_file(cells), name, **options)
    assert found.exported_at == datetime.fromisoformat(f"{expected}+08:00")


def test_a_file_without_any_time_is_the_earliest():
    bring_rows(row("douyin", "1", amount="10.00"), at=EARLY)
    bring(order_file(row("douyin", "1", amount="9.00", paid="", placed="")))
    bring(order_file(row("douyin", "1", amount="8.00", paid="", placed="")))
    assert line("1").paid_fen == 1000


def test_rows_alike_are_one_line():
    order_import = bring_rows(row("douyin", "1"), row("douyin", "1", 买家留言="急"), row("douyin", "2"))
    assert (Line.objects.count(), order_import.rows, counts(order_import)) == (2, 3, (2, 0, 1, 0))


@pytest.mark.parametrize("turned", [False, True])
def test_rows_of_one_key_are_numbered_by_amount_then_quantity_then_position(turned):
    rows = [
        row("douyin", "1", amount="12.00", title="丙"),
        row("douyin", "1", amount="10.00", quantity="2", title="乙"),
        row("douyin", "1", amount="10.00", quantity="1", title="甲"),
    ]
    bring_rows(*(reversed(rows) if turned else rows))
    assert [line(key).listing.title for key in ("1", "1#2", "1#3")] == ["甲", "乙", "丙"]


def test_rows_of_one_key_alike_in_amount_and_quantity_go_by_position():
    bring_rows(row("douyin", "1", title="乙"), row("douyin", "1", title="甲"))
    assert [line(key).listing.title for key in ("1", "1#2")] == ["乙", "甲"]


def test_a_key_of_another_shop_refuses_the_file():
    bring_rows(row("douyin", "1"), account="1001")
    with pytest.raises(Refused, match="other_shop|another shop") as refused:
        bring_rows(row("douyin", "9"), row("douyin", "1", amount="12.00"), account="1002")
    assert (refused.value.code, Line.objects.count(), whole()[3]) == ("other_shop", 1, 1000)


@pytest.mark.parametrize("platform", ["douyin", "offline"])
def test_the_same_file_under_another_shop_is_refused(platform):
    shops = {"douyin": ("1001", "1002"), "offline": ("7001", "7002")}[platform]
    content = order_file(row(platform, "1"))
    bring(content, account=shops[0])
    with pytest.raises(Refused) as refused:
        bring(content, account=shops[1])
    assert refused.value.code == "file_of_other_shop"


def test_paid_is_of_the_file_and_delta_what_the_totals_moved():
    bring_rows(row("douyin", "1"), at=EARLY)
    found = bring_rows(row("douyin", "1", after="退款成功"), row("douyin", "2", amount="5.00"), at=LATE)
    money = (found.paid_fen, found.refunded_fen, found.delta_paid_fen, found.delta_refunded_fen)
    assert (money, paid("day")) == ((1500, 1000, 500, 1000), {"2026-05-30": 1500})
