"""Posters as they are drawn: the right code, whole words, every glyph, light enough."""

from dataclasses import replace
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

from livestreams.sessions.posters.faces import PosterFace
from livestreams.sessions.posters.layout import laid_out, wrapped
from livestreams.sessions.posters.painting import (
    SHAPES,
    band_lines,
    foot_blocks,
    paint,
    panel_blocks,
    panel_box,
    words_blocks,
)
from media.drawing.letters import can_be_drawn, font

FACE = PosterFace(
    title="红香酥梨助农专场", day="11月28日 周六", span="20:00–22:30", teams=("安峪十四小只", "下柏村新媒体助农团队"),
    place="左直播间", platform="抖音", account="安峪十四小只助农号", township="安峪镇",
)  # fmt: skip
LINK = "https://v.douyin.com/iexample/"
LONGEST = replace(
    FACE, title="垣" * 100, teams=("队" * 60, "伍" * 60), place="园" * 100, account="号" * 100,
    span="22:00–次日 01:30",
)  # fmt: skip
EMOJI = replace(FACE, title="🍐梨🍐专场\ue000", account="十四😀小只", place="果\u200b园")


def drawn(face: PosterFace, shape: str) -> Image.Image:
    return Image.open(BytesIO(paint(face, SHAPES[shape])))


def codes(picture: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def blocks_of(face: PosterFace, shape: str, has_code: bool = True):
    """Each block with the box in which it has to be."""
    size = SHAPES[shape]
    return [
        *((block, size.words) for block in words_blocks(face, size)),
        *((block, panel_box(size, has_code)) for block in panel_blocks(face, size, has_code)),
        *((block, size.foot) for block in foot_blocks(face, size)),
    ]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_code_leads_where_the_link_does(shape):
    assert codes(drawn(replace(FACE, link=LINK), shape)) == [LINK]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_long_link_is_readable_too(shape):
    link = "https://v.douyin.com/" + "a1" * 150
    assert codes(drawn(replace(FACE, link=link), shape)) == [link]


@pytest.mark.parametrize("shape", SHAPES)
def test_without_a_link_there_is_no_code(shape):
    assert codes(drawn(FACE, shape)) == []


@pytest.mark.parametrize("shape", SHAPES)
def test_without_a_link_it_says_which_account_to_search(shape):
    said = "".join("".join(block.lines) for block in panel_blocks(FACE, SHAPES[shape], False))
    assert FACE.account in said and said.count(FACE.platform) == 2


@pytest.mark.parametrize("shape", SHAPES)
def test_posters_have_their_size(shape):
    assert drawn(FACE, shape).size == SHAPES[shape].size


def test_the_shapes_are_the_ones_promised():
    assert SHAPES["tall"].size == (1080, 1920) and SHAPES["wide"].size[0] * 4 == SHAPES["wide"].size[1] * 5


@pytest.mark.parametrize("face", [FACE, LONGEST, EMOJI], ids=["usual", "longest", "emoji"])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_letter_is_one_that_the_font_has(shape, face):
    letters = {letter for block, _box in blocks_of(face, shape) for line in block.lines for letter in line}
    assert [letter for letter in letters if not can_be_drawn(letter)] == []


@pytest.mark.parametrize("shape", SHAPES)
def test_what_cannot_be_drawn_is_left_out_and_the_rest_stays(shape):
    said = "".join("".join(block.lines) for block in words_blocks(EMOJI, SHAPES[shape]))
    assert "梨专场" in said and "果园" in said


@pytest.mark.parametrize("has_code", [True, False])
@pytest.mark.parametrize("shape", SHAPES)
def test_no_long_word_is_cut(shape, has_code):
    said = "".join("".join(block.lines) for block, _box in blocks_of(LONGEST, shape, has_code))
    counts = {letter: said.count(letter) for letter in "垣队伍园号"}
    assert counts == {"垣": 100, "队": 60, "伍": 60, "园": 100, "号": 100}
    assert "…" not in said


@pytest.mark.parametrize("face", [FACE, LONGEST], ids=["usual", "longest"])
@pytest.mark.parametrize("has_code", [True, False])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_line_lies_within_its_box(shape, has_code, face):
    outside = [
        line for block, box in blocks_of(face, shape, has_code) for line in block.lines
        if font(block.size).getlength(line) > box.width or block.top < box.top or block.top + block.height > box.bottom
    ]  # fmt: skip
    assert outside == []


def test_a_sign_does_not_hang_over_the_edge():
    width = 300
    assert all(font(40).getlength(line) <= width for line in wrapped("梨" * 7 + "，桃和杏", 40, width))


def test_nothing_to_say_leaves_nothing(db):
    assert laid_out([], SHAPES["tall"].words) == []


@pytest.mark.parametrize("span", ["20:00–22:30", "22:00–次日01:30", "22:00–01:30 the next day"])
@pytest.mark.parametrize("shape", SHAPES)
def test_the_time_fits_on_its_line(shape, span):
    size = SHAPES[shape]
    for text, letters in band_lines(replace(FACE, span=span), size):
        assert text and size.words.left + font(letters).getlength(text) <= size.size[0] - 40
