"""Questions that are asked again and again, put into SQL once.

To build such a query in Python takes ten times as long as the database takes to answer it. What is kept is the text
and its parameters, never an answer: every answer is the database's own, of this moment.
"""

import datetime
import json
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from typing import Any, NamedTuple, TypeVar

from django.db import connection
from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)
MOST_KEPT = 1024
FILLED = (int, str, datetime.date, datetime.datetime)


class Question(NamedTuple):
    """As the database takes it, and how Django reads each column of its answer."""

    sql: str
    params: tuple[Any, ...]
    converters: dict[int, Any]


kept: OrderedDict[Hashable, Question] = OrderedDict()


def rows_of(
    key: Hashable, build: Callable[[], QuerySet], fill: Mapping[Any, Any] | None = None
) -> list[tuple[Any, ...]]:
    """The rows as the driver gives them: ask for numbers and texts, of JSON see `as_json`.

    `key` has to say everything on which the question depends: its kind, the day, the place in the tree, the filters.
    `fill`: keys, texts, days and moments that change from one asking to the next, by what stands for them in `build`.
    """
    return answer_to(question(key, build), fill)


def values_of(
    key: Hashable, build: Callable[[], QuerySet], fill: Mapping[Any, Any] | None = None
) -> list[tuple[Any, ...]]:
    """The same with every value as Django reads it: moments, flags, JSON."""
    asked = question(key, build)
    return [converted(row, asked.converters) for row in answer_to(asked, fill)]


def instances_of(
    key: Hashable, model: type[Row], build: Callable[[], QuerySet], fill: Mapping[Any, Any] | None = None
) -> list[Row]:
    """Instances of the model, as its manager would give them; `build` gives a plain queryset of it."""
    names = [field.attname for field in model._meta.concrete_fields]
    rows = values_of(key, lambda: build().values_list(*names), fill)
    return [model.from_db(connection.alias, names, row) for row in rows]


def question(key: Hashable, build: Callable[[], QuerySet]) -> Question:
    """Put into SQL once for each kind of database."""
    full_key = (connection.vendor, key)
    found = kept.get(full_key)
    if found is None:
        compiler = build().query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        columns = [column for column, *_rest in compiler.select[: compiler.col_count]]
        found = kept[full_key] = Question(sql, tuple(params), compiler.get_converters(columns))
        if len(kept) > MOST_KEPT:
            kept.popitem(last=False)
    return found


def answer_to(asked: Question, fill: Mapping[Any, Any] | None) -> list[tuple[Any, ...]]:
    params = asked.params
    if fill:
        told = {adapted(stand_in): adapted(value) for stand_in, value in fill.items()}
        params = tuple(told.get(param, param) if isinstance(param, FILLED) else param for param in params)
    with connection.cursor() as cursor:
        cursor.execute(asked.sql, params)
        return cursor.fetchall()


def adapted(value: Any) -> Any:
    """A moment or a day as this database has it in its parameters."""
    if isinstance(value, datetime.datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, datetime.date) else value


def converted(row: tuple[Any, ...], converters: dict[int, Any]) -> tuple[Any, ...]:
    values = list(row)
    for place, (functions, expression) in converters.items():
        for function in functions:
            values[place] = function(values[place], expression, connection)
    return tuple(values)


def as_json(value: Any) -> Any:
    """A JSON value of a row: SQLite gives its text, PostgreSQL's driver may have read it already."""
    return json.loads(value) if isinstance(value, str) else value
