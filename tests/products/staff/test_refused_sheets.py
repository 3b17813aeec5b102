"""Catalogue workbooks that are not taken: told by row, column and value, and nothing is written."""

import datetime
from typing import Any

import pytest
from django.test import Client

from products.models import BuyingWay, Price, Product, Season
from products.staff.sheets.importing import carry_out, fingerprint, foresee
from products.staff.sheets.kinds import LABELS
from products.staff.sheets.reading import RawBook
from tests import people
from tests.products.staff.conftest import signed_in
from tests.products.staff.test_sheets import (
    DOWNLOAD,
    JUNE,
    PRICE,
    SEASON,
    SHEET,
    bad,
    hand_in,
    say_yes,
    seasons,
    workbook,
)
from zhunong.access.models import User
from zhunong.places.models import Township


class TestRefusals:
    @pytest.mark.parametrize(
        ("row", "told"),
        [
            (["没有的", "", 2026, JUNE, JUNE], (2, "product", "没有的")),
            (["大樱桃", "远村", 2026, JUNE, JUNE], (2, "village", "远村")),
            (["大樱桃", "", "明年", JUNE, JUNE], (2, "year", "明年")),
            (["大樱桃", "", 2026, "2026-13-01", JUNE], (2, "picked_from", "2026-13-01")),
            (["大樱桃", "", 2026, JUNE, datetime.date(2026, 5, 1)], (2, "picked_to", "2026-05-01")),
            (["大樱桃", "", 2026, "", JUNE], (2, "picked_from", "")),
        ],
    )
    def test_a_bad_cell_is_told_by_row_column_and_value(
        self, desk: Client, foreign: Product, row: list[Any], told: tuple[int, str, str]
    ):
        answer = hand_in(desk, seasons(row))
        number, column, value = told
        assert (number, str(LABELS[column]), value) in bad(answer) and "sealed" not in answer.context

    def test_an_unknown_product_is_told_once(self, desk: Client, cherry: Product):
        assert len(bad(hand_in(desk, seasons(["没有的", "冯村", 2026, JUNE, JUNE])))) == 1

    def test_a_foreign_product_is_not_there(self, desk: Client, foreign: Product):
        answer = hand_in(desk, seasons(["far-pear", "", 2026, JUNE, JUNE]))
        assert bad(answer) and not Season.objects.exists()

    def test_a_foreign_number_is_not_there(self, desk: Client, cherry: Product, foreign: Product):
        way = BuyingWay.objects.create(product=foreign, kind="phone", seller="外", value="1")
        header = ["id", "product", "kind", "platform", "seller", "value"]
        assert bad(hand_in(desk, workbook(ways=[header, [way.pk, "大樱桃", "phone", "", "社", "2"]])))

    def test_a_new_product_is_entered_elsewhere(self, desk: Client, cherry: Product):
        assert bad(hand_in(desk, workbook(products=[["slug", "variety"], ["kiwi", "徐香"]])))

    def test_one_bad_row_keeps_all_others_out(self, desk: Client, cherry: Product):
        answer = hand_in(desk, seasons(["大樱桃", "", 2026, JUNE, JUNE], ["大樱桃", "", 2027, JUNE, JUNE]))
        assert [row for row, _column, _value in bad(answer)] == [3] and "sealed" not in answer.context

    def test_a_row_twice_is_refused(self, desk: Client, cherry: Product):
        assert bad(hand_in(desk, seasons(*[["大樱桃", "", 2026, JUNE, JUNE]] * 2)))

    @pytest.mark.parametrize(
        "content",
        [
            b"no workbook",
            workbook(other=[["a"], ["b"]]),
            workbook(seasons=[SEASON]),
            workbook(seasons=[SEASON[1:], ["冯村", 2026, JUNE, JUNE]]),
            workbook(seasons=[[*SEASON, "天气"], ["大樱桃", "", 2026, JUNE, JUNE, "晴"]]),
            workbook(seasons=[[*SEASON, "year"], ["大樱桃", "", 2026, JUNE, JUNE, 2026]]),
        ],
    )
    def test_what_is_no_catalogue_is_refused_in_a_sentence(self, desk: Client, cherry: Product, content: bytes):
        answer = hand_in(desk, content)
        assert answer.context["problem"] and "sealed" not in answer.context

    def test_a_preview_that_no_longer_holds_writes_nothing(self, desk: Client, cherry: Product):
        preview = hand_in(desk, seasons(["大樱桃", "", 2026, JUNE, JUNE]))
        Season.objects.create(product=cherry, year=2026, picked_from=JUNE, picked_to=datetime.date(2026, 7, 1))
        answer = say_yes(desk, preview)
        assert answer.context["problem"] and Season.objects.get().picked_to == datetime.date(2026, 7, 1)

    def test_a_preview_is_of_no_use_to_somebody_else(self, desk: Client, cherry: Product):
        preview = hand_in(desk, seasons(["大樱桃", "", 2026, JUNE, JUNE]))
        say_yes(signed_in(people.staff_of(cherry.township, "second")), preview)
        assert not Season.objects.exists()

    def test_all_sheets_are_written_or_none(self, clerk: User, cherry: Product, monkeypatch: pytest.MonkeyPatch):
        """A record that cannot be saved at the very end takes the first sheet back with it."""
        content = workbook(
            seasons=[SEASON, ["大樱桃", "", 2026, JUNE, JUNE]], prices=[PRICE, ["大樱桃", "CH-5J", "douyin", 1, JUNE]]
        )
        book = RawBook.of("x.xlsx", content)
        expected = fingerprint(foresee(book, clerk))

        def broken(*args: object) -> None:
            raise RuntimeError

        monkeypatch.setattr("products.staff.sheets.importing.write_down", broken)
        with pytest.raises(RuntimeError):
            carry_out(book, clerk, expected)
        assert not Season.objects.exists() and not Price.objects.exists()

    def test_readers_take_away_and_hand_nothing_in(self, world: Township):
        reader = signed_in(people.reader_of(world, "reader"))
        assert (reader.get(DOWNLOAD).status_code, reader.get(SHEET).status_code == 200) == (200, False)
