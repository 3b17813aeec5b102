import datetime

import pytest
from wagtail.models import Page

from products.models import Batch, BuyingWay, Certificate, Price, Product, ProductPage, Report, Season, Sku, SoilClaim
from products.page_editing.texts import texts_of
from products.wording import Wording
from zhunong.pages.demo.catalogue_facts import put_down_facts
from zhunong.pages.demo.page_tree import publish_pages
from zhunong.pages.demo.product_texts import DETAILS
from zhunong.places.models import Township

TODAY = datetime.date(2026, 11, 23)
TABLES = (Batch, BuyingWay, Certificate, Price, Report, Season, SoilClaim)


@pytest.fixture
def township(sample_world, settings, tmp_path) -> Township:
    settings.MEDIA_ROOT = tmp_path
    township = Township.objects.get()
    Product.objects.create(slug="grape", name="葡萄", category="fruit", township=township)
    publish_pages(township)
    put_down_facts(township, TODAY)
    return township


def test_loading_again_changes_nothing(township):
    before = [model.objects.count() for model in TABLES]
    assert all(before)
    put_down_facts(township, TODAY)
    assert [model.objects.count() for model in TABLES] == before


def test_every_fact_passes_the_checks_of_its_form(township):
    for model in TABLES:
        for row in model.objects.all():
            row.full_clean()


def test_no_page_of_the_demo_holds_a_word_that_may_not_be_used(township):
    wording = Wording(TODAY)
    for page in Page.objects.live().specific():
        questions = list(page.questions.all()) if isinstance(page, ProductPage) else []
        texts = [text for row in [page, *questions] for text in texts_of(row)]
        assert not wording.findings(texts), page.title


def test_no_fact_of_the_demo_holds_such_a_word(township):
    texts = [text for model in TABLES for row in model.objects.all() for text in texts_of(row)]
    assert not Wording(TODAY).findings(texts)


def test_only_report_says_that_it_is_none(township):
    report = Report.objects.get()
    assert "非真实" in report.laboratory and "非真实" in report.number


def test_ways_lead_nowhere(township):
    assert set(BuyingWay.objects.filter(kind="phone").values_list("value", flat=True)) == {"0359-0000000"}
    assert all("演示" in way.value for way in BuyingWay.objects.filter(kind="words"))
    assert all(way.picture.is_placeholder for way in BuyingWay.objects.filter(kind="code"))


def test_what_is_not_over_is_an_expectation(township):
    assert all(season.is_estimate == (season.picked_to >= TODAY) for season in Season.objects.all())


def test_no_season_is_sold_out_in_advance(township):
    assert not Season.objects.filter(sold_out_on__gt=TODAY).exists()


def test_kept_packs_ship_all_year(township):
    assert set(Sku.objects.filter(code__in=["CH-3J", "CH-FZ-2J"]).values_list("code", "is_seasonal")) <= {
        ("CH-3J", True), ("CH-FZ-2J", False)
    }  # fmt: skip


def test_every_product_page_says_how_it_is_shipped(township):
    assert not ProductPage.objects.filter(shipping="").exists()
    assert set(Product.objects.values_list("slug", flat=True)) <= DETAILS.keys()


@pytest.mark.parametrize("today", [datetime.date(2027, 1, 1), datetime.date(2027, 3, 20), datetime.date(2028, 2, 29)])
def test_facts_can_be_put_down_on_any_day(sample_world, settings, tmp_path, today):
    settings.MEDIA_ROOT = tmp_path
    township = Township.objects.get()
    publish_pages(township)
    assert put_down_facts(township, today)
    assert not Price.objects.filter(noted_on__gt=today).exists()
    assert not Report.objects.filter(sampled_on__gt=today).exists()
