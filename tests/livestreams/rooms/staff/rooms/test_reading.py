"""Hours and kit as people type them."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from livestreams.rooms.staff.rooms.reading import Hours, Thing, read_hours, read_kit


def hours(*spans: tuple[int, int]) -> list[Hours]:
    return [Hours(datetime.time(opens), datetime.time(closes)) for opens, closes in spans]


@pytest.mark.parametrize("typed", ["08:00–22:00", "8-22", "8:00 至 22:00", "８：００～２２：００", "8.00 — 22.00"])
def test_hours_are_read_however_they_are_typed(typed: str):
    assert read_hours(typed) == hours((8, 22))


def test_a_day_may_have_several_times_in_any_order():
    assert read_hours("14-22，8-12") == hours((8, 12), (14, 22))


def test_a_blank_day_is_closed():
    assert read_hours("  ") == []


def test_night_ends_on_the_next_day_and_a_whole_day_at_midnight():
    assert read_hours("20-2") == hours((20, 2))
    assert read_hours("0-24") == hours((0, 0))


@pytest.mark.parametrize("typed", ["8", "8-25", "24-2", "8:60-9", "8-24:30", "早上", "8-12-14"])
def test_what_is_no_time_is_refused_in_one_sentence(typed: str):
    with pytest.raises(ValidationError) as refused:
        read_hours(typed)
    assert len(refused.value.messages) == 1


@pytest.mark.parametrize("typed", ["8-12, 11-15", "20-2, 23-24", "8-12 8-12"])
def test_hours_that_overlap_are_refused(typed: str):
    with pytest.raises(ValidationError):
        read_hours(typed)


def test_hours_may_follow_on_each_other():
    assert read_hours("8-12, 12-15") == hours((8, 12), (12, 15))


def test_kit_is_read_a_line_a_thing():
    typed = "补光灯 3\n摄像机×2\n\n竖屏（看评论）\n调音/导播电脑 x 1 台"
    assert read_kit(typed) == [
        Thing("补光灯", 3),
        Thing("摄像机", 2),
        Thing("竖屏（看评论）", 1),
        Thing("调音/导播电脑", 1),
    ]


@pytest.mark.parametrize("typed", ["补光灯 0", "补光灯 1000", "补光灯 1\n补光灯 2", "长" * 61])
def test_kit_that_cannot_be_is_refused(typed: str):
    with pytest.raises(ValidationError):
        read_kit(typed)
