"""What a page may be about: rows of the township whose site it is part of, and none that has a page already."""

from typing import Any

from django import forms
from django.db import models
from django.db.models import Q, QuerySet
from wagtail.models import Page


def township_above(page: Page | None) -> int | None:
    """Primary key of the township whose site a page is part of, as its home page (in a room above) names it."""
    for above in page.get_ancestors(inclusive=True).specific().order_by("-depth") if page else ():
        if township := getattr(above, "township_id", None):
            return township
    return None


def limit_to_township(form: forms.ModelForm, township: int | None) -> None:
    """Narrow every choice of rows that know their township. Above all townships, administrators choose freely."""
    for name, field in form.fields.items():
        rows: Any = getattr(field, "queryset", None)
        if path := getattr(rows, "township_path", ""):
            own = rows if township is None else rows.filter(**{path: township})
            field.queryset = without_page(form, name, own)  # type: ignore[attr-defined]


def without_page(form: forms.ModelForm, name: str, rows: QuerySet) -> QuerySet:
    """For a row that has one page at most: those without, and the one that this page is about."""
    field = form._meta.model._meta.get_field(name)
    if not isinstance(field, models.OneToOneField):
        return rows
    return rows.filter(Q(**{field.related_query_name(): None}) | Q(pk=getattr(form.instance, field.attname)))
