"""The catalogue's workbook: out and in again, with a look at what would change, all of it or nothing."""

import datetime
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation
from openpyxl import Workbook, load_workbook

from products.models import BuyingWay, Certificate, Price, Product, Season, Sku
from products.platforms import platform_name
from products.staff.sheets.importing import foresee
from products.staff.sheets.kinds import KINDS, LABELS
from products.staff.sheets.reading import RawBook
from products.staff.sheets.scope import Scope
from products.staff.sheets.writing import catalogue_workbook
from zhunong.access.models import User
from zhunong.places.models import Village

JUNE = datetime.date(2026, 6, 1)
SEASON = ["product", "village", "year", "picked_from", "picked_to"]
PRICE = ["product", "sku", "platform", "price_fen", "noted_on"]
SHEET, DOWNLOAD = reverse("products:sheet"), reverse("products:sheet_download")


def workbook(**sheets: list[list[Any]]) -> bytes:
    """Sheets by their name, the header first."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def seasons(*rows: list[Any]) -> bytes:
    return workbook(seasons=[SEASON, *rows])


def hand_in(desk: Client, content: bytes) -> Any:
    return desk.post(SHEET, {"sheet": SimpleUploadedFile("目录.xlsx", content)})


def say_yes(desk: Client, preview: Any) -> Any:
    return desk.post(SHEET, {name: preview.context[name] for name in ("sealed", "expected")})


def bad(answer: Any) -> list[tuple[int, str, str]]:
    """(row, column, value) of what cannot be taken."""
    return [(cell.row, cell.column, cell.value) for cell in answer.context["bad"]]


@pytest.fixture
def full(cherry: Product, pack: Sku, feng: Village) -> Product:
    """The cherry with a row of every kind, some of whose texts look like formulas."""
    cherry.local_name, cherry.area_mu, cherry.area_source = "=1+1", 8000, "-县志"
    cherry.save()
    Season.objects.create(product=cherry, village=feng, year=2026, picked_from=JUNE, picked_to=JUNE, note="+倒春寒")
    Season.objects.create(product=cherry, year=2026, picked_from=JUNE, picked_to=JUNE, is_estimate=True)
    Price.objects.create(product=cherry, sku=pack, platform="douyin", price_fen=5990, noted_on=JUNE)
    BuyingWay.objects.create(product=cherry, kind="words", platform="douyin", seller="社", value="@口令 复制")
    BuyingWay.objects.create(product=cherry, kind="phone", seller="社", value="0359-1234567")
    Certificate.objects.create(product=cherry, kind="green", name="绿色食品", number="007", holder="社", issued_on=JUNE)
    return cherry


def taken_away(user: User) -> bytes:
    return catalogue_workbook(KINDS, Scope(user, "visible_to"))


class TestTakingAway:
    def test_what_was_taken_away_changes_nothing_when_handed_in(self, clerk: User, full: Product):
        outcomes = foresee(RawBook.of("x.xlsx", taken_away(clerk)), clerk)
        assert [(each.changes, each.bad) for each in outcomes] == [([], [])] * len(KINDS)

    def test_every_row_was_in_it(self, clerk: User, full: Product):
        outcomes = foresee(RawBook.of("x.xlsx", taken_away(clerk)), clerk)
        assert {each.kind.name: each.unchanged for each in outcomes} == {
            "products": 2, "seasons": 2, "prices": 1, "ways": 2, "certificates": 1
        }  # fmt: skip

    def test_no_cell_is_a_formula(self, clerk: User, full: Product):
        book = load_workbook(BytesIO(taken_away(clerk)))
        assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]

    def test_prices_are_numbers_in_yuan(self, clerk: User, full: Product):
        sheet = load_workbook(BytesIO(taken_away(clerk)))[str(KINDS[2].label)]
        assert 59.9 in [cell.value for cell in sheet[2]]

    def test_an_empty_workbook_has_headers_only(self, desk: Client, full: Product):
        book = load_workbook(BytesIO(desk.get(f"{DOWNLOAD}?empty=1").content))
        assert [sheet.max_row for sheet in book] == [1] * len(KINDS)

    def test_one_sheet_can_be_taken_by_itself(self, desk: Client, full: Product):
        assert len(load_workbook(BytesIO(desk.get(f"{DOWNLOAD}?sheet=prices").content)).sheetnames) == 1

    def test_nothing_of_another_township_is_in_it(self, desk: Client, foreign: Product):
        book = load_workbook(BytesIO(desk.get(DOWNLOAD).content))
        assert foreign.slug not in [row[0].value for row in book.worksheets[0].iter_rows()]


class TestHandingIn:
    def test_a_look_writes_nothing(self, desk: Client, cherry: Product):
        answer = hand_in(desk, seasons(["大樱桃", "冯村", 2026, JUNE, JUNE]))
        assert answer.context["sealed"] and not Season.objects.exists()

    def test_a_yes_writes_it(self, desk: Client, cherry: Product):
        say_yes(desk, hand_in(desk, seasons(["大樱桃", "冯村", 2026, "2026-06-01", "2026/6/20"])))
        season = Season.objects.get()
        assert (season.village.slug, season.picked_to) == ("feng", datetime.date(2026, 6, 20))

    def test_a_yes_twice_writes_it_once(self, desk: Client, cherry: Product):
        preview = hand_in(desk, seasons(["大樱桃", "", 2026, JUNE, JUNE]))
        say_yes(desk, preview)
        say_yes(desk, preview)
        assert Season.objects.count() == 1

    def test_a_known_row_is_changed(self, desk: Client, full: Product, pack: Sku):
        say_yes(
            desk, hand_in(desk, workbook(prices=[PRICE, ["大樱桃", pack.code, platform_name("douyin"), 49.9, JUNE]]))
        )
        assert [price.price_fen for price in Price.objects.all()] == [4990]

    def test_columns_that_are_not_there_stay_untouched(self, desk: Client, full: Product):
        say_yes(desk, hand_in(desk, workbook(products=[["slug", "variety"], ["cherry", "美早"]])))
        full.refresh_from_db()
        assert (full.variety, full.area_mu) == ("美早", 8000)

    @pytest.mark.parametrize("language", ["zh-hans", "en"])
    def test_headers_are_understood_in_each_language(self, clerk: User, cherry: Product, language: str):
        with translation.override(language):
            header, title = [str(LABELS[name]) for name in SEASON], str(KINDS[1].label)
        outcomes = foresee(RawBook.of("x.xlsx", workbook(**{title: [header, ["大樱桃", "", 2026, JUNE, JUNE]]})), clerk)
        assert [outcome.new for outcome in outcomes] == [1]

    def test_a_worked_out_price_is_read_to_the_fen(self, desk: Client, cherry: Product, pack: Sku):
        say_yes(desk, hand_in(desk, workbook(prices=[PRICE, ["cherry", pack.code, "douyin", 19.9 * 3, JUNE]])))
        assert Price.objects.get().price_fen == 5970

    def test_the_change_stands_in_the_products_history(self, desk: Client, cherry: Product):
        say_yes(desk, hand_in(desk, seasons(["大樱桃", "", 2026, JUNE, JUNE])))
        history = desk.get(reverse("products_facts:history", args=[cherry.pk])).content.decode()
        assert "目录.xlsx" in history

    def test_the_same_new_row_handed_in_again_is_known(self, desk: Client, cherry: Product):
        rows = workbook(ways=[["product", "kind", "platform", "seller", "value"], ["大樱桃", "phone", "", "社", "110"]])
        say_yes(desk, hand_in(desk, rows))
        assert "sealed" not in hand_in(desk, rows).context and BuyingWay.objects.count() == 1

    def test_a_numbered_row_may_change_everything_else(self, desk: Client, full: Product):
        way = BuyingWay.objects.get(kind="phone")
        header = ["id", "product", "kind", "platform", "seller", "value"]
        say_yes(desk, hand_in(desk, workbook(ways=[header, [way.pk, "大樱桃", "phone", "", "新社", "0359-7654321"]])))
        way.refresh_from_db()
        assert way.seller == "新社"
