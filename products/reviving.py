"""Rows of many tables from one question: each table is selected as (its name, its row as a JSON object).

UNION ALL joins them, which both databases do alike. Rows come back as instances of their models.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import CharField, F, ForeignKey, IntegerField, Model, QuerySet, TextField, Value
from django.db.models.functions import JSONObject

from zhunong.caching.compiled import as_json, rows_of

Rows = dict[type[Model], list[Any]]
Ties = Iterable[tuple[type[Model], str, type[Model]]]


def revived(key: Hashable, selects: Callable[[], Mapping[type[Model], QuerySet]], fill: Mapping[Any, Any]) -> Rows:
    """The rows by table; `key` and `fill` as `rows_of` has them. One query."""
    rows: Rows = defaultdict(list)
    for name, values in rows_of(key, lambda: question(selects()), fill):
        model = model_named(name)
        rows[model].append(revive(model, as_json(values)))
    return rows


def question(selects: Mapping[type[Model], QuerySet]) -> QuerySet:
    first, *others = [to_json(model, rows) for model, rows in selects.items()]
    return first.union(*others, all=True)


def to_json(model: type[Model], queryset: QuerySet) -> QuerySet:
    fields = {field.attname: F(field.attname) for field in model._meta.concrete_fields}
    return queryset.order_by().values_list(Value(model._meta.label, CharField()), JSONObject(**fields))


@cache
def model_named(name: str) -> type[Model]:
    return apps.get_model(name)


def revive(model: type[Model], values: dict[str, Any]) -> Model:
    """An instance as the database would have given it: JSON has no dates and no decimals."""
    names, cleaners = reading_of(model)
    for name, clean in cleaners:
        if values[name] is not None:
            values[name] = clean(values[name])
    return model.from_db("default", names, [values[name] for name in names])


@cache
def reading_of(model: type[Model]) -> tuple[list[str], list[tuple[str, Callable[[Any], Any]]]]:
    """The columns of a table, and how those are read that are more than texts and numbers."""
    fields, as_they_are = model._meta.concrete_fields, (CharField, TextField, IntegerField, ForeignKey)
    cleaners: list[tuple[str, Callable[[Any], Any]]] = [
        (field.attname, field.to_python) for field in fields if not isinstance(field, as_they_are)
    ]
    return [field.attname for field in fields], cleaners


def tie(rows: Rows, ties: Ties) -> None:
    """Set by hand what rows point at, so that no template asks for it. `ties`: (who points, by which name, at what)."""
    ties = list(ties)
    found = {target: {row.pk: row for row in rows[target]} for target in {target for _model, _name, target in ties}}
    for model, name, target in ties:
        for row in rows[model]:
            key = getattr(row, f"{name}_id")
            if key in found[target]:
                setattr(row, name, found[target][key])
