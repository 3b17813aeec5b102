"""What visitors read of a product's rows: words and pictures are looked at wherever a row is written."""

import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from media.models import CustomImage
from products.models import Batch, BuyingWay, Certificate, Limit, ProperName, Report, Season, Sku, SoilClaim, WordRule
from products.wording import rules_read_once, wording_on
from tests.products.staff.test_facts import edit_url, errors, posted, season
from tests.products.staff.test_sheets import JUNE, hand_in, say_yes, workbook
from zhunong.access.libraries import library_of
from zhunong.pages.demo.painting import paint_product
from zhunong.pages.models import HomePage

CLAIM, SELENIUM = "全国第一的樱桃", "富硒好樱桃"
CERTIFICATE = {"kind": "other", "name": "绿色食品", "number": "", "holder": "合作社", "source": ""}
WAY = {"kind": "words", "platform": "douyin", "seller": "合作社", "value": "复制口令", "sort_order": 0}
REPORT = {"number": "R-1", "batch": "B-1", "value": 20, "unit": "mg/kg", "method": "GB", "laboratory": "所",
          "sampled_on": "2026-06-01", "valid_until": "2099-01-01", "limit": ""}  # fmt: skip


@pytest.fixture
def proven(cherry):
    limit = Limit.objects.get(standard__code="GB 28050-2011", wording="富含硒")
    today = timezone.localdate()
    return Report.objects.create(
        product=cherry, number="R-9", batch="B-9", value=20, unit=limit.unit, method="GB 5009.93", laboratory="所",
        sampled_on=today - datetime.timedelta(30), valid_until=today + datetime.timedelta(300), limit=limit,
    )  # fmt: skip


@pytest.fixture
def unasked(cherry, settings, tmp_path) -> CustomImage:
    settings.MEDIA_ROOT = tmp_path / "uploads"
    Page.objects.get(depth=1).add_child(instance=HomePage(title="安峪", slug="anyu", township=cherry.township))
    return CustomImage.objects.create(
        title="老王", file=ContentFile(paint_product("cherry"), "wang.jpg"), people_shown="not_asked",
        collection=library_of(cherry.township),
    )  # fmt: skip


class TestAtTheDesk:
    @pytest.mark.parametrize(
        ("relation", "row", "field"),
        [
            ("seasons", season(note=CLAIM), "note"),
            ("certificates", CERTIFICATE | {"name": CLAIM}, "name"),
            ("certificates", CERTIFICATE | {"holder": CLAIM}, "holder"),
            ("ways", WAY | {"value": f"复制：{CLAIM}"}, "value"),
            ("ways", WAY | {"seller": CLAIM}, "seller"),
            ("reports", REPORT | {"laboratory": CLAIM}, "laboratory"),
        ],
    )
    def test_a_forbidden_word_is_refused_at_its_field(
        self, desk: Client, cherry, relation: str, row: dict[str, Any], field: str
    ):
        answer = desk.post(edit_url(cherry), posted(cherry, **{relation: [row]}))
        assert list(errors(answer, relation)) == [field]

    def test_the_reason_and_what_may_be_said_are_told(self, desk: Client, cherry):
        rule = WordRule.objects.exclude(instead="").filter(word="富硒").get()
        answer = desk.post(edit_url(cherry), posted(cherry, seasons=[season(note=SELENIUM)]))
        told = errors(answer, "seasons")["note"][0]
        assert rule.reason in told and rule.instead in told

    @pytest.mark.parametrize("field", ["local_name", "variety"])
    def test_names_of_the_product_are_looked_at(self, desk: Client, cherry, field: str):
        answer = desk.post(edit_url(cherry), posted(cherry) | {field: CLAIM})
        assert list(answer.context["form"].errors) == [field]

    def test_an_areas_source_may_name_the_soil_but_praise_nothing(self, desk: Client, cherry, feng):
        row = {"village": feng.pk, "area_mu": 800, "source": "富硒办台账"}
        assert desk.post(edit_url(cherry), posted(cherry, areas=[row])).status_code == 302
        answer = desk.post(edit_url(cherry), posted(cherry, areas=[row | {"source": CLAIM}]))
        assert "source" in errors(answer, "areas")

    def test_a_proven_product_may_say_so(self, desk: Client, cherry, proven):
        data = posted(cherry, seasons=[season(note=SELENIUM)], reports=[REPORT | {"id": proven.pk}])
        desk.post(edit_url(cherry), data)
        assert Season.objects.get().note == SELENIUM

    def test_a_firms_registered_name_is_no_claim(self, desk: Client, cherry):
        desk.post(edit_url(cherry), posted(cherry, ways=[WAY | {"seller": "绛县富硒果业合作社"}]))
        assert BuyingWay.objects.get().seller == "绛县富硒果业合作社"

    def test_a_proper_name_passes(self, desk: Client, cherry):
        ProperName.objects.create(name="安峪富硒协会")
        row = CERTIFICATE | {"name": "安峪富硒协会会员证"}
        desk.post(edit_url(cherry), posted(cherry, certificates=[row]))
        assert Certificate.objects.exists()

    def test_a_pack_whose_name_claims_something_is_not_shown(self, desk: Client, cherry, pack: Sku):
        Sku.objects.filter(pk=pack.pk).update(name=CLAIM)
        answer = desk.post(edit_url(cherry), posted(cherry, pack))
        assert list(answer.context["form"].errors) == ["shown_packs"]
        assert desk.post(edit_url(cherry), posted(cherry)).status_code == 302

    @pytest.mark.parametrize(("relation", "row"), [("certificates", CERTIFICATE), ("ways", WAY), ("reports", REPORT)])
    def test_a_picture_of_people_not_asked_is_refused_with_what_to_do(
        self, desk: Client, cherry, unasked: CustomImage, relation: str, row: dict[str, Any]
    ):
        answer = desk.post(edit_url(cherry), posted(cherry, **{relation: [row | {"picture": unasked.pk}]}))
        assert errors(answer, relation)["picture"] == [unasked.why_not_shown]

    def test_a_batch_and_a_soil_claim_are_looked_at_too(self, cherry, feng, unasked: CustomImage):
        batch = Batch(product=cherry, village=feng, number="1", picked_on=JUNE, issuer=CLAIM, picture=unasked)
        with pytest.raises(ValidationError) as refused:
            batch.full_clean()
        assert set(refused.value.message_dict) == {"issuer", "picture"}
        claim = SoilClaim(township=cherry.township, source="土壤富硒普查", finding="硒含量 0.4 mg/kg")
        claim.full_clean()

    def test_the_rules_are_read_once_however_many_rows(self, cherry, django_assert_num_queries):
        day = timezone.localdate()
        with rules_read_once(), django_assert_num_queries(2):
            for _time in range(3):
                wording_on(day).findings([CLAIM])


class TestOnThePhone:
    def write(self, leader, product, village, **fields: str) -> Any:
        phone, key = Client(), f"{product.pk}-{village.pk}"
        phone.force_login(leader)
        dates = {"picked_from": "2026-06-01", "picked_to": "2026-06-20"} | fields
        data = {f"{key}-{name}": value for name, value in dates.items()} | {"village": village.pk}
        return phone.post(reverse("my_seasons:write", args=[product.pk]), data)

    def test_a_note_with_a_forbidden_word_is_refused_where_it_was_written(self, leader, cherry, feng):
        answer = self.write(leader, cherry, feng, note=CLAIM)
        assert answer.status_code == 422
        assert "全国第一" in answer.text and not Season.objects.exists()

    def test_a_plain_note_is_kept(self, leader, cherry, feng):
        self.write(leader, cherry, feng, note="倒春寒，晚了一周")
        assert Season.objects.get().note == "倒春寒，晚了一周"


class TestInTheSheet:
    HEADER = ["product", "village", "year", "picked_from", "picked_to", "note"]

    def test_a_forbidden_word_is_told_by_row_and_column_with_the_reason(self, desk: Client, cherry):
        answer = hand_in(desk, workbook(seasons=[self.HEADER, ["大樱桃", "", 2026, JUNE, JUNE, CLAIM]]))
        (cell,) = answer.context["bad"]
        assert (cell.row, cell.value) == (2, CLAIM) and "绝对" in cell.reason
        assert "sealed" not in answer.context

    @pytest.mark.parametrize(
        ("sheet", "header", "row"),
        [
            ("certificates", ["product", "kind", "name", "number", "holder"], ["大樱桃", "other", CLAIM, "1", "社"]),
            ("ways", ["id", "product", "kind", "platform", "seller", "value"],
             ["", "大樱桃", "words", "douyin", "社", CLAIM]),
            ("products", ["slug", "name", "local_name"], ["cherry", "大樱桃", CLAIM]),
        ],
    )  # fmt: skip
    def test_every_sheet_is_looked_at(self, desk: Client, cherry, sheet: str, header: list[str], row: list[Any]):
        assert [cell.value for cell in hand_in(desk, workbook(**{sheet: [header, row]})).context["bad"]] == [CLAIM]

    def test_a_plain_row_is_written(self, desk: Client, cherry):
        preview = hand_in(desk, workbook(seasons=[self.HEADER, ["大樱桃", "", 2026, JUNE, JUNE, "晚了一周"]]))
        say_yes(desk, preview)
        assert Season.objects.get().note == "晚了一周"
