import datetime

import pytest

from livestreams.sales.phone.days import bars_of
from livestreams.sales.phone.months import Month, asked_month, this_month
from livestreams.sales.totals import TotalRow

FEBRUARY = Month(datetime.date(2024, 2, 1))


def sold(day: str, net_fen: int) -> TotalRow:
    return TotalRow((day,), 1, 1, 0, max(net_fen, 0), max(-net_fen, 0), 0)


def test_a_month_has_its_days_and_neighbours() -> None:
    assert (FEBRUARY.key, FEBRUARY.last) == ("2024-02", datetime.date(2024, 2, 29))
    assert FEBRUARY.before.key == "2024-01" and FEBRUARY.after and FEBRUARY.after.key == "2024-03"


def test_there_is_no_month_after_this_one() -> None:
    assert this_month().after is None


def test_a_month_yet_to_come_is_this_one() -> None:
    assert asked_month("2999-01") == this_month()


@pytest.mark.parametrize("day", ["2024-03-01", "2024-02-30", "x", ""])
def test_a_day_outside_the_month_narrows_nothing(day: str) -> None:
    assert FEBRUARY.days(day) == (FEBRUARY.first, FEBRUARY.last)


def test_a_day_of_the_month_stands_alone() -> None:
    leap = datetime.date(2024, 2, 29)
    assert FEBRUARY.days("2024-02-29") == (leap, leap)


def test_bars_run_from_the_first_day_to_the_last_sold_one() -> None:
    bars = bars_of(FEBRUARY, [sold("2024-02-03", 200), sold("2024-02-05", 1000)])
    assert [bar.part for bar in bars] == [0, 0, 20, 0, 100]


def test_a_day_of_more_refunds_than_sales_has_no_height_but_figures() -> None:
    [*_, bar] = bars_of(FEBRUARY, [sold("2024-02-01", 100), sold("2024-02-02", -100)])
    assert bar.part == 0 and bar.total and bar.total.refunded_fen == 100


def test_without_sales_there_are_no_bars() -> None:
    assert bars_of(FEBRUARY, []) == []
