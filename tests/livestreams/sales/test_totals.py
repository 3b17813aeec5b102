"""Asking the kept totals."""

import datetime
from pathlib import Path

import pytest

from livestreams.sales.totals import Concern, Question, ask
from tests.livestreams.sales.builders import bring_rows, row

pytestmark = pytest.mark.usefixtures("world")


@pytest.fixture
def year(world: Path) -> None:
    """A sale of one yuan on the 1st and the last day of five months, and one in the middle."""
    days = ["2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01", "2026-03-15", "2026-03-31", "2026-04-01"]
    bring_rows(*(row("douyin", day, amount="1.00", paid=f"{day} 12:00:00") for day in days))


@pytest.mark.parametrize(
    ("start", "end", "lines"),
    [
        (None, None, 7), ("2026-02-01", "2026-02-28", 2), ("2026-01-15", "2026-03-15", 5), ("2026-03-01", None, 4),
        ("2026-02-02", "2026-02-27", 0), (None, "2026-03-30", 5), ("2026-02-28", "2026-03-01", 2),
        ("2026-02-28", "2026-04-01", 5), (None, "2026-03-01", 4), ("2026-03-01", "2026-03-01", 1),
    ],
)  # fmt: skip
def test_any_stretch_of_days_counts_each_day_once(year, start, end, lines):
    days = [datetime.date.fromisoformat(day) if day else None for day in (start, end)]
    assert ask(Question((), *days)).total.lines == lines


@pytest.mark.usefixtures("year")
def test_months_and_days_sum_to_the_same():
    assert ask(Question(("month",))).total == ask(Question(("day",))).total


@pytest.mark.usefixtures("year")
def test_whole_months_take_one_query(django_assert_max_num_queries):
    with django_assert_max_num_queries(1):
        ask(Question(("team", "month"), datetime.date(2026, 1, 1), datetime.date(2026, 12, 31), with_concerns=True))


def test_concerns_count_what_is_to_be_looked_after():
    bring_rows(
        row("douyin", "mapped"), row("douyin", "odd", code="X", amount="2.00"), row("douyin", "strange", streamer="77")
    )
    concerns = ask(Question(("team",), with_concerns=True)).concerns
    assert concerns == {"unmapped": Concern(1, 200), "strangers": Concern(1, 1000), "unclaimed": Concern(1, 1000)}


@pytest.mark.usefixtures("year")
def test_no_township_sees_nothing():
    assert ask(Question(("team",), townships=())).total.lines == 0
