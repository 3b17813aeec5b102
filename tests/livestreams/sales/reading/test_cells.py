"""Cells to text, ids, fen and pieces."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livestreams.sales.reading.amounts import fen, pieces, refund_fen
from livestreams.sales.reading.bad_rows import Unreadable, masked
from livestreams.sales.reading.cells import DamagedId, SeveralIds, identifier, single_identifier, streamer, text

FEN = st.integers(min_value=0, max_value=10**12)
SHAPES = [
    "{plain}",
    "\t{plain}\t",
    "'{plain}",
    '="{plain}"',
    "¥{plain}",
    "￥ {plain}",
    "\u3000{plain}\u200b",
    "{grouped}",
    "¥{grouped}",
    "{plain}元",
    "{plain}00",
    "+{plain}",
]


@pytest.mark.parametrize("blank", ["", " ", "\t", "-", "--", "—", "——", "/", "无", "\t-", "\u3000", '=""', "'", None])
def test_blank_cells_are_none(blank):
    assert text(blank) is None
    assert fen(blank) is None


@pytest.mark.parametrize(
    "raw", ["\tAY-1", "AY-1 ", "\u3000AY-1", "\ufeffAY-1", "\u200bAY-1\u200b", "'AY-1", '="AY-1"', '\t="AY-1"']
)
def test_text_is_stripped_of_what_exports_put_around_it(raw):
    assert text(raw) == "AY-1"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (123.0, "123"),
        (52.59, "52.59"),
        (7, "7"),
        (True, "TRUE"),
        (datetime(2026, 5, 31, 9, 42, 36), "2026-05-31 09:42:36"),
        (date(2026, 5, 31), "2026-05-31"),
    ],
)
def test_workbook_cells_read_as_people_see_them(raw, expected):
    assert text(raw) == expected


@pytest.mark.parametrize("raw", ["6.91793E+18", "\t6.91793e+18", "7E+15", 6.917931234567891e18, 10**16])
def test_ids_rounded_by_a_spreadsheet_are_found(raw):
    with pytest.raises(DamagedId):
        identifier(raw)


@pytest.mark.parametrize("raw", ["6917000000000000012", "P974685087891985944", "260531-875067848957595", "0012"])
def test_sound_ids_stay_as_they_are(raw):
    assert single_identifier(f"\t{raw} ") == raw


def test_fullwidth_digits_of_an_id_are_read():
    assert identifier("０１２３４") == "01234"


@pytest.mark.parametrize("separator", [";", "；", ",", "，", "\n", " ; "])
def test_several_ids_in_one_cell_are_found(separator):
    with pytest.raises(SeveralIds):
        single_identifier(f"691700000000001{separator}691700000000002")


def test_a_separator_at_the_end_is_no_second_id():
    assert single_identifier("691700000000001;") == "691700000000001;"


@pytest.mark.parametrize("raw", ["0", "\t0", 0, 0.0], ids=repr)
def test_streamer_zero_is_nobody(raw):
    assert streamer(raw) is None


@given(amount=FEN, shape=st.sampled_from(SHAPES))
def test_amounts_come_back_from_every_way_of_writing_them(amount, shape):
    plain, grouped = f"{amount // 100}.{amount % 100:02d}", f"{amount // 100:,}.{amount % 100:02d}"
    assert fen(shape.format(plain=plain, grouped=grouped)) == amount


@given(amount=st.integers(min_value=0, max_value=10**10))
def test_amounts_come_back_from_workbook_numbers(amount):
    assert fen(amount / 100) == amount


@given(amount=FEN)
def test_amounts_come_back_from_fullwidth_digits(amount):
    wide = str.maketrans("0123456789.", "０１２３４５６７８９．")
    assert fen(f"{amount // 100}.{amount % 100:02d}".translate(wide)) == amount


@pytest.mark.parametrize(("raw", "expected"), [("12", 1200), ("12.5", 1250), ("12.", 1200), (".5", 50), ("-0.00", 0)])
def test_short_amounts_are_read(raw, expected):
    assert fen(raw) == expected


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("十二元", "number"),
        ("12.345", "decimals"),
        (52.595, "decimals"),
        ("-1.00", "negative"),
        (-1.0, "negative"),
        ("1e5", "number"),
        ("12,34", "number"),
        ("1,2345.00", "number"),
        (".", "number"),
        ("¥", "number"),
        ("1.2.3", "number"),
        (True, "number"),
        (datetime(2026, 5, 31), "number"),
        ("9" * 5000, "too_big"),
        ("999999999999999.00", "too_big"),
    ],
)
def test_what_is_no_amount_says_why(raw, reason):
    with pytest.raises(Unreadable) as caught:
        fen(raw)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("raw", "expected"), [("3", 3), (3.0, 3), ("3.00", 3), ("1,000", 1000), ("３", 3), ("-", None)]
)
def test_quantities_are_whole(raw, expected):
    assert pieces(raw) == expected


@pytest.mark.parametrize(("raw", "reason"), [("1.5", "whole"), (2.5, "whole"), ("-1", "negative"), ("两", "number")])
def test_what_is_no_quantity_says_why(raw, reason):
    with pytest.raises(Unreadable) as caught:
        pieces(raw)
    assert caught.value.reason == reason


def test_words_for_no_refund_are_blank_in_refunds_alone():
    assert refund_fen("无退款申请") is None
    with pytest.raises(Unreadable):
        fen("无退款申请")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [("13800138000", "*******"), ("打13800138000找我", "打*******找我"), ("123456", "123456"), ("长" * 50, "长" * 40)],
)
def test_refused_values_are_masked_and_cut(raw, shown):
    assert masked(raw) == shown
