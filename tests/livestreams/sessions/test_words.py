"""Times of sessions in words: a night that goes on past midnight is told as it is."""

import pytest
from django.utils.translation import gettext

from livestreams.sessions.words import clock_words, span_words
from tests.livestreams.sessions.builders import at


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [(20, 22, "20:00–22:00"), (22, 24, "22:00–24:00"), (0, 1.5, "00:00–01:30")],
)
def test_a_time_of_one_day(start, end, told):
    assert clock_words(at(start), at(end)) == told


def test_past_midnight_the_end_is_the_next_days():
    assert clock_words(at(22), at(25.5)) == "22:00–{} 01:30".format(gettext("next day"))


def test_a_longer_time_names_its_last_day():
    assert "01:30" in clock_words(at(22), at(49.5)) and clock_words(at(22), at(49.5)).count(":") == 2


def test_a_day_of_another_year_has_its_year():
    assert span_words(at(20).replace(year=2025), at(22).replace(year=2025)).startswith("2025-06-01 20:00")
