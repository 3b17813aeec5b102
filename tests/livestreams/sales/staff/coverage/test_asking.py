"""The texts for the group: whom, which shop, exactly which days, where to."""

import datetime

import pytest

from livestreams.sales.staff.coverage.asking import text_for, text_for_all, told_days
from livestreams.sales.staff.coverage.board import Stretch
from livestreams.teams.models import Account, Ownership
from tests.livestreams.sales.staff.coverage.conftest import TODAY, bring, day
from tests.people import operator_of


@pytest.fixture(autouse=True)
def public(settings):
    settings.PUBLIC_URL = "https://zhunong.example/"


def asked(look, shop):
    return next(row for row in look().rows if row.shop == shop)


def test_the_text_names_person_shop_exact_days_and_address(look, shop):
    operator_of(shop, "小穗")
    bring(1, "03 09:00")
    bring(6, "08 08:00")
    assert text_for(asked(look, shop), TODAY) == (
        "@小穗：请导出 抖店“douyin店” 11月3日—11月5日、11月8日—11月9日 的订单（导出时不要勾选收件人信息），"
        "在 https://zhunong.example/my/sales/hand-in/ 交上来，谢谢！"
    )


def test_without_a_person_the_team_is_asked(look, shop):
    assert text_for(asked(look, shop), TODAY).startswith("@十四小只：")


def test_a_shop_of_nobody_asks_all(look):
    assert text_for(asked(look, Account.objects.get(account_id="1002")), TODAY).startswith("@所有人：")


def test_a_stall_is_asked_for_our_own_sheet(look):
    text = text_for(asked(look, Account.objects.get(account_id="7001")), TODAY)
    assert "导出" not in text and "模板" in text


def test_one_text_for_all_has_a_line_for_each_shop_with_something_missing(look, shop):
    bring(1, "10 08:00")
    text = text_for_all(look().asked, TODAY)
    assert "抖店“douyin店”" not in text
    assert "@十四小只 快手小店“kuaishou店”：11月1日—11月9日" in text.splitlines()
    assert len(text.splitlines()) == len(look().asked) + 2


def test_nothing_missing_asks_nothing(look, shop):
    Ownership.objects.exclude(account=shop).filter(valid_from=None).update(valid_to=datetime.date(2026, 1, 1))
    bring(1, "10 08:00")
    assert text_for_all(look().asked, TODAY) == ""


@pytest.mark.parametrize(
    ("stretch", "told"),
    [
        (Stretch(day(3), day(3)), "11月3日"),
        (Stretch(day(3), day(9)), "11月3日—11月9日"),
        (Stretch(datetime.date(2025, 12, 31), datetime.date(2026, 1, 2)), "2025年12月31日—1月2日"),
    ],
)
def test_days_are_told_as_people_say_them(stretch, told):
    assert told_days([stretch], TODAY) == told
