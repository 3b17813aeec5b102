"""A page of a long list in one query: its rows, how many there are in all, and what the menu says beside them."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet, Subquery, Value
from django.http import HttpRequest

from livestreams.sessions.models import WindowRequest


def page_of(rows: QuerySet[Any], size: int, request: HttpRequest) -> Page:
    """The page that `?page=` names; the first, or the last, where there is no such page."""
    asked = request.GET.get("page", "1")
    number = int(asked) if asked.isdecimal() and len(asked) < 7 else 1
    waiting = WindowRequest.objects.visible_to(request.user).waiting()
    counted = rows.annotate(total=number_of(rows), waiting=number_of(waiting))
    found = list(counted[max(number - 1, 0) * size : max(number, 1) * size])
    paginator = Paginator(rows, size)
    if not found and number > 1:
        return paginator.get_page(asked)
    paginator.__dict__["count"] = found[0].total if found else 0
    if found:
        request.waiting_windows = found[0].waiting  # type: ignore[attr-defined]
    return Page(found, max(number, 1), paginator)


def number_of(rows: QuerySet[Any]) -> Subquery:
    """How many rows there are, as a column of another query."""
    plain = rows.order_by().select_related(None).prefetch_related(None)
    return Subquery(plain.annotate(one=Value(1)).values("one").annotate(number=Count("pk")).values("number"))
