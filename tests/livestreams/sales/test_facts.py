"""What is known of a line: paid, refunded, amounts (contracts, section 2)."""

import pytest

from livestreams.sales.models import Line
from livestreams.sales.reading.refusal import Refused
from tests.livestreams.sales.builders import bring, bring_rows, line, order_file, paid, row, whole

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world", "agreeing")]


def brought(platform: str, **said: str) -> Line:
    bring_rows(row(platform, "1", **said))
    return Line.objects.get()


def test_a_line_never_paid_is_kept_and_counts_nowhere():
    found = brought("douyin", paid="", placed="2026-05-30 12:00:00", status="已关闭")
    assert (found.day, found.refunded_fen, whole()) == (None, 0, (0, 0, 0, 0, 0))


@pytest.mark.parametrize(
    ("paid_at", "day"), [("2026-05-31 23:59:59", "2026-05-31"), ("2026-06-01 00:00:00", "2026-06-01")]
)
def test_the_day_of_a_line_is_its_payment_day_in_beijing(paid_at, day):
    brought("douyin", paid=paid_at, placed="2026-05-30 12:00:00")
    assert paid("day") == {day: 1000}


@pytest.mark.parametrize(
    ("platform", "said", "expected"),
    [
        ("wechat", {"refund": "3.00"}, (300, "amount")),
        ("wechat", {"refund": "3.00", "after": "退款完成"}, (300, "amount")),
        ("wechat", {"refund": "0", "after": "退款完成"}, (1000, "word")),
        ("wechat", {"refund": "12.00"}, (1200, "amount")),
        ("taobao", {"refund": "4.00", "after": "退款成功"}, (400, "amount")),
        ("taobao", {"refund": "4.00", "after": "退款中"}, (0, "")),
        ("taobao", {"refund": "无退款申请", "after": "退款成功"}, (1000, "word")),
        ("taobao", {"refund": "4.00", "after": "没有申请退款", "status": "交易关闭"}, (1000, "closed")),
        ("offline", {"refund": "2.50"}, (250, "amount")),
        ("douyin", {"after": "退款成功"}, (1000, "word")),
        ("douyin", {"after": "已全额退款"}, (1000, "word")),
        ("douyin", {"after": "退款完成"}, (1000, "word")),
        ("douyin", {"after": "退货退款完成"}, (1000, "word")),
        ("douyin", {"status": "已签收，退款成功"}, (1000, "word")),
        ("douyin", {"status": "已签收,退款成功"}, (1000, "word")),
        ("douyin", {"status": "已关闭", "after": "退款成功"}, (1000, "word")),
        ("douyin", {"status": "已关闭"}, (1000, "closed")),
        ("douyin", {"status": "交易关闭"}, (1000, "closed")),
        ("douyin", {"status": "已取消"}, (1000, "closed")),
        ("douyin", {"after": "售后关闭"}, (0, "")),
        ("douyin", {"after": "退款关闭"}, (0, "")),
        ("douyin", {"after": "换货成功"}, (0, "")),
        ("douyin", {"after": "补寄成功"}, (0, "")),
        ("douyin", {"after": "退款中"}, (0, "")),
        ("douyin", {"after": "未退款成功"}, (0, "")),
        ("pinduoduo", {"status": "已发货，退款成功"}, (1000, "word")),
        ("kuaishou", {"after": "退款成功"}, (1000, "word")),
        ("xiaohongshu", {"status": "已取消"}, (1000, "closed")),
    ],
)
def test_the_first_rule_that_fits_says_what_was_refunded(platform, said, expected):
    found = brought(platform, **said)
    assert (found.refunded_fen, found.refund_rule) == expected


def test_a_refund_is_booked_on_the_payment_day_and_its_own_day_is_kept():
    found = brought("wechat", refund="3.00", refunded_at="2026-07-05 10:00:00")
    assert (str(found.day), str(found.refunded_on)) == ("2026-05-30", "2026-07-05")


def test_a_word_that_the_layout_does_not_list_is_told_and_refunds_nothing():
    order_import = bring_rows(row("douyin", "1", after="退款神了"), row("douyin", "2", after="退款神了"))
    assert (order_import.unknown_words, line("1").refunded_fen) == ({"退款神了": 2}, 0)


@pytest.mark.parametrize(
    ("said", "placed", "day"),
    [
        ({"placed": "2026-05-29 08:00:00"}, "2026-05-29", "2026-05-30"),
        ({"placed": ""}, "2026-05-30", "2026-05-30"),
        ({"placed": "", "paid": "", "订单成交时间": "2026-05-31 09:00:00"}, "2026-05-31", "2026-05-31"),
    ],
)
def test_pinduoduos_times_stand_in_for_each_other(said, placed, day):
    found = brought("pinduoduo", **said)
    assert (found.placed_at.astimezone().date().isoformat(), str(found.day)) == (placed, day)


@pytest.mark.parametrize(
    ("said", "fen"),
    [
        ({"amount": "10.00", "net_amount": "6.00", "refund": "4.00"}, 1000),
        ({"买家应付货款": None, "amount": "", "net_amount": "6.00", "refund": "4.00"}, 1000),
        ({"买家应付货款": None, "amount": "", "net_amount": "6.00", "refund": "无退款申请"}, 600),
    ],
)
def test_taobaos_net_amount_and_refund_stand_in_for_the_amount(said, fen):
    without = ("买家应付货款",) if "买家应付货款" in said else ()
    bring(order_file(row("taobao", "1", **said), without=without))
    assert line("1").paid_fen == fen


def test_taobaos_older_name_of_the_net_amount_is_known():
    content = order_file(row("taobao", "1", refund="4.00", **{"买家实付金额": "6.00"}), without=("买家应付货款",))
    bring(content)
    assert line("1").paid_fen == 1000


def test_offline_keys_are_each_shops_own():
    bring_rows(row("offline", "1", code="CH-5J"), account="7001")
    bring_rows(row("offline", "1", code="CH-5J", amount="20.00"), account="7002")
    assert paid("shop") == {"offline:7001": 1000, "offline:7002": 2000}


def test_the_offline_template_names_our_own_skus():
    bring_rows(row("offline", "1", code="CH-5J", quantity="2"))
    assert paid("sku") == {"CH-5J": 1000}


@pytest.mark.parametrize("column", ["title", "spec", "province", "mark", "streamer", "order"])
def test_texts_without_end_are_cut_to_their_columns(column):
    assert brought("douyin", **{column: "长" * 1000}).paid_fen == 1000


def test_a_key_without_end_still_tells_lines_apart():
    long = "色" * 500
    bring_rows(*(row("wechat", "1", **{"商品属性": long + end}) for end in "甲乙"))
    assert Line.objects.count() == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_nul_character_deep_in_a_file_refuses_it(encoding):
    rows = [*(row("douyin", str(number), title="樱桃") for number in range(100)), row("douyin", "x", title="樱\x00桃")]
    with pytest.raises(Refused) as refused:
        bring(order_file(*rows).decode("utf-8-sig").encode(encoding), account="1001")
    assert refused.value.code == "not_a_table"
