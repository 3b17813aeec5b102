"""Asking the kept totals: by one or more dimensions, over a stretch of days, narrowed down."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Q, QuerySet, Sum

from livestreams.sales.deltas import MEASURES
from livestreams.sales.models import DailyTotal, MonthlyTotal

PATHS = {
    "team": "team__slug",
    "village": "village__slug",
    "product": "sku__product__slug",
    "sku": "sku__code",
    "session": "session__slug",
    "platform": "shop__platform",
    "account": "account",
    "shop": "shop",
    "township": "township__slug",
}
TIMES = ("day", "month")
CONCERNS = {"unmapped": Q(sku=None), "strangers": Q(account=None), "unclaimed": Q(team=None)}
"""What staff has to look after, as cells of the totals."""
DIMENSIONS = (*PATHS, *TIMES)

Key = str | None


@dataclass(frozen=True)
class Question:
    """What is asked. Days are payment days, both included; None = open.

    `only` narrows a dimension to some keys, None among them = not known; `townships` to some primary keys.
    """

    by: tuple[str, ...] = ()
    start: datetime.date | None = None
    end: datetime.date | None = None
    only: dict[str, tuple[Key, ...]] = field(default_factory=dict)
    townships: tuple[int, ...] | None = None
    with_concerns: bool = False
    """Count what is to be looked after on the way, for `Answer.concerns`."""


class Concern(NamedTuple):
    """How much of an answer is unmapped, of strangers, or unclaimed."""

    lines: int
    paid_fen: int


class TotalRow(NamedTuple):
    """One row of an answer: its keys in the order asked by, and what they sum to."""

    keys: tuple[Key, ...]
    lines: int
    items: int
    weight_g: int
    paid_fen: int
    refunded_fen: int
    provisional_fen: int

    @property
    def net_fen(self) -> int:
        return self.paid_fen - self.refunded_fen


@dataclass
class Answer:
    question: Question
    rows: list[TotalRow]
    concerns: dict[str, Concern] = field(default_factory=dict)

    @property
    def total(self) -> TotalRow:
        """The sum of the rows: the same for every way of asking about the same days."""
        sums = [sum(column) for column in zip(*(row[1:] for row in self.rows), strict=True)] or [0] * len(MEASURES)
        return TotalRow((), *sums)


def ask(question: Question) -> Answer:
    """Answer a question from the daily and monthly totals: at most three queries, and one for account names."""
    sums: dict[tuple[Key, ...], list[int]] = defaultdict(lambda: [0] * len(aggregates(question)))
    for time, totals in pieces(question):
        for keys, measures in grouped(totals, time, question):
            kept = sums[keys]
            for place, amount in enumerate(measures):
                kept[place] += amount
    rows = [TotalRow(keys, *measures[: len(MEASURES)]) for keys, measures in sums.items()]
    rows.sort(key=lambda row: [(key is not None, key or "") for key in row.keys])
    return Answer(question, rows, concerns_of(question, list(sums.values())))


def concerns_of(question: Question, sums: Sequence[Sequence[int]]) -> dict[str, Concern]:
    """The concerns of all rows together; their sums stand behind the measures."""
    if not question.with_concerns:
        return {}
    pairs = [Concern(*(sum(row[place + after] for row in sums) for after in (0, 1))) for place in concern_places()]
    return dict(zip(CONCERNS, pairs, strict=True))


def concern_places() -> range:
    return range(len(MEASURES), len(MEASURES) + 2 * len(CONCERNS), 2)


def aggregates(question: Question) -> dict[str, Sum]:
    """What is summed: the measures, and lines and money of each concern where they are asked for."""
    sums = {f"sum_{name}": Sum(name) for name in MEASURES}
    if question.with_concerns:
        for concern, condition in CONCERNS.items():
            for name in ("lines", "paid_fen"):
                sums[f"{concern}_{name}"] = Sum(name, filter=condition)
    return sums


def pieces(question: Question) -> Iterator[tuple[str, QuerySet]]:
    """Whole months from the monthly totals, the days before and after from the daily ones, and so are sessions."""
    daily, monthly = DailyTotal.objects.all(), MonthlyTotal.objects.all()
    start, end = question.start, question.end
    if "day" in question.by or "session" in {*question.by, *question.only}:
        yield "day", within(daily, "day", start, end)
        return
    first = next_month(start) if start and start.day > 1 else start
    ends_month = end is not None and (end + datetime.timedelta(1)).day == 1
    after = end and (next_month(end) if ends_month else end.replace(day=1))  # first day not in a whole month
    if first and after and first >= after:
        yield "day", within(daily, "day", start, end)
        return
    yield "month", within(monthly, "month", first, after - datetime.timedelta(1) if after else None)
    if start and first and start < first:
        yield "day", within(daily, "day", start, first - datetime.timedelta(1))
    if end and after and after <= end:
        yield "day", within(daily, "day", after, end)


def next_month(day: datetime.date) -> datetime.date:
    return (day.replace(day=1) + datetime.timedelta(32)).replace(day=1)


def within(totals: QuerySet, time: str, start: datetime.date | None, end: datetime.date | None) -> QuerySet:
    if start:
        totals = totals.filter(**{f"{time}__gte": start})
    if end:
        totals = totals.filter(**{f"{time}__lte": end})
    return totals


def grouped(totals: QuerySet, time: str, question: Question) -> Iterator[tuple[tuple[Key, ...], Sequence[int]]]:
    totals = narrowed(totals, question)
    paths = [time if dimension in TIMES else PATHS[dimension] for dimension in question.by]
    if "account" in question.by or "shop" in question.by:
        paths = [column for path in paths for column in account_paths(path)]
    sums = aggregates(question)
    rows = totals.order_by().values_list(*paths).annotate(**sums)
    if not paths:
        rows = [tuple(totals.aggregate(**sums).values())]
    for row in rows:
        measures = [amount or 0 for amount in row[len(paths) :]]
        if any(measures):
            yield tuple(keys_of(question.by, iter(row))), measures


def account_paths(path: str) -> list[str]:
    return [f"{path}__platform", f"{path}__account_id"] if path in ("account", "shop") else [path]


def keys_of(by: Sequence[str], values: Iterator) -> Iterator[Key]:
    for dimension in by:
        value = next(values)
        if dimension in ("account", "shop"):
            account_id = next(values)
            yield None if value is None else f"{value}:{account_id}"
        elif dimension in TIMES:
            yield value.isoformat()[: 7 if dimension == "month" else 10]
        else:
            yield value


def narrowed(totals: QuerySet, question: Question) -> QuerySet:
    """The totals that the question is about."""
    if question.townships is not None:
        totals = totals.filter(township__in=question.townships)
    for dimension, keys in question.only.items():
        totals = totals.filter(matching(dimension, keys))
    return totals


def matching(dimension: str, keys: Sequence[Key]) -> Q:
    """Totals whose key in a dimension is one of these; None = not known."""
    condition = Q()
    for key in keys:
        if key is None:
            condition |= Q(**{f"{PATHS[dimension]}__isnull": True})
        elif dimension in ("account", "shop"):
            platform, _separator, account_id = key.partition(":")
            condition |= Q(**{f"{dimension}__platform": platform, f"{dimension}__account_id": account_id})
        else:
            condition |= Q(**{PATHS[dimension]: key})
    return condition
