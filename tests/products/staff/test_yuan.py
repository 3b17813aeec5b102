"""Prices at the edge: yuan outside, whole fen inside, nothing rounded."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from products.money import written_yuan
from products.staff.yuan import YuanField, read_yuan

FEN = st.integers(min_value=1, max_value=999_999_999)


@given(FEN)
def test_every_price_comes_back_as_it_was_written(fen: int):
    assert read_yuan(written_yuan(fen)) == fen


@given(FEN)
def test_a_price_typed_over_itself_is_no_change(fen: int):
    assert not YuanField().has_changed(fen, written_yuan(fen))


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("59.9", 5990),
        ("59.90", 5990),
        ("¥59.9", 5990),
        ("５９．９元", 5990),
        (" 0.01 ", 1),
        ("1,234.05", 123405),
        ("60", 6000),
    ],
)
def test_yuan_are_read_however_they_are_typed(typed: str, fen: int):
    assert read_yuan(typed) == fen


@pytest.mark.parametrize("typed", ["59.999", "0", "0.00", "-5", "1e3", "五十", "59.9.9", "1,2", "12345678", "", ".5"])
def test_what_is_no_price_is_refused_in_one_sentence(typed: str):
    with pytest.raises(ValidationError) as refused:
        read_yuan(typed)
    assert len(refused.value.messages) == 1


def test_a_field_shows_yuan_and_gives_fen():
    field = YuanField()
    assert (field.prepare_value(5990), field.clean("59.90")) == ("59.90", 5990)
