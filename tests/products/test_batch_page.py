import pytest

from products.models import Batch, BuyingWay, SoilClaim
from tests.products.catalogue.builders import day, put_report, township, village

ADDRESS = "/b/abcd2345/"


@pytest.fixture
def batch(pear) -> Batch:
    return Batch.objects.create(
        product=pear.product, village=village("feng", ""), number="LI-07", code="abcd2345", picked_on=day(9, 20),
        issuer="某合作社", issued_on=day(9, 21), quantity="40箱",
    )  # fmt: skip


def test_batch_tells_village_day_and_certificate(read, batch):
    html = read(ADDRESS)
    for told in ("红香酥梨", "冯村", "2026/9/20", "LI-07", "某合作社", "2026/9/21", "40箱"):
        assert told in html


def test_capital_letters_lead_to_the_same_batch(client, batch):
    assert client.get(ADDRESS.upper().replace("/B/", "/b/")).status_code == 200


def test_unknown_code_gets_a_sentence(client, db):
    response = client.get("/b/nothing/", headers={"cookie": "django_language=en"})
    assert response.status_code == 404
    assert "This batch is not known here" in response.text


def test_search_engines_are_kept_out(read, batch):
    assert '<meta name="robots" content="noindex">' in read(ADDRESS)


def test_batch_leads_no_buyer_away(read, batch, pear):
    BuyingWay.objects.create(product=pear.product, kind="phone", value="0359-5550000", seller="某合作社")
    html = read(ADDRESS)
    assert "0359-5550000" not in html
    assert pear.get_url() not in html and "How to buy" not in html


def test_ways_are_shown_when_switched_on(read, batch, pear):
    BuyingWay.objects.create(product=pear.product, kind="phone", value="0359-5550000", seller="某合作社")
    Batch.objects.update(shows_ways=True)
    assert "0359-5550000" in read(ADDRESS)


def test_own_report_carries_its_claim(read, batch, pear):
    Batch.objects.update(report=put_report(pear, batch="LI-07"))
    assert "富含硒" in read(ADDRESS)


def test_report_of_another_batch_carries_none(read, batch, pear):
    Batch.objects.update(report=put_report(pear, batch="LI-08"))
    html = read(ADDRESS)
    assert "proof__claim" not in html
    assert "of another batch" in html


def test_expired_report_carries_none(read, batch, pear):
    Batch.objects.update(report=put_report(pear, batch="LI-07", valid_until=day(10, 14)))
    assert "proof__claim" not in read(ADDRESS)


def test_product_s_report_is_not_borrowed(read, batch, pear):
    put_report(pear, batch="LI-08")
    assert "富含硒" not in read(ADDRESS)


def test_soil_is_told_apart_from_fruit(read, batch):
    SoilClaim.objects.create(township=township(), source="某报2026年9月")
    html = read(ADDRESS)
    assert "某报2026年9月" in html
    assert "No test report of the fruit is attached yet." in html


def test_batch_page_asks_few_queries(client, batch, django_assert_max_num_queries):
    client.get(ADDRESS)
    with django_assert_max_num_queries(8):
        client.get(ADDRESS)
