"""Cells to times, and the stamp in a file's name."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livestreams.sales.reading.bad_rows import Unreadable
from livestreams.sales.reading.exported import exported_at_from_name
from livestreams.sales.reading.times import moment, on_day

MOMENTS = st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2099, 12, 30)).map(
    lambda found: found.replace(microsecond=0)
)
SHAPES = [
    "%Y-%m-%d %H:%M:%S",
    "\t%Y-%m-%d %H:%M:%S",
    "%Y/%m/%d %H:%M:%S",
    "%Y.%m.%d %H:%M:%S",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%dT%H:%M:%S.000",
    "%Y年%m月%d日 %H:%M:%S",
    "%Y年%m月%d日%H时%M分%S秒",
]


@given(found=MOMENTS, shape=st.sampled_from(SHAPES))
def test_times_come_back_from_every_way_of_writing_them(found, shape):
    assert moment(found.strftime(shape)) == found.isoformat(" ")


@given(found=MOMENTS)
def test_times_come_back_from_serial_numbers(found):
    days = (found - datetime(1899, 12, 30)) / timedelta(days=1)
    assert moment(days) == moment(f"{days:.8f}") == found.isoformat(" ")


@given(found=MOMENTS)
def test_workbook_times_are_read(found):
    assert moment(found) == found.isoformat(" ")
    assert moment(found.date()) == f"{found.date()} 00:00:00"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2026/9/2 0:54", "2026-09-02 00:54:00"),
        ("2026-05-31", "2026-05-31 00:00:00"),
        ("2026年5月3日", "2026-05-03 00:00:00"),
        ("2026年5月3日 9:05", "2026-05-03 09:05:00"),
        ("2026.5.3", "2026-05-03 00:00:00"),
        ("２０２６-05-31 09:42:36", "2026-05-31 09:42:36"),
        ('="2026-05-31 09:42:36"', "2026-05-31 09:42:36"),
        (datetime(2026, 5, 31, 9, 42, 35, 999_999), "2026-05-31 09:42:36"),
        ("-", None),
        (None, None),
    ],
)
def test_other_ways_of_writing_times(raw, expected):
    assert moment(raw) == expected


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("2026-02-30 10:00:00", "day"),
        ("2026-02-29", "day"),
        ("2026-05-31 24:00:00", "day"),
        ("2026-05-31 10:61:00", "day"),
        ("1970-01-01 08:00:00", "day"),
        ("昨天", "time"),
        ("09:42:36", "time"),
        ("52.59", "time"),
        (3.0, "time"),
        (True, "time"),
        (time(9, 30), "time"),
        ("2026-05-31 09:42:36Z", "time"),
    ],
)
def test_what_is_no_time_says_why(raw, reason):
    with pytest.raises(Unreadable) as caught:
        moment(raw)
    assert caught.value.reason == reason


def test_a_bad_day_stays_bad_with_a_clock_time_seen_before():
    assert moment("2028-02-29 10:00:00") == "2028-02-29 10:00:00"
    with pytest.raises(Unreadable):
        moment("2027-02-29 10:00:00")


@pytest.mark.parametrize(
    "clock", ["09:42:36", "9:42:36", time(9, 42, 36), timedelta(hours=9, minutes=42, seconds=36), 0.4045833333]
)
@pytest.mark.parametrize("day", ["2026-05-31", "2026/5/31", date(2026, 5, 31), "2026-05-31 00:00:00"])
def test_a_clock_time_is_put_on_its_day(day, clock):
    assert moment(on_day(day, clock)) == "2026-05-31 09:42:36"


def test_a_whole_time_needs_no_day():
    assert on_day("2026-05-30", "2026-05-31 09:42:36") == "2026-05-31 09:42:36"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("1791430000_abc.csv", "2026-10-08 11:26:40"),
        ("订单1791430000.csv", "2026-10-08 11:26:40"),
        ("订单20260531.xlsx", "2026-05-31 00:00:00"),
        ("订单2026-05-31.xlsx", "2026-05-31 00:00:00"),
        ("订单2026年05月31日.xlsx", "2026-05-31 00:00:00"),
        ("订单202605311234.xlsx", "2026-05-31 12:34:00"),
        ("订单20260531123456.xlsx", "2026-05-31 12:34:56"),
        ("订单2026-05-31 12-34-56 (1).xlsx", "2026-05-31 12:34:56"),
        ("订单20260531_1234.xlsx", "2026-05-31 12:34:00"),
        ("ExportOrderList20260531_9988.csv", "2026-05-31 00:00:00"),
        ("20260501-20260531.csv", "2026-05-31 00:00:00"),
        ("订单20260230.xlsx", None),
        ("订单20261301.xlsx", None),
        ("69179143000012345.csv", None),
        ("1999999999999.csv", None),
        ("1199999999.csv", None),
        ("douyin-73.csv", None),
        ("", None),
    ],
)
def test_the_stamp_in_a_file_name(name, expected):
    assert exported_at_from_name(name) == expected


def test_an_epoch_outweighs_a_day():
    assert exported_at_from_name("1791430000_20260531.csv") == "2026-10-08 11:26:40"
