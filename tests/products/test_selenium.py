import datetime
from decimal import Decimal

import pytest
from django.utils import translation

from products.gathering import gather
from products.models import Limit, Product, ProductPage, Report, SoilClaim
from products.selenium import claims_for, has_proof, proofs_of, weigh
from tests.products.catalogue import builders
from tests.products.catalogue.builders import day, put_catalogue, put_product, township, village

LAST_DAY, NEXT_DAY = datetime.date(2027, 3, 15), datetime.date(2027, 3, 16)


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def pear(db):
    return put_product(put_catalogue(), "pear", "红香酥梨", villages=(village("xiabai", "下柏村"),))


def soil_claims_of(product: Product, villages: list[int]) -> list[SoilClaim]:
    """As the product's page finds them."""
    return claims_for(gather(product.pk).of(SoilClaim), villages)


def put_report(page: ProductPage, value: str = "16", **fields: object) -> Report:
    """As the database gives it back."""
    return Report.objects.select_related("limit__standard").get(pk=builders.put_report(page, value, **fields).pk)


def limit(wording: str, standard: str = "GB 28050-2011") -> Limit:
    return Limit.objects.get(standard__code=standard, wording=wording)


def test_report_carries_its_claim_until_the_standard_ends(pear):
    report = put_report(pear, valid_until=day(12, 31, 2027))
    assert weigh(report, LAST_DAY).wording == "富含硒"


def test_same_report_carries_none_from_the_day_of_the_new_standard(pear):
    proof = weigh(put_report(pear, valid_until=day(12, 31, 2027)), NEXT_DAY)
    assert not proof.is_valid
    assert "GB 28050-2011" in proof.why_not


def test_value_that_was_enough_is_not_enough_for_the_new_limit(pear):
    report = put_report(pear, "16", valid_until=day(12, 31, 2027), limit=limit("富含硒", "GB 28050-2025"))
    assert not weigh(report, NEXT_DAY).is_valid


def test_new_standard_holds_from_its_day_on_only(pear):
    report = put_report(pear, "18", valid_until=day(12, 31, 2027), limit=limit("富含硒", "GB 28050-2025"))
    assert [weigh(report, on).is_valid for on in (LAST_DAY, NEXT_DAY)] == [False, True]


@pytest.mark.parametrize(
    ("value", "unit", "is_valid"),
    [
        ("15", "µg/100g", True), ("14.9999", "µg/100g", False), ("0.15", "mg/kg", True), ("0.1499", "mg/kg", False),
        ("150", "µg/kg", True), ("149", "µg/kg", False),
    ],
)  # fmt: skip
def test_limit_holds_in_every_unit(pear, value, unit, is_valid):
    report = put_report(pear, unit=unit)
    report.value = Decimal(value)
    assert weigh(report, day(10, 1)).is_valid is is_valid


def test_upper_end_of_a_range_counts(pear):
    own = limit("含有硒")
    own.most = Decimal(12)
    report = put_report(pear, "16")
    report.limit, report.value = own, Decimal(16)
    assert not weigh(report, day(10, 1)).is_valid


@pytest.mark.parametrize(("on", "is_valid"), [((8, 31), False), ((9, 1), True), ((12, 31), True)])
def test_report_holds_from_its_sample_to_its_last_day(pear, on, is_valid):
    report = put_report(pear, sampled_on=day(9, 1), valid_until=day(12, 31))
    assert weigh(report, day(*on)).is_valid is is_valid


def test_expired_report_says_until_when_it_held(pear):
    assert "2026/9/30" in weigh(put_report(pear, valid_until=day(9, 30)), day(10, 1)).why_not


def test_value_without_a_standard_claims_nothing(pear):
    proof = weigh(put_report(pear, "999", limit=None), day(10, 1))
    assert (proof.wording, proof.asked, proof.compared) == ("", "", "")


def test_value_is_said_as_the_report_says_it_and_in_the_standard_s_unit(pear):
    report = put_report(pear, unit="mg/kg")
    report.value = Decimal("0.1600")
    proof = weigh(report, day(10, 1))
    assert (proof.measured, proof.compared, proof.asked) == ("0.16 mg/kg", "16 μg/100 g", "≥ 15 μg/100 g")


def test_valid_reports_come_first(pear):
    put_report(pear, "1", sampled_on=day(9, 20))
    valid = put_report(pear, "16", sampled_on=day(9, 1))
    assert proofs_of(pear.product, day(10, 1))[0].report == valid


def test_product_without_a_report_has_no_proof(pear):
    assert not has_proof(pear.product, day(10, 1))


def test_soil_proves_nothing_of_fruit(pear):
    SoilClaim.objects.create(township=township(), source="某报")
    assert not has_proof(pear.product, day(10, 1))


def test_claim_of_a_village_stands_before_the_township_s(pear):
    own = SoilClaim.objects.create(township=township(), village=village("xiabai", "下柏村"), source="甲")
    SoilClaim.objects.create(township=township(), source="乙")
    assert soil_claims_of(pear.product, [own.village_id]) == [own]


def test_claim_of_another_village_says_nothing(pear):
    other = SoilClaim.objects.create(township=township(), village=village("feng", "冯村"), source="甲")
    assert claims_for([other], [village("xiabai", "下柏村").pk]) == []


def test_claims_of_another_township_are_not_taken(pear):
    SoilClaim.objects.create(township=township("other"), source="乙")
    assert soil_claims_of(pear.product, []) == []
