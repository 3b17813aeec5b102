"""Questions that are asked again and again, put into SQL once.

To build such a query in Python takes ten times as long as the database takes to answer it. What is kept is the text
and its parameters, never an answer: every answer is the database's own, of this moment.
"""

import json
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from typing import Any

from django.db import connection
from django.db.models import QuerySet

MOST_KEPT = 1024
kept: OrderedDict[Hashable, tuple[str, tuple[Any, ...]]] = OrderedDict()


def rows_of(
    key: Hashable, build: Callable[[], QuerySet], fill: Mapping[int, int] | None = None
) -> list[tuple[Any, ...]]:
    """The rows as the driver gives them: ask for numbers and texts, of JSON see `as_json`.

    `key` has to say everything on which the question depends: its kind, the day, the place in the tree, the filters.
    `fill`: primary keys that change from one asking to the next, by the numbers that stand for them in `build`.
    """
    full_key = (connection.vendor, key)
    found = kept.get(full_key)
    if found is None:
        sql, params = build().query.sql_with_params()
        found = kept[full_key] = (sql, tuple(params))
        if len(kept) > MOST_KEPT:
            kept.popitem(last=False)
    sql, params = found
    if fill:
        params = tuple(fill.get(param, param) if type(param) is int else param for param in params)
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def as_json(value: Any) -> Any:
    """A JSON value of a row: SQLite gives its text, PostgreSQL's driver may have read it already."""
    return json.loads(value) if isinstance(value, str) else value
