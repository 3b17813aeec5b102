"""A row of a table entered, changed or deleted: where money moves, what would move is shown first."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.sales.changes import Record
from livestreams.sales.recrediting import Touched
from livestreams.sales.staff.acting import Acting
from livestreams.sales.staff.tables.forms import RowForm
from livestreams.sales.staff.tables.page import TablePage
from livestreams.sales.staff.tables.recording import Changed, records
from livestreams.sales.staff.tables.values import Values
from livestreams.sales.staff.tables.writing import delete_row, refuse_foreign, replace_row, write_rows
from livestreams.sales.tables.refusal import TableRefused
from products.money import yuan

NOT_MEANT = {"csrfmiddlewaretoken", "expected", "change"}
"""Of what is posted, that which is no answer of the form's."""


class RowPage(Acting, TablePage):
    """What the three acts share: the row as it is, the record of the change, and the way back."""

    act = "change"
    said = gettext_lazy("Saved.")
    reason = ""

    @cached_property
    def record(self) -> Any:
        """The record that the row is, of those that the user may change; None for a new one."""
        if "pk" not in self.kwargs:
            return None
        own = self.desk.rows().filter(pk__in=self.desk.model.objects.workable_by(self.user).order_by().values("pk"))  # type: ignore[attr-defined]
        return get_object_or_404(own, pk=self.kwargs["pk"])

    @cached_property
    def before(self) -> Values | None:
        return self.desk.values_of(self.record) if self.record else None

    @property
    def after(self) -> Values | None:
        return None

    @property
    def changed(self) -> Changed:
        return Changed(self.before, self.after)

    def records(self) -> Iterator[Record]:
        yield from records(self.desk, [self.changed], self.teller, self.user, self.reason)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(self.desk.permission(self.act)):
            raise PermissionDenied
        _record = self.record
        return super().dispatch(request, *args, **kwargs)

    def decide(self) -> HttpResponse | None:
        """First what would move, where money does; with `expected`, or where none does, the act itself."""
        if "expected" not in self.request.POST:
            self.foresee()
            if not self.effect or self.desk.moves_money or self.effect.lines:
                return None
        if not self.carry_out(self.effect.fingerprint if self.effect else None):
            return None
        messages.success(self.request, self.told())
        return redirect(self.index_url)

    def told(self) -> str:
        assert self.effect
        if not self.effect.lines:
            return str(self.said)
        moved = _("Lines credited anew: %(lines)s; their net: %(net)s yuan.")
        return f"{self.said} {moved % {'lines': self.effect.lines, 'net': yuan(self.effect.net_fen)}}"

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*super().get_breadcrumbs_items()[:-1], self.way_back, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        title = self.teller.title(self.desk, self.before) if self.before else ""
        posted = [(name, value) for name, values in self.request.POST.lists() for value in values]
        return super().get_context_data(**kwargs) | self.act_context() | {
            "row_title": title, "posted": [each for each in posted if each[0] not in NOT_MEANT],
        }  # fmt: skip


class EditRow(RowPage):
    """Change one row."""

    template_name = "sales/tables/row.html"

    @cached_property
    def form(self) -> RowForm:
        given = self.request.POST if self.request.method == "POST" else None
        return RowForm(self.desk, self.user, self.before, given)

    @property
    def after(self) -> Values:
        return self.form.values

    @property
    def reason(self) -> str:  # type: ignore[override]
        return self.form.cleaned_data["reason"]

    def write(self, touched: Touched) -> None:
        row = self.form.table_row
        try:
            refuse_foreign(self.desk, [row], self.user)
            self.refuse_known(row.values)
            self.put(row, touched)
        except TableRefused as refused:
            self.refused = refused
            raise ValidationError(refused.reason) from None

    refused: TableRefused | None = None

    def put(self, row: Any, touched: Touched) -> None:
        replace_row(self.desk, self.desk.rows().get(pk=self.record.pk), row, touched)

    def refuse_known(self, row: Values) -> None:
        """A new row must not be about what is there already. Raises ValidationError."""
        key = self.desk.key_of(row)
        if self.before and key == self.desk.key_of(self.before):
            return
        if any(self.desk.key_of(self.desk.values_of(each)) == key for each in self.namesakes(row)):
            raise ValidationError(_("There is such a row already; change that one instead."))
        self.refuse_namesake(row)

    def refuse_namesake(self, row: Values) -> None:
        """Two of one name cannot be told apart in lists to choose from. Raises ValidationError."""
        if self.desk.name not in ("villages", "teams", "products"):
            return
        own = self.desk.model.objects.workable_by(self.user)  # type: ignore[attr-defined]
        if own.filter(name=row["name"], township__slug=row["township"]).exists():
            raise ValidationError(_("“%(name)s” is there already; give this one another name."), params=row)

    def namesakes(self, row: Values) -> Any:
        """Few rows that hold the one with the same key, if it is there."""
        paths = (
            {"platform": "account__platform", "account_id": "account__account_id"}
            if self.desk.name == "accounts"
            else {}
        )
        paths |= {"product": "product__slug"}
        wanted = {paths.get(column, column): row[column] for column in self.desk.key}
        own = self.desk.model.objects.workable_by(self.user)  # type: ignore[attr-defined]
        return self.desk.rows().filter(pk__in=own.order_by().values("pk"), **wanted)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.form.is_valid() and "change" not in request.POST:
            if self.before and not self.teller.changes(self.desk, self.before, self.after):
                messages.info(request, _("Nothing was changed."))
                return redirect(self.index_url)
            if done := self.decide():
                return done
            if self.refused:
                self.form.blame(self.refused.column, self.refused.reason)
                self.problem = ""
        return self.render_to_response(self.get_context_data())

    def get_page_title(self) -> str:
        return _("Change: %(row)s") % {"row": self.teller.title(self.desk, self.before)} if self.before else ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_foreseen = self.effect is not None
        changes = self.teller.changes(self.desk, self.before, self.after) if is_foreseen else {}
        return super().get_context_data(**kwargs) | {
            "form": self.form, "is_new": self.before is None,
            "changes": [(_(label), *pair) for label, pair in changes.items()],
            "delete_url": self.url("delete", self.record.pk) if self.record and self.may("delete") else "",
            "history_url": self.url("history", self.record.pk) if self.record else "",
        }  # fmt: skip


class AddRow(EditRow):
    """Enter a new row."""

    act = "add"

    def put(self, row: Any, touched: Touched) -> None:
        write_rows(self.desk, [row], touched)

    def get_page_title(self) -> str:
        return _("New: %(what)s") % {"what": self.desk.one}


class DeleteRow(RowPage):
    """Take one row away; never without a yes."""

    act = "delete"
    template_name = "sales/tables/delete.html"
    said = gettext_lazy("Deleted.")

    def write(self, touched: Touched) -> None:
        delete_row(self.desk, self.desk.rows().get(pk=self.record.pk), touched)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.foresee()
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "expected" in request.POST and (done := self.decide()):
            return done
        if "expected" not in request.POST:
            self.foresee()
        return self.render_to_response(self.get_context_data())

    @property
    def reason(self) -> str:  # type: ignore[override]
        return self.request.POST.get("reason", "")[:300]

    def get_page_title(self) -> str:
        assert self.before
        return _("Delete: %(row)s") % {"row": self.teller.title(self.desk, self.before)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        cells = self.teller.changes(self.desk, None, self.before)
        return super().get_context_data(**kwargs) | {"cells": [(_(label), new) for label, (_old, new) in cells.items()]}
