"""Wagtail viewsets that show, open and write only a user's own rows (Wagtail itself does not check rows)."""

from typing import Any

from django import forms
from django.contrib.admin.utils import unquote
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.views import View

from zhunong.access.related import limit_choices

READS = ("inspect_view_class", "history_view_class", "usage_view_class")
"""Of the views of one row those that only show it. All others write, whatever they are called."""


class ReadGuard:
    """An admin view that shows one row: 404 when the user may not see it."""

    model: Any
    scope = "visible_to"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if "pk" in kwargs:
            rows = getattr(self.model.objects, self.scope)(request.user)
            get_object_or_404(rows, pk=unquote(str(kwargs["pk"])))
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


class WriteGuard(ReadGuard):
    """An admin view that writes: 404 when the user may not change the row, and no pointing at rows of others."""

    request: HttpRequest
    scope = "workable_by"

    def get_form(self, *args: Any, **kwargs: Any) -> forms.BaseForm:
        form = super().get_form(*args, **kwargs)  # type: ignore[misc]
        limit_choices(form, self.request.user, self.scope)
        return form


class RowScopedIndex:
    """A list, its search, its filters' choices and its export: only the rows that the user may see."""

    model: Any
    request: HttpRequest

    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().visible_to(self.request.user)  # type: ignore[misc]

    @cached_property
    def filters(self) -> Any:
        found = super().filters  # type: ignore[misc]
        if found:
            limit_choices(found.form, self.request.user, "visible_to")
        return found

    @cached_property
    def only_looked_at(self) -> set[Any]:
        """Primary keys of rows that the user sees and may not change: those of a county."""
        if not getattr(self.request.user, "county", ""):
            return set()
        workable = self.model.objects.workable_by(self.request.user)
        seen = self.model.objects.visible_to(self.request.user)
        return set(seen.exclude(pk__in=workable.order_by().values("pk")).values_list("pk", flat=True))

    def get_edit_url(self, row: Any) -> str | None:
        url = super().get_edit_url(row)  # type: ignore[misc]
        return url if url and row.pk not in self.only_looked_at else None

    def get_delete_url(self, row: Any) -> str | None:
        url = super().get_delete_url(row)  # type: ignore[misc]
        return url if url and row.pk not in self.only_looked_at else None


class RowScopedViewSet:
    """Viewset mixin: list and open what `visible_to` of the model's queryset gives, write what `workable_by` gives."""

    index_view_class: type[View]

    def construct_view(self, view_class: type[View], **kwargs: Any) -> Any:
        return super().construct_view(guarded(view_class, self.guard_of(view_class)), **kwargs)  # type: ignore[misc]

    def guard_of(self, view_class: type[View]) -> type:
        if issubclass(view_class, self.index_view_class):
            return RowScopedIndex
        shows = tuple(getattr(self, name) for name in READS)
        return ReadGuard if issubclass(view_class, shows) else WriteGuard


class RowScopedChoice:
    """A chooser's view: offers, and takes as chosen, only rows that the user may work with."""

    request: HttpRequest

    def get_object_list(self) -> QuerySet:
        return super().get_object_list().workable_by(self.request.user)  # type: ignore[misc]

    def get_object(self, pk: Any) -> Any:
        return self.model_class.objects.workable_by(self.request.user).get(pk=pk)  # type: ignore[attr-defined]

    def get_objects(self, pks: list[Any]) -> QuerySet:
        return super().get_objects(pks).workable_by(self.request.user)  # type: ignore[misc]

    def get_creation_form(self) -> forms.BaseForm:
        form = super().get_creation_form()  # type: ignore[misc]
        limit_choices(form, self.request.user, "workable_by")
        return form


class RowScopedChooser:
    """The same for a `ChooserViewSet`: its `chosen/<pk>` tells of any row otherwise."""

    def construct_view(self, view_class: type[View], **kwargs: Any) -> Any:
        return super().construct_view(guarded(view_class, RowScopedChoice), **kwargs)  # type: ignore[misc]


def guarded(view_class: type[View], guard: type) -> type[View]:
    """A view behind a guard, under its own name."""
    return type(view_class.__name__, (guard, view_class), {"__module__": view_class.__module__})
