"""What a 手卡 begins with: facts of the catalogue of that day, each fit to be said."""

import datetime

import pytest

from livestreams.sessions.claims import findings_of
from livestreams.sessions.models import Event
from livestreams.sessions.talking import known_of
from products.models import Origin, Price, Season, SoilClaim
from tests.livestreams.sessions.builders import Stage, at, planned
from tests.livestreams.sessions.lines import proven, put
from zhunong.places.models import Village

DAY = at(20).date()


@pytest.fixture
def village(stage: Stage) -> Village:
    """Where the cherries grow."""
    village = Village.objects.create(slug="xiabai", name="下柏村", township=stage.centre.township)
    Origin.objects.create(product=stage.products[0]).set_shares({village: 100})
    return village


@pytest.fixture
def soil(stage: Stage, village: Village) -> SoilClaim:
    return SoilClaim.objects.create(township=stage.centre.township, village=village, source="省地调院2021年报告")


def line_with(stage: Stage, words: str, number: int = 0) -> str:
    """The only line that has these words; blank without one."""
    lines = [line for line in known_of(stage.products[number], DAY).points if words in line]
    return lines[0] if lines else ""


def test_villages_of_origin_are_named(stage: Stage, village: Village):
    assert line_with(stage, "下柏村")


def test_packs_are_named(stage: Stage):
    assert line_with(stage, "大樱桃5斤")


@pytest.mark.parametrize(
    ("begins", "is_said"), [(DAY - datetime.timedelta(3), True), (DAY + datetime.timedelta(3), False)]
)
def test_season_is_said_only_while_it_is_on(stage: Stage, village: Village, begins: datetime.date, is_said: bool):
    Season.objects.create(
        product=stage.products[0], village=village, year=2026, picked_from=begins,
        picked_to=begins + datetime.timedelta(10),
    )  # fmt: skip
    known = known_of(stage.products[0], DAY)
    assert (known.standing.sentence in known.points) is is_said


def test_without_a_report_only_the_soil_is_said_with_its_source(stage: Stage, soil: SoilClaim):
    assert "产自富硒土壤区域" in line_with(stage, "省地调院2021年报告")


def test_with_a_valid_report_its_wording_value_and_number_are_said(stage: Stage, soil: SoilClaim):
    report = proven(stage.products[0], DAY)
    said = line_with(stage, report.number)
    assert report.limit and report.limit.wording in said and "省检测院" in said and "省地调院" not in said


def test_report_that_ended_is_not_said(stage: Stage, soil: SoilClaim):
    report = proven(stage.products[0], DAY - datetime.timedelta(1))
    assert not line_with(stage, report.number) and line_with(stage, "省地调院")


def test_nothing_is_said_of_selenium_without_any_source(stage: Stage, village: Village):
    assert "硒" not in known_of(stage.products[0], DAY).text


@pytest.mark.parametrize("has_report", [False, True])
def test_what_it_begins_with_may_be_said(stage: Stage, soil: SoilClaim, has_report: bool):
    if has_report:
        proven(stage.products[0], DAY)
    event: Event = planned(stage)
    put(stage, event, points=known_of(stage.products[0], DAY).text)
    assert findings_of(event) == []


def test_price_is_that_of_the_first_platform_that_has_one(stage: Stage):
    product, sku = stage.products[0], stage.skus[0]
    for platform, fen in (("taobao", 4000), ("wechat", 5980)):
        Price.objects.create(product=product, sku=sku, platform=platform, price_fen=fen, noted_on=DAY)
    price = known_of(product, DAY).price_of(sku, ["douyin", "wechat", "taobao"])
    assert price and price.price_fen == 5980


def test_price_of_another_platform_says_nothing(stage: Stage):
    Price.objects.create(product=stage.products[0], sku=stage.skus[0], platform="taobao", price_fen=4000, noted_on=DAY)
    assert known_of(stage.products[0], DAY).price_of(stage.skus[0], ["douyin"]) is None


def test_four_queries(stage: Stage, soil: SoilClaim, django_assert_max_num_queries):
    known_of(stage.products[1], DAY)  # once, for what Django asks of the database itself
    with django_assert_max_num_queries(4):
        known_of(stage.products[0], DAY)
