"""A product's facts at the desk: one form in tabs, each mistake told at its field."""

import datetime
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from products.models import Origin, Price, Product, Season, Sku, VillageArea
from products.staff.facts.listing import parts_on
from tests import people
from tests.products.staff.conftest import signed_in
from zhunong.places.models import Township, Village

RELATIONS = ("seasons", "areas", "prices", "ways", "certificates", "reports")


def posted(product: Product, *packs: Sku, **rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The form as a browser sends it: the product's fields and, by relation, rows (with `id` where they are there)."""
    own = {"local_name": "", "variety": "", "area_mu": "", "area_source": ""}
    data: dict[str, Any] = own | {"shown_packs": [pack.pk for pack in packs], "seasonal_packs": []}
    for name in RELATIONS:
        given = rows.get(name, [])
        known = sum("id" in row for row in given)
        data |= {f"{name}-TOTAL_FORMS": len(given), f"{name}-INITIAL_FORMS": known}
        data |= {f"{name}-MIN_NUM_FORMS": 0, f"{name}-MAX_NUM_FORMS": 1000}
        for number, row in enumerate(given):
            data |= {f"{name}-{number}-{field}": value for field, value in ({"id": ""} | row).items()}
    return data


def edit_url(product: Product) -> str:
    return reverse("products_facts:edit", args=[product.pk])


def season(**fields: Any) -> dict[str, Any]:
    return {"year": 2026, "village": "", "picked_from": "2026-06-01", "picked_to": "2026-06-20"} | fields


def price(pack: Sku, yuan: str, **fields: Any) -> dict[str, Any]:
    return {"sku": pack.pk, "platform": "douyin", "price": yuan, "noted_on": "2026-06-01"} | fields


def errors(response: Any, relation: str, number: int = 0) -> dict[str, list[str]]:
    return response.context["form"].formsets[relation].forms[number].errors


class TestEditing:
    def test_a_season_of_a_village_is_kept(self, desk: Client, cherry: Product, feng: Village):
        desk.post(edit_url(cherry), posted(cherry, seasons=[season(village=feng.pk)]))
        assert Season.objects.get().village == feng

    def test_a_price_in_yuan_is_kept_in_fen(self, desk: Client, cherry: Product, pack: Sku):
        desk.post(edit_url(cherry), posted(cherry, prices=[price(pack, "59.9")]))
        assert Price.objects.get().price_fen == 5990

    def test_a_price_is_shown_in_yuan_again(self, desk: Client, cherry: Product, pack: Sku):
        Price.objects.create(product=cherry, sku=pack, platform="douyin", price_fen=5990,
                             noted_on=datetime.date(2026, 6, 1))  # fmt: skip
        assert 'value="59.90"' in desk.get(edit_url(cherry)).content.decode()

    def test_a_changed_price_is_written_over(self, desk: Client, cherry: Product, pack: Sku):
        old = Price.objects.create(product=cherry, sku=pack, platform="douyin", price_fen=5990,
                                   noted_on=datetime.date(2026, 6, 1))  # fmt: skip
        desk.post(edit_url(cherry), posted(cherry, prices=[price(pack, "49.90", id=old.pk)]))
        old.refresh_from_db()
        assert old.price_fen == 4990

    def test_an_area_of_a_village_is_kept_with_its_source(self, desk: Client, cherry: Product, feng: Village):
        row = {"village": feng.pk, "area_mu": 800, "source": "村志"}
        desk.post(edit_url(cherry), posted(cherry, areas=[row]))
        assert VillageArea.objects.get().area_mu == 800

    def test_packs_are_hidden_by_taking_a_tick_away(self, desk: Client, cherry: Product, pack: Sku):
        desk.post(edit_url(cherry), posted(cherry, pack))
        assert set(cherry.skus.filter(is_shown=True)) == {pack}

    def test_the_change_stands_in_the_history(self, desk: Client, cherry: Product):
        desk.post(edit_url(cherry), posted(cherry, seasons=[season()]))
        history = desk.get(reverse("products_facts:history", args=[cherry.pk])).content.decode()
        assert "clerk" in history

    def test_platforms_are_chosen_by_their_names(self, desk: Client, cherry: Product):
        page = desk.get(edit_url(cherry)).content.decode()
        assert re.search(r'<select name="prices-__prefix__-platform".*?<option value="douyin">', page, re.DOTALL)

    def test_a_platform_that_nobody_knows_stays_as_it_is(self, desk: Client, cherry: Product, pack: Sku):
        Price.objects.create(product=cherry, sku=pack, platform="mars", price_fen=1, noted_on=datetime.date(2026, 6, 1))
        assert '<option value="mars" selected>' in desk.get(edit_url(cherry)).content.decode()


class TestRefusals:
    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"picked_to": "2026-05-01"}, "picked_to"),
            ({"year": 2025}, "year"),
            ({"blooms_from": "2026-04-01"}, "blooms_to"),
        ],
    )
    def test_dates_out_of_order_are_told_at_their_field(
        self, desk: Client, cherry: Product, wrong: dict[str, Any], field: str
    ):
        answer = desk.post(edit_url(cherry), posted(cherry, seasons=[season(**wrong)]))
        assert list(errors(answer, "seasons")) == [field]

    def test_two_seasons_of_all_villages_in_a_year_are_refused(self, desk: Client, cherry: Product):
        answer = desk.post(edit_url(cherry), posted(cherry, seasons=[season(), season()]))
        assert "year" in errors(answer, "seasons", 1) and not Season.objects.exists()

    def test_two_seasons_of_one_village_in_a_year_are_refused(self, desk: Client, cherry: Product, feng: Village):
        rows = [season(village=feng.pk), season(village=feng.pk)]
        assert desk.post(edit_url(cherry), posted(cherry, seasons=rows)).status_code == 200
        assert not Season.objects.exists()

    def test_three_decimals_are_refused_and_nothing_is_written(self, desk: Client, cherry: Product, pack: Sku):
        answer = desk.post(edit_url(cherry), posted(cherry, seasons=[season()], prices=[price(pack, "59.999")]))
        assert list(errors(answer, "prices")) == ["price"] and not Season.objects.exists()

    def test_an_area_without_its_source_is_refused(self, desk: Client, cherry: Product):
        answer = desk.post(edit_url(cherry), posted(cherry) | {"area_mu": "8000"})
        assert list(answer.context["form"].errors) == ["area_source"]

    def test_a_code_without_its_picture_is_refused(self, desk: Client, cherry: Product):
        row = {"kind": "code", "seller": "合作社", "sort_order": 0}
        assert "picture" in errors(desk.post(edit_url(cherry), posted(cherry, ways=[row])), "ways")


class TestReach:
    def test_villages_and_packs_of_others_are_no_choice(self, desk: Client, cherry: Product, foreign: Product):
        page = desk.get(edit_url(cherry)).content.decode()
        assert "远村" not in page and "FAR-1" not in page

    def test_a_village_of_another_township_is_refused(self, desk: Client, cherry: Product, foreign: Product):
        far = Village.objects.get(slug="far")
        assert "village" in errors(
            desk.post(edit_url(cherry), posted(cherry, seasons=[season(village=far.pk)])), "seasons"
        )

    def test_a_pack_of_another_product_is_refused(self, desk: Client, cherry: Product):
        pear = Sku.objects.get(code="PR-10J")
        assert "sku" in errors(desk.post(edit_url(cherry), posted(cherry, prices=[price(pear, "9.90")])), "prices")

    def test_a_foreign_product_is_not_found(self, desk: Client, foreign: Product):
        assert desk.post(edit_url(foreign), posted(foreign)).status_code == 404

    def test_readers_look_and_change_nothing(self, world: Township, cherry: Product):
        reader = signed_in(people.reader_of(world, "reader"))
        assert reader.get(reverse("products_facts:inspect", args=[cherry.pk])).status_code == 200
        assert reader.post(edit_url(cherry), posted(cherry, seasons=[season()])).status_code in (302, 403, 404)
        assert not Season.objects.exists()


class TestList:
    def test_it_tells_season_and_age_of_prices(self, desk: Client, cherry: Product, pack: Sku):
        today = datetime.date.today()
        Season.objects.create(product=cherry, year=today.year, picked_from=today, picked_to=today)
        Price.objects.create(product=cherry, sku=pack, platform="douyin", price_fen=1,
                             noted_on=today - datetime.timedelta(days=40))  # fmt: skip
        page = desk.get(reverse("products_facts:index")).content.decode()
        assert "正当季" in page or "In season" in page
        assert "40" in page

    def test_it_is_sorted_by_price_days_on_both_databases(self, desk: Client, cherry: Product):
        assert desk.get(reverse("products_facts:index") + "?ordering=priced_on").status_code == 200

    def test_products_are_not_added_here(self, desk: Client, world: Township):
        assert desk.get("/admin/products/facts/new/").status_code == 404

    def test_it_names_the_villages_of_today_alone(self, desk: Client, cherry: Product, feng: Village):
        Origin.objects.create(product=cherry, valid_from=datetime.date(2099, 1, 1)).set_shares({feng: 100})
        parts = parts_on([cherry.pk], datetime.date(2026, 6, 1))[cherry.pk]
        assert [(part.village.slug, part.percent) for part in parts][0] == ("xiabai", 34)
