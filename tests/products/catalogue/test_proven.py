"""The filter “with report” and the page's own rule are one rule."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from products.catalogue.proven import proven_on
from products.models import Limit, Report, Unit
from products.selenium import weigh
from tests.products.catalogue.builders import TODAY, day, put_catalogue, put_product, put_report, standard

contents = st.decimals(min_value=0, max_value=2000, places=4)
units = st.sampled_from(Unit.values)
days = st.dates(min_value=day(9, 1), max_value=day(12, 1))


@pytest.fixture
def page(db):
    return put_product(put_catalogue(), "pear", "红香酥梨")


def agrees(report: Report, on: datetime.date) -> bool:
    report = Report.objects.select_related("limit__standard").get(pk=report.pk)
    said = weigh(report, on).is_valid
    assert said == proven_on(on).filter(pk=report.pk).exists()
    return said


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    value=contents, unit=units, least=contents, room=contents | st.none(), own_unit=units, sampled=days, until=days,
    begins=days | st.none(), ends=days | st.none(), on=days,
)  # fmt: skip
def test_database_and_page_agree(page, value, unit, least, room, own_unit, sampled, until, begins, ends, on):
    limit = Limit.objects.create(
        standard=standard(code=f"S-{Limit.objects.count()}", valid_from=begins, valid_to=ends), category="c",
        wording="富含硒", least=least, most=None if room is None else least + room, unit=own_unit,
    )  # fmt: skip
    report = put_report(page, str(value), unit=unit, limit=limit, sampled_on=sampled, valid_until=until)
    agrees(report, on)
    report.delete()


@pytest.mark.parametrize(
    ("value", "unit", "reaches"),
    [
        ("15", "µg/100g", True), ("14.9999", "µg/100g", False), ("150", "µg/kg", True), ("149.9999", "µg/kg", False),
        ("0.15", "mg/kg", True), ("0.1499", "mg/kg", False), ("0.1501", "mg/kg", True),
    ],
)  # fmt: skip
def test_limit_itself_is_enough_in_every_unit(page, value, unit, reaches):
    assert agrees(put_report(page, value, unit=unit), TODAY) is reaches


@pytest.mark.parametrize("thousandths", range(1, 400, 7))
def test_equal_contents_in_other_units_are_equal(page, thousandths):
    value = Decimal(thousandths) / 1000
    limit = Limit.objects.create(standard=standard(), category="c", wording="富含硒", least=value * 100, unit="µg/100g")
    assert agrees(put_report(page, str(value), unit="mg/kg", limit=limit), TODAY)


@pytest.mark.parametrize(
    "change", [{"limit": None}, {"valid_until": day(10, 14)}, {"sampled_on": day(10, 16)}, {"value": "14"}]
)
def test_what_speaks_against_a_report(page, change):
    assert not agrees(put_report(page, **change), TODAY)


def test_new_standard_asks_more_from_its_day_on(page):
    report = put_report(page, valid_until=day(12, 31, 2027))
    assert agrees(report, datetime.date(2027, 3, 15))
    assert not agrees(report, datetime.date(2027, 3, 16))
