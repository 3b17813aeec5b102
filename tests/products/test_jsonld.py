import json
import re

import pytest

from products.models import BuyingWay, Price, Season
from tests.products.catalogue.builders import day, put_price, put_report

ADDRESS, SHOP = "/products/pear/", "https://haohuo.jinritemai.com/x"


@pytest.fixture
def product_data(client, pear):
    """The Product that the page tells search engines of."""

    def found() -> dict:
        elements = re.findall(r'<script type="application/ld\+json">(.*?)</script>', client.get(ADDRESS).text, re.S)
        return next(data for data in map(json.loads, elements) if data["@type"] == "Product")

    return found


def put_link(page, platform: str = "douyin") -> None:
    BuyingWay.objects.create(product=page.product, kind="link", platform=platform, value=SHOP, seller="某合作社")


def test_product_has_name_category_and_country(product_data):
    data = product_data()
    assert (data["name"], data["countryOfOrigin"]["name"]) == ("红香酥梨", "CN")
    assert data["category"]


def test_nothing_is_said_that_nobody_knows(product_data):
    assert {"offers", "brand", "aggregateRating", "review", "alternateName", "image"}.isdisjoint(product_data())


def test_offer_leads_to_its_platform(product_data, pear):
    put_link(pear)
    put_price(pear, 2680)
    (offer,) = product_data()["offers"]
    assert (offer["url"], offer["price"], offer["priceCurrency"]) == (SHOP, "26.80", "CNY")
    assert "priceValidUntil" not in offer


def test_end_of_a_price_is_told_where_it_is_known(product_data, pear):
    put_link(pear)
    put_price(pear, 2680, valid_until=day(12, 31))
    assert product_data()["offers"][0]["priceValidUntil"] == "2026-12-31"


def test_price_without_a_link_on_its_platform_is_no_offer(product_data, pear):
    put_link(pear, "taobao")
    put_price(pear, 2680)
    assert "offers" not in product_data()


@pytest.mark.parametrize(
    ("last", "is_seasonal", "told"),
    [((10, 31), True, "InStock"), ((10, 1), True, "OutOfStock"), ((10, 1), False, "InStock")],
)
def test_availability_follows_the_season(product_data, pear, last, is_seasonal, told):
    put_link(pear)
    put_price(pear, 2680)
    Price.objects.get().sku.__class__.objects.update(is_seasonal=is_seasonal)
    Season.objects.create(product=pear.product, year=2026, picked_from=day(9, 1), picked_to=day(*last))
    assert product_data()["offers"][0]["availability"] == f"https://schema.org/{told}"


def test_sold_out_is_told_as_such(product_data, pear):
    put_link(pear)
    put_price(pear, 2680)
    Season.objects.create(
        product=pear.product, year=2026, picked_from=day(9, 1), picked_to=day(10, 31), sold_out_on=day(10, 1)
    )
    assert product_data()["offers"][0]["availability"] == "https://schema.org/SoldOut"


def test_no_text_can_end_the_element(client, product_data, pear):
    type(pear).objects.update(search_description="</script><script>alert(1)</script>&")
    assert product_data()["description"] == "</script><script>alert(1)</script>&"
    assert "<script>alert(1)" not in client.get(ADDRESS).text


def test_report_is_no_word_for_search_engines(product_data, pear):
    put_report(pear)
    assert "硒" not in json.dumps(product_data(), ensure_ascii=False)
