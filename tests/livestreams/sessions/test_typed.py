"""What people type from an end screen is read exactly, or refused with how to write it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from livestreams.sessions import typed

UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("1.2万", 12_000), ("1.2w", 12_000), ("1，234", 1234), ("1,234", 1234), ("１２３４人", 1234), ("0", 0),
        (" 56 次 ", 56),
        ("12.34万", 123_400), ("1亿", 100_000_000), ("1,234,567", 1_234_567),
    ],
)  # fmt: skip
def test_counts(raw, number):
    assert typed.count(raw) == number


@pytest.mark.parametrize("raw", ["", "  ", "-", "--", "—", "无", "/"])
def test_blank_is_missing_and_not_nothing(raw):
    assert (typed.count(raw), typed.fen(raw), typed.seconds(raw)) == (None, None, None)


@pytest.mark.parametrize(
    ("raw", "fen"),
    [
        ("1280.5", 128_050), ("¥1,280.50", 128_050), ("￥49.9", 4990), ("1.2万", 1_200_000), ("1.23456万元", 1_234_560),
        ("0.1", 10), ("300元", 30_000), ("236,552", 23_655_200),
    ],
)  # fmt: skip
def test_amounts_of_yuan_in_fen(raw, fen):
    assert typed.fen(raw) == fen


@pytest.mark.parametrize(
    ("raw", "seconds"),
    [
        ("1小时21分5秒", 4865), ("12分30秒", 750), ("1分5秒", 65), ("2小时", 7200), ("2小时30分钟", 9000),
        ("1:21:05", 4865),
        ("1:05", 65), ("1.5小时", 5400), ("45秒", 45), ("2h30min", 9000), ("960分钟", 57_600),
    ],
)  # fmt: skip
def test_lengths_of_time(raw, seconds):
    assert typed.seconds(raw) == seconds


def test_a_bare_number_counts_in_what_the_platform_counts_in():
    assert (typed.seconds("150", 60), typed.seconds("1.5", 60)) == (9000, 90)


@pytest.mark.parametrize("raw", ["150", "2:99", "分", "一小时", "1小时1小时", "-5分"])
def test_a_time_that_may_be_two_is_asked_for_with_its_units(raw):
    with pytest.raises(typed.Unreadable):
        typed.seconds(raw)


def test_hours_or_minutes_are_not_guessed_of_a_session():
    with pytest.raises(typed.Unreadable):
        typed.seconds("2:30", 60)


@pytest.mark.parametrize("raw", ["1.5", "-3", "12,34", "abc", "1.2.3", "9" * 30, "1.23456万"])
def test_what_is_no_whole_number_is_refused(raw):
    with pytest.raises(typed.Unreadable):
        typed.count(raw)


@pytest.mark.parametrize("raw", ["1.234", "-5", "十元", "1.2345678万"])
def test_parts_of_a_fen_are_refused(raw):
    with pytest.raises(typed.Unreadable):
        typed.fen(raw)


@UNTIMED
@given(st.integers(0, 10**11))
def test_yuan_of_any_size_come_back_to_the_fen(fen):
    assert typed.fen(f"¥{fen // 100:,}.{fen % 100:02d}") == fen


@UNTIMED
@given(st.text(max_size=20))
def test_no_text_breaks_it(raw):
    for read in (typed.count, typed.mean, typed.fen, typed.seconds):
        try:
            found = read(raw)
        except typed.Unreadable:
            continue
        assert found is None or found >= 0
