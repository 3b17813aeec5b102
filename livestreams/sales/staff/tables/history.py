"""Recorded changes: of all tables in one list, of one row, and each taken apart."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.sales.changes import Effect, Move
from livestreams.sales.models import RecordedChange
from livestreams.sales.staff.lists import FORMATS, download_rows
from livestreams.sales.staff.tables.desks import BY_NAME
from livestreams.sales.staff.tables.page import TablePage
from livestreams.sales.staff.totals.addresses import address_with
from livestreams.sales.staff.totals.page import SalesPage
from livestreams.sales.times import as_text
from products.money import yuan

PAGE_CHANGES = 50
MOST_OF_A_ROW = 500
"""Changes of one row that are looked through."""
OTHER_TABLES = {"lines": gettext_lazy("Lines corrected by hand")}
"""What is recorded beside tables."""
WHAT = {
    "created": gettext_lazy("entered"),
    "changed": gettext_lazy("changed"),
    "deleted": gettext_lazy("deleted"),
}


def table_name(table: str) -> str:
    return str(BY_NAME[table].label if table in BY_NAME else OTHER_TABLES.get(table, table))


def in_words(change: RecordedChange) -> dict[str, Any]:
    """A change for the eyes: rows with what differs, labels in the reader's language."""
    rows = [
        {
            "what": WHAT.get(row["what"], row["what"]),
            "name": row["name"],
            "fields": [(_(label), old, new) for label, (old, new) in row["fields"].items()],
        }
        for row in change.rows
    ]
    return {"change": change, "table": table_name(change.table), "rows": rows, "first": rows[:1], "more": len(rows) - 1}


class ChangesView(SalesPage):
    """The list, newest first; by table, and by any part of a word."""

    template_name = "sales/tables/changes.html"
    page_title = gettext_lazy("Recorded changes")
    header_icon = "history"
    is_below_totals = False

    @cached_property
    def words(self) -> list[str]:
        return self.request.GET.get("q", "").split()[:5]

    @cached_property
    def table(self) -> str:
        given = self.request.GET.get("table", "")
        return given if given in BY_NAME or given in OTHER_TABLES else ""

    def changes(self) -> QuerySet[RecordedChange]:
        found = RecordedChange.objects.visible_to(self.user).select_related("by")
        found = found.filter(table=self.table) if self.table else found
        for word in self.words:
            found = found.filter(searched__icontains=word)
        return found

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        format = request.GET.get("format")
        if format in FORMATS:
            return download_rows(str(self.page_title), headers(), cells(self.changes()), format)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = Paginator(self.changes(), PAGE_CHANGES).get_page(self.request.GET.get("page"))
        return super().get_context_data(**kwargs) | {
            "page": page,
            "changes": [in_words(change) for change in page],
            "q": " ".join(self.words),
            "table": self.table,
            "tables": {name: table_name(name) for name in (*BY_NAME, *OTHER_TABLES)},
            "exports": {format: address_with(self.request, format=format, page=None) for format in FORMATS},
            "earlier": address_with(self.request, page=page.number - 1),
            "later": address_with(self.request, page=page.number + 1),
        }


class ChangeView(SalesPage):
    """One change: its rows, and which money moved where."""

    template_name = "sales/tables/change.html"
    header_icon = "history"
    is_below_totals = False

    @cached_property
    def change(self) -> RecordedChange:
        changes = RecordedChange.objects.visible_to(self.user).select_related("by")
        return get_object_or_404(changes, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return f"{table_name(self.change.table)} · {as_text(self.change.at)[:16]}"

    def get_breadcrumbs_items(self) -> list[dict]:
        *above, here = super().get_breadcrumbs_items()
        return [*above, {"url": reverse("sales:changes"), "label": _("Recorded changes")}, here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        change = self.change
        effect = Effect(change.lines, change.net_fen, moves=[Move(**move) for move in change.moves])
        return super().get_context_data(**kwargs) | in_words(change) | {"effect": effect}


class RowHistory(TablePage):
    """What became of one row since it was entered."""

    template_name = "sales/tables/history.html"
    header_icon = "history"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(self.desk.permission("view")):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def row(self) -> dict[str, Any]:
        seen = self.desk.model.objects.visible_to(self.user).order_by().values("pk")  # type: ignore[attr-defined]
        return self.desk.values_of(get_object_or_404(self.desk.rows().filter(pk__in=seen), pk=self.kwargs["pk"]))

    def changes(self) -> Iterable[RecordedChange]:
        slug = self.desk.slug_of(self.row)
        found = RecordedChange.objects.visible_to(self.user).select_related("by")
        found = found.filter(table=self.desk.name, searched__contains=slug)
        for change in found[:MOST_OF_A_ROW]:
            change.rows = [row for row in change.rows if row.get("key") == slug]
            if change.rows:
                yield change

    def get_page_title(self) -> str:
        return _("History: %(row)s") % {"row": self.teller.title(self.desk, self.row)}

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*super().get_breadcrumbs_items()[:-1], self.way_back, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"changes": [in_words(change) for change in self.changes()]}


def headers() -> list[str]:
    return [
        _("changed at"), _("changed by"), _("table"), _("what"), _("row"), _("change"), _("reason"),
        _("lines credited otherwise"), _("net sales of these lines"),
    ]  # fmt: skip


def cells(changes: Iterable[RecordedChange]) -> Iterator[list[Any]]:
    """One row for each row changed."""
    for change in changes:
        told = in_words(change)
        for row in told["rows"]:
            differing = "；".join(f"{label}：{old} → {new}" for label, old, new in row["fields"])
            yield [
                as_text(change.at)[:16], str(change.by or ""), told["table"], str(row["what"]), row["name"], differing,
                change.reason, change.lines, yuan(change.net_fen).replace(",", ""),
            ]  # fmt: skip
