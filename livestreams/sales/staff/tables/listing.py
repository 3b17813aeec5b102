"""The list of one table: searched by any part of a word, narrowed down, and taken away as it can be handed in again."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button

from livestreams.sales.staff.lists import download_rows
from livestreams.sales.staff.tables.chinese import Wording
from livestreams.sales.staff.tables.desks import DESKS, Desk
from livestreams.sales.staff.tables.page import url_of
from livestreams.sales.staff.tables.resource import TableResource
from livestreams.sales.staff.tables.telling import LABELS, Teller
from livestreams.sales.staff.totals.names import Names

SORTED_BY = {
    "accounts": {"platform": "account__platform", "nickname": "nickname", "team": "team__name",
                 "valid_from": "valid_from", "valid_to": "valid_to"},
    "origins": {"product": "product__name", "valid_from": "valid_from"},
    "skus": {"code": "code", "product": "product__name", "name": "name", "net_weight_g": "net_weight_g"},
    "sku_codes": {"platform": "platform", "account_id": "account_id", "code": "code", "sku": "sku__code"},
    "sessions": {"title": "title", "started_at": "started_at", "ended_at": "ended_at"},
}  # fmt: skip
"""Columns that can be sorted by, and by what; of other tables slug and name."""
FIRST = {"accounts": "nickname", "sku_codes": "code", "sessions": "title", "skus": "name", "origins": "product"}
"""The column that leads to the row, `name` where none is given."""


class TableIndex(generic.IndexView):
    """Rows of the user's townships."""

    desk: Desk = DESKS[0]
    list_export = ["values"]
    page_kwarg = "p"

    def get_base_queryset(self) -> QuerySet:
        return self.desk.rows()

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        return super().order_queryset(queryset) if self.is_ordered else queryset.order_by(*self.desk.ordered)

    @property
    def is_ordered(self) -> bool:
        return "ordering" in self.request.GET

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """A search through villages or shares must not show a row twice."""
        found = super().search_queryset(queryset)
        return queryset.filter(pk__in=found.order_by().values("pk")) if self.search_query else found

    @cached_property
    def teller(self) -> Teller:
        return Teller(Names(self.request.user))

    @cached_property
    def columns(self) -> list[Column]:
        """The column that leads to the row, then all others of the table."""
        first = FIRST.get(self.desk.name, "name")
        names = [column.name for column in self.desk.table.columns if column.name != first]
        return [self.leading(first), *(self.column(name) for name in names)]

    def leading(self, name: str) -> TitleColumn:
        column_class = self._get_title_column_class(TitleColumn)
        return column_class(name, **self.options(name), get_url=self.way_to)

    def way_to(self, record: Any) -> str:
        """Who may not change the row is shown what became of it."""
        return self.get_edit_url(record) or url_of(self.desk, "history", record.pk)

    def column(self, name: str) -> Column:
        return Column(name, **self.options(name))

    def options(self, name: str) -> dict[str, Any]:
        by = SORTED_BY.get(self.desk.name, {"slug": "slug", "name": "name"})
        return {"label": _(LABELS[name]), "accessor": self.cell(name), "sort_key": by.get(name)}

    def cell(self, name: str) -> Callable[[Any], str]:
        def told(record: Any) -> str:
            return self.teller.value(name, self.desk.values_of(record)[name])

        return told

    def get_list_more_buttons(self, instance: Any) -> list[Button]:
        """Those of the row, and its history."""
        history = Button(_("History"), url=url_of(self.desk, "history", instance.pk), icon_name="history", priority=40)
        return [*super().get_list_more_buttons(instance), history]

    @property
    def may_hand_in(self) -> bool:
        return all(self.request.user.has_perm(self.desk.permission(act)) for act in ("add", "change"))

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        buttons = list(super().header_more_buttons)
        if self.may_hand_in:
            sheet = Button(_("Hand in a sheet"), url=url_of(self.desk, "upload"), icon_name="upload", priority=5)
            buttons.insert(0, sheet)
        return buttons

    def as_spreadsheet(self, queryset: QuerySet, spreadsheet_format: str) -> HttpResponse:
        """Excel for people, in their language and with names; csv as contracts, section 1, has the table.

        Both can be handed in again.
        """
        if spreadsheet_format == self.FORMAT_XLSX:
            rows = map(self.desk.values_of, queryset)
            headers, cells = Wording(self.teller.names.user).sheet(self.desk, rows)
            return download_rows(str(self.desk.label), headers, cells, spreadsheet_format)
        data = TableResource(self.desk).export(queryset)
        return download_rows(self.desk.name, data.headers, data, spreadsheet_format)

    def get_page_title(self) -> str:
        return str(self.desk.label)

    def get_page_subtitle(self) -> str:
        return ""

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        upload = url_of(self.desk, "upload") if self.may_hand_in else ""
        return super().get_context_data(*args, **kwargs) | {"desk": self.desk, "upload_url": upload}
