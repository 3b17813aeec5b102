"""A whole sheet of a table: handed in, looked at row by row with what would move, and then written at once."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.sales.changes import Record
from livestreams.sales.privacy import mask_personal
from livestreams.sales.recrediting import Touched
from livestreams.sales.staff.acting import Acting
from livestreams.sales.staff.tables.page import TablePage
from livestreams.sales.staff.tables.recording import Changed, Homes, records
from livestreams.sales.staff.tables.sheets import LARGEST_SHEET, Sheet
from livestreams.sales.staff.tables.telling import LABELS
from livestreams.sales.staff.tables.writing import refuse_foreign, write_rows
from livestreams.sales.tables.refusal import TableRefused

SHOWN = 200
"""Rows of each kind in a preview."""


class SheetForm(forms.Form):
    sheet = forms.FileField(
        label=gettext_lazy("sheet (.xlsx or .csv)"), widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"required": gettext_lazy("Choose a file first.")},
    )  # fmt: skip

    def clean_sheet(self) -> Any:
        sheet = self.cleaned_data["sheet"]
        if getattr(sheet, "is_too_large", False) or sheet.size > LARGEST_SHEET:
            raise ValidationError(
                _("The file is too large for a table; hand order files in under “Hand in order files”.")
            )
        return sheet


class UploadView(Acting, TablePage):
    """Upload, preview, yes. `sheet` is the file, `sealed` what the preview carried along."""

    template_name = "sales/tables/upload.html"
    header_icon = "upload"
    sheet: Sheet | None = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not all(request.user.has_perm(self.desk.permission(act)) for act in ("add", "change")):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def form(self) -> SheetForm:
        is_posted = self.request.method == "POST"
        return SheetForm(self.request.POST, self.request.FILES) if is_posted else SheetForm()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "sealed" in request.POST:
            return self.confirmed()
        if self.form.is_valid():
            upload = self.form.cleaned_data["sheet"]
            self.look_at(lambda: Sheet.of(self.desk, mask_personal(upload.name), upload.read(), self.user))
        return self.render_to_response(self.get_context_data())

    def confirmed(self) -> HttpResponse:
        try:
            sheet = Sheet.unsealed(self.request.POST["sealed"], self.desk, self.user)
        except BadSignature:
            messages.error(self.request, _("The preview is too old or was damaged. Hand the file in once more."))
            return redirect(self.url("upload"))
        if self.look_at(lambda: sheet, foresee=False) and self.carry_out():
            messages.success(self.request, _("The table is written: %(told)s.") % {"told": self.told_counts()})
            return redirect(self.index_url)
        return self.render_to_response(self.get_context_data())

    def look_at(self, get: Any, foresee: bool = True) -> bool:
        """Read the sheet and, where all of it can be read, work out what would move. Returns whether it can be done."""
        try:
            self.sheet = get()
            self.sheet.compare(self.desk, self.user)
            refuse_foreign(self.desk, self.sheet.table_rows, self.user)
        except TableRefused as refused:
            self.problem = str(refused)
            return False
        if self.sheet.bad:
            return False
        if foresee:
            self.foresee()
        return not self.problem

    def write(self, touched: Touched) -> None:
        assert self.sheet
        try:
            write_rows(self.desk, self.sheet.table_rows, touched)
            self.refuse_several_townships()
        except TableRefused as refused:
            raise ValidationError(str(refused)) from None

    def refuse_several_townships(self) -> None:
        """What moves is told to one township; of two, each would be told the other's. Raises ValidationError."""
        homes = Homes()
        if self.desk.moves_money and len({homes.of(self.desk, each.row) for each in self.changed}) > 1:
            raise ValidationError(_("The rows are of several townships. Hand in one township at a time."))

    @cached_property
    def changed(self) -> list[Changed]:
        """The rows that differ from what is there."""
        assert self.sheet
        return [
            change
            for _row, change in self.sheet.changes()
            if change.old is None or self.teller.changes(self.desk, change.old, change.new)
        ]

    def records(self) -> Iterator[Record]:
        assert self.sheet
        reason = _("sheet %(file)s") % {"file": self.sheet.file}
        yield from records(self.desk, self.changed, self.teller, self.user, reason[:300])

    def counts(self) -> dict[str, int]:
        assert self.sheet
        new = sum(change.old is None for change in self.changed)
        return {"new": new, "changed": len(self.changed) - new, "unchanged": len(self.sheet.read) - len(self.changed)}

    def told_counts(self) -> str:
        return _("%(new)s new, %(changed)s changed, %(unchanged)s unchanged") % self.counts()

    def get_page_title(self) -> str:
        return _("Hand in a sheet: %(table)s") % {"table": self.desk.label}

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*super().get_breadcrumbs_items()[:-1], self.way_back, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs) | self.act_context() | {"form": self.form, "sheet": self.sheet}
        context["upload_url"] = self.url("upload")
        context["columns"] = [
            (column.name, _(LABELS[column.name]), column.blank is ...) for column in self.desk.table.columns
        ]
        if self.sheet and self.sheet.bad:
            context["bad"] = [(each.row, _(each.column), each.reason) for each in self.sheet.bad[:SHOWN]]
            context["bad_hidden"] = max(0, len(self.sheet.bad) - SHOWN)
        if self.effect and self.sheet:
            context |= {"rows": self.shown(), "hidden": max(0, len(self.changed) - SHOWN), "counts": self.told_counts()}
            context["sealed"] = self.sheet.sealed(self.desk, self.user)
        return context

    def shown(self) -> list[dict[str, Any]]:
        """The rows that are new or change, in words."""
        assert self.sheet
        rows: list[dict[str, Any]] = []
        for row, change in self.sheet.changes():
            cells = self.teller.changes(self.desk, change.old, change.new)
            if cells and len(rows) < SHOWN:
                told = [(_(label), *pair) for label, pair in cells.items()]
                title = self.teller.title(self.desk, change.row)
                rows.append({"number": row.number, "is_new": change.old is None, "title": title, "cells": told})
        return rows
