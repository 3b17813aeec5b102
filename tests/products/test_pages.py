import datetime

import pytest
from django.utils import timezone, translation

from products.gathering import gather
from products.models import Origin, OriginPart, Product, ProductPage
from products.showing import origin_on
from products.templatetags import product_facts
from zhunong.pages.demo.page_tree import publish_pages
from zhunong.pages.models import SiteDetails
from zhunong.places.models import Township, Village


@pytest.fixture
def pages(sample_world, settings, tmp_path) -> Township:
    settings.MEDIA_ROOT = tmp_path
    publish_pages(Township.objects.get())
    return Township.objects.get()


def read(client, path: str) -> str:
    return client.get(path, headers={"cookie": "django_language=en"}).text


def test_product_page_says_where_it_grows(client, pages):
    html = read(client, "/products/cherry/")
    assert "下柏村 seven tenths" in html
    assert "东三涧村 three tenths" in html


def test_unknown_origin_is_said_to_be_unknown(client, pages):
    assert "Origin still to be checked" in read(client, "/products/hawthorn/")


def origin_today(slug: str) -> str:
    product = Product.objects.get(slug=slug)
    return product_facts.shares(origin_on(gather(product.pk).of(OriginPart), timezone.localdate()))


def test_origin_of_tomorrow_does_not_hold_today(pages):
    pear = Product.objects.get(slug="pear")
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    Origin.objects.create(product=pear, valid_from=tomorrow).set_shares({Village.objects.get(slug="feng"): 100})
    assert origin_today("pear") == "下柏村"


def test_latest_origin_counts(pages):
    with translation.override("en"):
        assert origin_today("strawberry") == "长杆村 half, 冯村 half"


def test_shares_that_are_no_tenths_are_said_exactly():
    with translation.override("en"):
        assert product_facts.say_shares([("甲村", 55), ("乙村", 45)]) == "甲村 55%, 乙村 45%"


@pytest.mark.parametrize(
    ("grams", "said"), [(60, "60 g"), (500, "1 jin (0.5 kg)"), (2500, "5 jin (2.5 kg)"), (1250, "2.5 jin (1.25 kg)")]
)
def test_weight_is_said_in_jin_first(grams, said):
    with translation.override("en"):
        assert product_facts.weight(grams) == said


def test_area_keeps_its_more_and_its_source(client, pages):
    Product.objects.filter(slug="cherry").update(area_mu=8000, area_is_at_least=True, area_source="某报")
    html = read(client, "/products/cherry/")
    assert "over 8000 mu" in html
    assert "某报" in html


def test_township_s_number_stands_in_where_no_way_is_known(client, pages):
    assert 'href="tel:' not in read(client, "/products/cherry/")
    SiteDetails.objects.update(phone="0359-0000000")
    assert 'href="tel:0359-0000000"' in read(client, "/products/cherry/")


def test_no_page_calls_fruit_selenium_rich_without_proof(client, pages):
    for page in ProductPage.objects.all():
        html = client.get(page.get_url()).text
        assert html.count("富硒") == html.count("产自富硒土壤区域")


def test_product_page_asks_few_queries(client, pages, django_assert_max_num_queries):
    client.get("/products/cherry/")
    with django_assert_max_num_queries(15):
        client.get("/products/cherry/")
