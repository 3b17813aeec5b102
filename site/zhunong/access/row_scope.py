"""Wagtail viewsets that show and open only the rows that a user may see (Wagtail itself does not check rows)."""

from typing import Any

from django.contrib.admin.utils import unquote
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views import View


class RowGuard:
    """Any admin view of one object: 404 when the user may not see that row."""

    model: Any

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if "pk" in kwargs:
            rows = self.model.objects.visible_to(request.user)
            get_object_or_404(rows, pk=unquote(str(kwargs["pk"])))
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


class RowScopedIndex:
    """A list, its search and its export: only the rows that the user may see."""

    request: HttpRequest

    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().visible_to(self.request.user)  # type: ignore[misc]


class RowScopedViewSet:
    """Viewset mixin: list, export and open only the rows that `visible_to` of the model's queryset gives.

    A posted foreign key is the form's business: limit its queryset.
    """

    index_view_class: type[View]

    def construct_view(self, view_class: type[View], **kwargs: Any) -> Any:
        mixin = RowScopedIndex if issubclass(view_class, self.index_view_class) else RowGuard
        scoped = type(view_class.__name__, (mixin, view_class), {})
        return super().construct_view(scoped, **kwargs)  # type: ignore[misc]
