import pytest

from media.drawing.letters import NEVER_FIRST, NEVER_LAST, can_be_drawn, drawable, font, wrap

LONG = "果肉软糯多汁，离核，放软了撕皮就能吃；从五月底一直卖到九月，一批接一批。（详见“桃”页）" * 2


@pytest.mark.parametrize("letter", "助峪郇柿硒桃a9，。￥℃ ")
def test_what_the_font_has_is_drawn(letter):
    assert can_be_drawn(letter)


@pytest.mark.parametrize("letter", ["😀", "\ue000", "\u200b", "\x07", "\U0002ffff"])
def test_what_it_lacks_is_left_out(letter):
    assert drawable(f"桃{letter}子") == "桃子"


def test_line_ends_become_blanks():
    assert drawable("桃\n 子") == "桃 子"


@pytest.mark.parametrize("width", range(120, 700, 37))
def test_no_line_is_wider_than_it_may_be_but_for_a_sign_in_the_margin(width):
    for line in wrap(LONG, 30, width, 99):
        assert font(30).getlength(line.rstrip(NEVER_FIRST)) <= width


@pytest.mark.parametrize("width", range(120, 700, 37))
def test_no_line_begins_or_ends_with_the_wrong_sign(width):
    lines = wrap(LONG, 30, width, 99)
    assert not [line for line in lines if line[0] in NEVER_FIRST]
    assert not [line for line in lines if line[-1] in NEVER_LAST]


@pytest.mark.parametrize("width", range(120, 700, 37))
def test_nothing_is_lost(width):
    assert "".join(wrap(LONG, 30, width, 99)) == LONG


def test_too_many_lines_end_in_an_ellipsis():
    lines = wrap(LONG, 30, 300, 2)
    assert len(lines) == 2 and lines[-1].endswith("…") and font(30).getlength(lines[-1]) <= 300


def test_numbers_stay_whole():
    assert "2026" in "|".join(wrap("采摘期为二零二六年即2026年五月", 30, 290, 9))


def test_a_word_wider_than_the_line_is_cut():
    assert len(wrap("https://" + "a" * 60, 30, 200, 99)) > 1


def test_nothing_gives_no_line():
    assert wrap("", 30, 200, 2) == []
