"""The list: what is on it, in which order, what each card says."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from products.models import Price
from tests.products.catalogue.builders import ADDRESS, TODAY, day, put_catalogue, put_price, put_product, put_season


def card(ask, title: str):
    return next(card for card in ask().context_data["cards"] if card.title == title)


def test_what_is_in_season_comes_first_then_what_comes_soon(shown):
    assert shown()[:2] == ["红香酥梨", "郇山山楂"]


def test_by_name_is_in_the_order_of_pinyin(shown):
    assert shown(sort="name") == ["大樱桃", "非遗剪纸", "红香酥梨", "郇山山楂"]


def test_newest_first(shown, goods):
    goods["cherry"].save_revision().publish()
    assert shown(sort="new")[0] == "大樱桃"


def test_a_draft_is_not_shown(shown, catalogue, goods):
    put_product(catalogue, "draft", "草稿梨", live=False)
    assert "草稿梨" not in shown()


def test_a_page_behind_a_password_is_not_shown(shown, goods):
    PageViewRestriction.objects.create(page=goods["cherry"], restriction_type="password", password="x")
    assert "大樱桃" not in shown()


def test_another_sites_products_are_not_shown(shown, goods):
    elsewhere = (
        put_catalogue(slug="elsewhere")
        .get_parent()
        .get_parent()
        .add_child(instance=type(goods["pear"].get_parent())(title="别处", slug="other"))
    )
    put_product(elsewhere.add_child(instance=type(elsewhere)(title="目录", slug="goods")), "far", "别处的梨")
    assert "别处的梨" not in shown()


def test_a_product_right_below_the_home_page_is_shown(shown, catalogue, goods):
    put_product(catalogue.get_parent(), "high", "高处的梨")
    assert "高处的梨" in shown()


def test_card_says_where_it_grows_by_share_and_what_people_call_it(ask):
    pear = card(ask, "红香酥梨")
    assert (pear.villages, pear.local_name) == ("下柏村、冯村", "香梨")


def test_card_in_season_has_its_badge_and_one_gone_has_none(ask):
    assert card(ask, "红香酥梨").standing.is_now
    assert not card(ask, "大樱桃").standing.is_now


def test_card_says_that_there_is_a_report(ask):
    assert [c.title for c in ask().context_data["cards"] if c.is_proven] == ["红香酥梨"]


def test_lowest_of_several_prices_is_marked_as_the_lowest(ask, goods):
    put_price(goods["pear"], 1990, pack=2)
    assert "19.90" in card(ask, "红香酥梨").price
    assert card(ask, "红香酥梨").price != "¥19.90"


def test_a_single_price_is_said_as_it_is(ask):
    assert card(ask, "红香酥梨").price == "¥29.80"


def test_a_newer_price_takes_the_place_of_a_lower_older_one(ask, goods):
    put_price(goods["pear"], 990, seen=day(9, 1))
    assert card(ask, "红香酥梨").price == "¥29.80"


@pytest.mark.parametrize("change", [{"valid_until": day(10, 14)}, {"noted_on": day(10, 16)}])
def test_a_price_that_is_over_or_of_tomorrow_is_not_shown(ask, goods, change):
    Price.objects.update(**{"noted_on": day(10, 1)} | change)
    assert card(ask, "红香酥梨").price == ""


def test_price_of_a_hidden_pack_is_not_shown(ask, goods):
    goods["pear"].product.skus.update(is_shown=False)
    assert card(ask, "红香酥梨").price == ""


def test_season_in_one_village_is_enough(ask, shown, goods):
    cherry = goods["cherry"]
    put_season(cherry, day(10, 1), day(10, 20), village=cherry.product.origins.get().parts.get().village)
    assert card(ask, "大樱桃").standing.is_now


def test_what_is_sold_out_is_not_in_season(shown, goods):
    goods["pear"].product.seasons.update(sold_out_on=TODAY)
    assert shown(season="now") == []


def test_html_shows_the_price_with_platform_and_day(ask):
    html = ask().text
    assert "¥29.80" in html
    assert "10月15日" in html


@pytest.mark.parametrize("products", [5, 200])
def test_list_asks_ten_queries_at_most(client, catalogue, products, django_assert_max_num_queries):
    for number in range(products):
        page = put_product(catalogue, f"p-{number}", f"产品{number}")
        put_season(page, day(9, 1), day(10, 31))
        put_price(page, 1000 + number)
    client.get(ADDRESS)
    with django_assert_max_num_queries(10):
        client.get(ADDRESS)


def test_list_of_no_products_says_so(client, catalogue):
    assert client.get(ADDRESS).status_code == 200


def test_only_members_read_a_catalogue_behind_a_group(client, catalogue, goods):
    restriction = PageViewRestriction.objects.create(page=catalogue, restriction_type="groups")
    restriction.groups.add(Group.objects.first())
    assert client.get(ADDRESS).status_code == 302
