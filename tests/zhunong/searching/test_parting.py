"""Text made ready for an index that knows words by their blanks."""

from hypothesis import given
from hypothesis import strategies as st

from zhunong.searching.parting import asked, parted


def test_han_characters_are_parted_from_all_beside_them():
    assert parted("红梨5斤a").split() == ["红", "梨", "5", "斤", "a"]


def test_other_words_stay_whole():
    assert parted("red pear, 5kg") == "red pear, 5kg"


def test_a_query_in_han_is_one_phrase():
    assert asked("酥梨 5斤").split() == ["酥,梨", "5,斤"]


def test_quote_marks_and_blanks_ask_for_nothing():
    assert asked("\" '　\0") == ""


@given(st.text())
def test_nothing_but_the_parting_is_added(text):
    assert parted(text).replace(" ", "") == text.replace(" ", "")


@given(st.text())
def test_no_sign_is_ever_asked(text):
    assert not set(asked(text)) & set("\"'()*:^-%&|!<>\\\0")
