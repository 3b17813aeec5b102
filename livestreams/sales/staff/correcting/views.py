"""Correcting one line by hand, and taking a correction back: what moves is shown first."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.sales.changes import Record
from livestreams.sales.corrections import correct, record, told, undo_correction
from livestreams.sales.models import Correction, Line
from livestreams.sales.recrediting import Touched
from livestreams.sales.staff.acting import Acting
from livestreams.sales.staff.correcting.forms import CorrectionForm
from livestreams.sales.staff.correcting.showing import told_correction
from livestreams.sales.staff.totals.page import SalesPage
from livestreams.sales.staff.totals.selection import SHOWN
from products.platforms import platform_name


class CorrectView(Acting, SalesPage):
    """One line corrected: form, preview, yes."""

    template_name = "sales/correcting/correct.html"
    page_title = gettext_lazy("Correct a line by hand")
    header_icon = "edit"

    @cached_property
    def line(self) -> Line:
        lines = Line.objects.workable_by(self.user).select_related(*SHOWN)
        return get_object_or_404(lines, pk=self.kwargs["pk"])

    @cached_property
    def before(self) -> dict[str, str]:
        return told(self.line)

    @cached_property
    def form(self) -> CorrectionForm:
        return CorrectionForm(self.line, self.request.POST or None)

    def write(self, touched: Touched) -> None:
        line, given = self.line, self.form.cleaned_data
        correct(line.shop, line.key, self.form.said(), given["reason"], self.user, touched)

    def records(self) -> Iterator[Record]:
        line = Line.objects.select_related(*SHOWN).get(pk=self.line.pk)
        yield record(line, self.before, self.form.cleaned_data["reason"], self.user)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.form.is_valid() and "change" not in request.POST:
            if "expected" not in request.POST:
                self.foresee()
            elif self.carry_out():
                messages.success(request, _("Corrected. The line and all totals hold it now."))
                return redirect("sales:line", self.line.pk)
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "line": self.line,
            "now": self.before,
            "form": self.form,
            "platform": platform_name(self.line.platform),
        }
        return super().get_context_data(**kwargs) | context | self.act_context()

    def get_breadcrumbs_items(self) -> list[dict]:
        line = {"url": reverse("sales:line", args=[self.line.pk]), "label": self.line.key}
        *above, here = super().get_breadcrumbs_items()
        return [*above, line, here]


class UndoView(Acting, SalesPage):
    """A correction taken back: preview, yes."""

    template_name = "sales/correcting/undo.html"
    page_title = gettext_lazy("Undo a correction")
    header_icon = "rotate"

    @cached_property
    def correction(self) -> Correction:
        corrections = Correction.objects.workable_by(self.user).select_related("sku__product", "by", "undone_by")
        return get_object_or_404(corrections, pk=self.kwargs["pk"])

    @property
    def line(self) -> Line | None:
        """None = the correction is dormant."""
        lines = Line.objects.select_related(*SHOWN).filter(shop=self.correction.shop_id, key=self.correction.key)
        return lines.first()

    @cached_property
    def before(self) -> dict[str, str] | None:
        line = self.line
        return told(line) if line else None

    def write(self, touched: Touched) -> None:
        undo_correction(self.correction, self.user, touched)

    def records(self) -> Iterator[Record]:
        reason = _("undone: %(reason)s") % {"reason": self.correction.reason}
        line = self.line
        if line and self.before:
            yield record(line, self.before, reason[:300], self.user)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.foresee()
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        before = self.before  # as it is before the act; the record compares
        if not self.carry_out():
            return self.render_to_response(self.get_context_data())
        messages.success(request, _("The correction is undone. What counts now is what the files say."))
        line = self.line
        return redirect("sales:line", line.pk) if before and line else redirect("sales:corrections")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {"correction": told_correction(self.correction, self.names), "line": self.line}
        return super().get_context_data(**kwargs) | context | self.act_context()
