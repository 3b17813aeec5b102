"""Which order files the demo's shops hand in, and when each was exported.

Douyin's months are exported on their last evening, so that the day's marks are still missing; a later export brings
the end of each month again as it stands by then. The last files are of yesterday evening: never of the future.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from hashlib import sha256

from zhunong.pages.demo.lines import Line

BEIJING = timezone(timedelta(hours=8))


@dataclass(frozen=True)
class Export:
    """One download: the lines placed on the days `since` to `until`, as they stand at `moment`."""

    platform: str
    layout: str
    since: date
    until: date
    moment: datetime
    name: str
    password: str = ""

    def holds(self, line: Line) -> bool:
        return self.since <= line.placed.date() <= self.until and line.placed <= self.moment


def plan_exports(first: date, last: date) -> Iterator[Export]:
    """All files of the period; `last` is yesterday."""
    months = list(split_months(first, last))
    yield from douyin_months(months)
    yield from douyin_again(months, last)
    yield from kuaishou_months(months, last)
    yield from wechat_months(months, last)
    yield from whole_period(first, last)


def douyin_months(months: list[tuple[date, date]]) -> Iterator[Export]:
    """Every second one as a workbook."""
    for number, (since, until) in enumerate(months):
        moment = at(until, 23, 40)
        csv = number % 2 == 0
        name = f"{epoch(moment)}_{token('douyin', moment)}.csv" if csv else f"抖店订单_{moment:%Y%m%d%H%M%S}.xlsx"
        yield Export("douyin", "douyin-73", since, until, moment, name)


def douyin_again(months: list[tuple[date, date]], last: date) -> Iterator[Export]:
    """The ends of the months that are over; and a report with columns of the shop's own choice."""
    for since, until in months[:-1]:
        moment = min(at(until + timedelta(days=9), 10, 5), at(last, 23, 35))
        again = max(since, until - timedelta(days=11))
        name = f"{epoch(moment)}_{token('again', moment)}.csv"
        yield Export("douyin", "douyin-73", again, until, moment, name)
    moment = at(last - timedelta(days=2), 18, 20)
    since, until = last - timedelta(days=25), last - timedelta(days=14)
    yield Export("douyin", "douyin-75", since, until, moment, f"{epoch(moment)}_{token('custom', moment)}_自定义.csv")


def kuaishou_months(months: list[tuple[date, date]], last: date) -> Iterator[Export]:
    for number, (since, until) in enumerate(months):
        moment = min(at(until + timedelta(days=6), 8, 47), at(last, 23, 41 + number))
        password = token("kuaishou", moment)
        name = f"快手订单导出_{moment:%Y%m%d%H%M%S}_{password}.xlsx"
        yield Export("kuaishou", "kuaishou-64", since, until, moment, name, password)


def wechat_months(months: list[tuple[date, date]], last: date) -> Iterator[Export]:
    for number, (since, until) in enumerate(months):
        moment = min(at(until + timedelta(days=5), 9, 12), at(last, 23, 45 + number))
        yield Export("wechat", "wechat-64", since, until, moment, f"微信小店订单_{moment:%Y%m%d%H%M%S}.xlsx")


def whole_period(first: date, last: date) -> Iterator[Export]:
    """Xiaohongshu's shop has not handed in for some days."""
    for platform, layout, moment, name in [
        ("pinduoduo", "pinduoduo-27", at(last, 23, 50), "orders_export_{}.xlsx"),
        ("taobao", "taobao-18", at(last, 23, 52), "ExportItemList_{}.csv"),
        ("xiaohongshu", "xiaohongshu-72", at(last - timedelta(days=6), 9, 15), "小红书订单_{}.xlsx"),
        ("offline", "offline-7", at(last, 23, 55), "线下销售登记_{}.csv"),
    ]:
        yield Export(platform, layout, first, last, moment, name.format(f"{moment:%Y%m%d%H%M%S}"))


def split_months(first: date, last: date) -> Iterator[tuple[date, date]]:
    while first <= last:
        next_month = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
        yield first, min(last, next_month - timedelta(days=1))
        first = next_month


def at(day: date, hour: int, minute: int) -> datetime:
    return datetime.combine(day, time(hour, minute, 12))


def epoch(moment: datetime) -> int:
    return int(moment.replace(tzinfo=BEIJING).timestamp())


def token(kind: str, moment: datetime) -> str:
    """Six letters and digits, always the same for the same download."""
    return f"k{sha256(f'{kind}:{moment}'.encode()).hexdigest()[:5]}"
