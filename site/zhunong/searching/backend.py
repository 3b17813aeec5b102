"""`WAGTAILSEARCH_BACKENDS`' backend: the database's own, with Han characters parted on both sides."""

from collections.abc import Iterable
from copy import copy
from typing import Any

from django.db.models import Model
from modelsearch.backends.base import BaseSearchBackend, EmptySearchResults
from modelsearch.backends.database import SearchBackend as database_backend
from modelsearch.index import BaseField, RelatedFields
from modelsearch.query import Phrase, PlainText

from zhunong.searching.parting import asked, parted


def SearchBackend(params: dict[str, Any]) -> BaseSearchBackend:  # noqa: N802 - the name is Wagtail's
    """The backend for the site's database. Wagtail calls this by its name."""
    stock = type(database_backend(params))
    index = type(f"Parting{stock.index_class.__name__}", (PartingIndex, stock.index_class), {})
    return type(f"Parting{stock.__name__}", (Parting, stock), {"index_class": index})(params)


class Parting:
    """Mixin of a backend: asks for words alone."""

    def _search(self, compiler: type, query: Any, model_or_queryset: Any, **kwargs: Any) -> Any:
        made_ready = ready(query)
        if made_ready is None:
            return EmptySearchResults()
        return super()._search(compiler, made_ready, model_or_queryset, **kwargs)  # type: ignore[misc]


def ready(query: Any) -> Any:
    """The query with its words parted; None where it asks for nothing."""
    if isinstance(query, str):
        return asked(query) or None
    if isinstance(query, PlainText):
        words = asked(query.query_string)
        return PlainText(words, operator=query.operator, boost=query.boost) if words else None
    if isinstance(query, Phrase):
        words = asked(query.query_string)
        return Phrase(words) if words else None
    return query


class PartingIndex:
    """Mixin of an index: keeps every value with its Han characters parted."""

    def add_items(self, model: type[Model], objs: Iterable[Model]) -> None:
        """The stock one asks each record for its fields: while it does, they give parted values."""
        records, fields = list(objs), parting_fields(model.get_search_fields())  # type: ignore[attr-defined]
        for record in records:
            vars(record)["get_search_fields"] = lambda: fields
        try:
            super().add_items(model, records)  # type: ignore[misc]
        finally:
            for record in records:
                del vars(record)["get_search_fields"]


def parting_fields(fields: Iterable[Any]) -> list[Any]:
    return [PartingRelated(field) if isinstance(field, RelatedFields) else parting_field(field) for field in fields]


class PartingRelated(RelatedFields):
    """Those of records beside this one, parted as well."""

    def __init__(self, field: RelatedFields) -> None:
        super().__init__(field.field_name, parting_fields(field.fields))


def parting_field(field: BaseField) -> BaseField:
    """A field of the same kind with parted values."""
    parting = copy(field)
    parting.get_value = lambda record: parted_value(field.get_value(record))
    return parting


def parted_value(value: Any) -> Any:
    """Texts parted, in lists and mappings too; anything else as it is."""
    if isinstance(value, str):
        return parted(value)
    if isinstance(value, list):
        return [parted_value(each) for each in value]
    if isinstance(value, dict):
        return {name: parted_value(each) for name, each in value.items()}
    return value
