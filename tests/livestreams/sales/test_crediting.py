"""Whom a line is credited to (contracts, section 2: SKU, account, session, teams, villages)."""

import pytest

from livestreams.sales.models import Line
from tests.livestreams.sales.builders import bring, bring_rows, line, order_file, row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world", "agreeing")]


def douyin(account: str = "", **said: str) -> Line:
    bring_rows(row("douyin", "1", **said), account=account)
    return line("1")


def sku(found: Line) -> str | None:
    return found.sku and found.sku.code


def teams(found: Line) -> str | None:
    return found.team_shares and found.team_shares.shares


@pytest.mark.parametrize(
    ("shop", "said", "expected"),
    [
        ("1001", {"code": "A"}, "CH-5J"),
        ("1002", {"code": "A"}, "CH-3J"),
        ("1001", {"code": "A", "product_id": "P1", "spec": "大"}, "CH-5J"),
        ("1001", {"code": "", "product_id": "P1", "spec": "大"}, "CH-3J"),
        ("1001", {"code": "other", "product_id": "P1", "spec": "小"}, "PR-10J"),
        ("1001", {"code": "", "product_id": "P2", "spec": "大"}, None),
    ],
)
def test_the_best_code_names_the_sku(shop, said, expected):
    assert sku(douyin(shop, **said)) == expected


@pytest.mark.parametrize(
    ("codes", "expected"), [(("第一", "第二"), "CH-5J"), (("无", "第二"), "PR-10J"), (("第二", "第一"), "PR-10J")]
)
def test_merchants_codes_go_in_the_order_of_the_layout(codes, expected):
    first, second = codes
    bring_rows(row("wechat", "1", code=first, **{"商品编码(自定义)": second, "商品属性": "x"}))
    assert sku(line("1|1|x")) == expected


def test_an_unmapped_line_has_no_weight_and_no_village():
    found = douyin(code="?")
    assert (found.weight_g, found.village_shares) == (0, None)


def test_weight_is_items_times_net_weight():
    assert douyin(quantity="3").weight_g == 7500


@pytest.mark.parametrize(
    ("streamer", "account", "stranger"),
    [("", "1001", False), ("0", "1001", False), ("9001", "9001", False), ("5555", None, True)],
)
def test_the_account_is_the_streamers_else_the_shops(streamer, account, stranger):
    found = douyin(streamer=streamer)
    assert (found.account and found.account.account_id, found.is_stranger) == (account, stranger)


def test_a_stranger_has_no_team_and_no_session():
    found = douyin(streamer="5555", placed="2026-05-30 21:00:00")
    assert (found.team_shares, found.session) == (None, None)


@pytest.mark.parametrize(
    ("placed", "expected"),
    [
        ("2025-12-31 23:59:59", None),
        ("2026-01-01 00:00:00", "feng-team:100"),
        ("2026-05-31 23:59:59", "feng-team:100"),
        ("2026-06-01 00:00:00", "changgan-team:100"),
        ("2026-07-01 00:00:00", None),
    ],
)
def test_the_owner_of_the_day_of_the_order_sold_it(placed, expected):
    found = douyin(streamer="9001", placed=placed, paid="2026-08-01 00:00:00")
    assert (teams(found), found.is_stranger) == (expected, False)


def test_a_shop_without_owner_sells_for_nobody():
    assert douyin("1002").team_shares is None


@pytest.mark.parametrize(("nickname", "expected"), [("小红", "9301"), ("重名", "3001"), ("谁也不是", "3001")])
def test_a_nickname_counts_where_exactly_one_account_bears_it(nickname, expected):
    bring_rows(row("wechat", "1", nickname=nickname, **{"商品属性": "x"}))
    assert line("1|1|x").account.account_id == expected


def test_an_id_goes_before_a_nickname():
    bring_rows(row("wechat", "1", nickname="小红", streamer="9302", **{"商品属性": "x"}))
    assert line("1|1|x").account.account_id == "9302"


@pytest.mark.parametrize(
    ("placed", "expected"),
    [
        ("2026-05-30 19:59:59", None),
        ("2026-05-30 20:00:00", "shared"),
        ("2026-05-30 21:59:59", "shared"),
        ("2026-05-30 22:00:00", None),
    ],
)
def test_a_session_holds_from_its_start_to_before_its_end(placed, expected):
    found = douyin(placed=placed)
    assert (found.session and found.session.slug) == expected


@pytest.mark.parametrize(
    ("mark", "in_session", "provisional"),
    [
        ("直播", True, False),
        ("", True, False),
        ("-", True, False),
        ("数据将于第二天更新", True, True),
        ("短视频", False, False),
        ("商品卡", False, False),
        ("其他", False, False),
    ],
)
def test_only_some_marks_let_a_line_into_a_session(mark, in_session, provisional):
    found = douyin(mark=mark, placed="2026-05-30 21:00:00")
    assert (found.session is not None, found.is_provisional) == (in_session, provisional)


def test_the_session_is_that_of_the_account_that_sold():
    found = douyin(streamer="9001", placed="2026-05-31 21:00:00")
    assert (found.session.slug, teams(found)) == ("alone", "changgan-team:100")


def test_a_sessions_shares_go_before_the_owner():
    assert teams(douyin(placed="2026-05-30 21:00:00")) == "feng-team:40;fourteen:60"


@pytest.mark.parametrize(
    ("placed", "expected"),
    [
        ("2026-05-30 23:59:59", "changgan:50;feng:50"),
        ("2026-05-31 00:00:00", "changgan:33;feng:33;xiabai:34"),
    ],
)
def test_it_grew_where_the_product_grew_on_the_day_of_the_order(placed, expected):
    found = douyin(placed=placed, paid="2026-06-05 00:00:00")
    assert found.village_shares.shares == expected


def test_without_a_time_of_order_the_time_of_payment_stands_in():
    bring(order_file(row("douyin", "1", paid="2026-05-30 21:00:00"), without=("订单提交时间",)))
    assert line("1").session.slug == "shared"
