"""One question asked in several ways, timed inside a Django that is already running: `python -m tests.bench.asking`."""

import datetime
import json
import time
from collections import defaultdict
from collections.abc import Callable
from statistics import median
from typing import Any

import django
from django.db import connection

YEAR = datetime.date(2025, 7, 1), datetime.date(2026, 6, 30)
REPEATS = 7


def main() -> None:
    django.setup()
    from livestreams.sales.models import DailyTotal, Line, MonthlyTotal
    from livestreams.sales.totals import Question, ask

    question = Question(by=("team", "month"), start=YEAR[0], end=YEAR[1])
    kept, answer = timed(lambda: ask(question), REPEATS)
    grouped = min(timed(lambda sql=sql: grouped_lines(sql), 3)[0] for sql in groupings())
    split, exact = timed(split_lines, 1)
    if exact != {row.keys: list(row[1:]) for row in answer.rows}:
        raise SystemExit("the kept totals and the lines do not agree")
    screen, queries = timed_screen()
    counts = {
        name: model.objects.count()
        for name, model in (("lines", Line), ("daily", DailyTotal), ("monthly", MonthlyTotal))
    }
    print(json.dumps({"kept": kept, "grouped": grouped, "split": split, "screen": screen, "queries": queries} | counts))


def timed(act: Callable[[], Any], times: int) -> tuple[float, Any]:
    """The median time of an act once it has been done before, and what it gives. A single time is not warmed up."""
    result = act() if times > 1 else None
    taken = []
    for _time in range(times):
        started = time.perf_counter()
        result = act()
        taken.append(time.perf_counter() - started)
    return median(taken), result


def groupings() -> list[str]:
    """The nearest that SQL comes to the question over the lines, by a scan and by the index; the faster one counts."""
    months = {"sqlite": "substr(day, 1, 7)", "postgresql": "date_trunc('month', day)"}
    provisional = {"sqlite": "paid_fen * is_provisional", "postgresql": "paid_fen * is_provisional::int"}
    sums = (
        f"COUNT(*), SUM(items), SUM(weight_g), SUM(paid_fen), SUM(refunded_fen), SUM({provisional[connection.vendor]})"
    )
    return [
        f"SELECT {months[connection.vendor]} AS month, team_shares_id, {sums} FROM sales_line"
        f" WHERE {township}day BETWEEN %s AND %s GROUP BY 1, 2"
        for township in ("", "township_id = (SELECT MIN(id) FROM places_township) AND ")
    ]


def grouped_lines(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, YEAR)
        return cursor.fetchall()


def split_lines() -> dict[tuple, list[int]]:
    """The question answered to the fen without the kept totals: every line split over its parties."""
    from livestreams.sales.books import Books
    from livestreams.sales.deltas import MEASURES, line_cells
    from livestreams.sales.rows import select_rows
    from livestreams.teams.models import Team

    parties, slugs = Books().parties(), dict(Team.objects.values_list("pk", "slug"))
    sums: dict[tuple, list[int]] = defaultdict(lambda: [0] * len(MEASURES))
    day = YEAR[0]
    while day <= YEAR[1]:
        for row in select_rows("township_id IN (SELECT id FROM places_township) AND day = %s", [day]):
            for cell, measures in line_cells(row, parties):
                kept = sums[slugs.get(cell.team), day.isoformat()[:7]]
                for place, amount in enumerate(measures):
                    kept[place] += amount
        day += datetime.timedelta(1)
    return {key: amounts for key, amounts in sums.items() if any(amounts)}


def timed_screen() -> tuple[float, int]:
    """The screen as a superuser's browser asks for it: seconds, queries."""
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.urls import reverse

    from zhunong.access.models import User

    client = Client()
    client.force_login(User.objects.filter(is_superuser=True).first() or User.objects.create_superuser("bench"))
    asked = {"by": "team", "across": "month", "day_from": YEAR[0], "day_to": YEAR[1]}

    def get() -> None:
        response = client.get(reverse("sales:totals"), asked)
        if response.status_code != 200:
            raise SystemExit(f"the totals screen answers {response.status_code}")

    seconds, _nothing = timed(get, REPEATS)
    with CaptureQueriesContext(connection) as queries:
        get()
    return seconds, len(queries)


if __name__ == "__main__":
    main()
