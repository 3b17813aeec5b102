"""Rules at the desk: read by the office, written by administrators, tried on a text."""

import pytest
from django.test import Client
from django.urls import reverse

from products.models import Batch, Limit, Report, SoilClaim, Standard, WordRule
from tests import people
from tests.products.staff.conftest import signed_in
from zhunong.access.models import User
from zhunong.places.models import Township, Village

TRY = reverse("products:try_words")


@pytest.fixture
def root(db: None) -> Client:
    return signed_in(people.person("root", is_superuser=True, is_staff=True))


class TestTryingAText:
    def test_a_forbidden_word_is_told_with_what_may_be_said(self, desk: Client):
        answer = desk.post(TRY, {"text": "全网最低价的樱桃"})
        assert [finding.word for finding, _kind in answer.context["findings"]][:1] == ["全网最低"]

    def test_a_harmless_text_has_no_findings(self, desk: Client):
        assert desk.post(TRY, {"text": "今早摘的大樱桃"}).context["findings"] == []

    def test_proof_lets_selenium_be_named(self, desk: Client):
        assert desk.post(TRY, {"text": "富硒樱桃", "is_proven": "on"}).context["findings"] == []

    def test_a_blank_text_is_refused(self, desk: Client):
        assert "is_tried" not in desk.post(TRY, {"text": " "}).context


class TestRules:
    @pytest.mark.parametrize("name", ["standards", "words", "names"])
    def test_staff_read_them_and_add_none(self, desk: Client, name: str):
        assert desk.get(reverse(f"products_{name}:index")).status_code == 200
        assert desk.get(reverse(f"products_{name}:add")).status_code != 200

    def test_administrators_end_a_rule_and_add_the_next(self, root: Client):
        old = WordRule.objects.create(word="天下无双", kind="superlative", reason="绝对", source="法")
        data = {"word": old.word, "kind": old.kind, "reason": old.reason, "instead": "", "source": old.source}
        root.post(reverse("products_words:edit", args=[old.pk]), data | {"valid_to": "2027-01-01"})
        root.post(reverse("products_words:add"), data | {"valid_from": "2027-01-01", "source": "新法"})
        assert WordRule.objects.filter(word="天下无双").count() == 2

    def test_a_standard_is_added_with_its_limits(self, root: Client):
        data = {
            "code": "GB 1", "name": "新标准", "source": "公告", "limits-TOTAL_FORMS": 1, "limits-INITIAL_FORMS": 0,
            "limits-MIN_NUM_FORMS": 0, "limits-MAX_NUM_FORMS": 1000, "limits-0-category": "鲜果",
            "limits-0-wording": "富硒", "limits-0-least": "10", "limits-0-unit": "µg/kg", "limits-0-id": "",
        }  # fmt: skip
        root.post(reverse("products_standards:add"), data)
        assert Limit.objects.get(standard__code="GB 1").wording == "富硒"

    def test_a_standard_that_a_report_points_at_stays(self, root: Client, cherry):
        limit = Limit.objects.select_related("standard").first()
        Report.objects.create(
            product=cherry, number="1", batch="1", value=20, unit="µg/100g", method="m", laboratory="l",
            sampled_on="2026-06-01", valid_until="2026-12-31", limit=limit,
        )  # fmt: skip
        answer = root.post(reverse("products_standards:delete", args=[limit.standard.pk]))
        assert answer.status_code == 200 and Standard.objects.filter(pk=limit.standard.pk).exists()


class TestBatchesAndSoil:
    def test_a_batch_gets_an_address_of_its_own(self, desk: Client, cherry, feng: Village):
        data = {"product": cherry.pk, "village": feng.pk, "number": "B1", "picked_on": "2026-06-01"}
        desk.post(reverse("products_batches:add"), data)
        assert len(Batch.objects.get().code) == 8

    def test_a_batch_of_a_foreign_product_is_refused(self, desk: Client, foreign, feng: Village):
        data = {"product": foreign.pk, "village": feng.pk, "number": "B1", "picked_on": "2026-06-01"}
        answer = desk.post(reverse("products_batches:add"), data)
        assert list(answer.context["form"].errors) == ["product"]

    def test_the_list_leads_to_the_page_behind_the_code(self, desk: Client, cherry, feng: Village):
        batch = Batch.objects.create(product=cherry, village=feng, number="B1", picked_on="2026-06-01")
        assert f"/b/{batch.code}/" in desk.get(reverse("products_batches:index")).content.decode()

    def test_a_soil_claim_is_of_the_own_township(self, desk: Client, world: Township, clerk: User):
        desk.post(reverse("products_soil:add"), {"township": world.pk, "source": "土壤调查报告（2020）"})
        assert SoilClaim.objects.get().township == world

    def test_a_soil_claim_of_another_township_is_refused(self, desk: Client, foreign):
        answer = desk.post(reverse("products_soil:add"), {"township": foreign.township_id, "source": "x"})
        assert "township" in answer.context["form"].errors
