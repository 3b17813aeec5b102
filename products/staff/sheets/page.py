"""The catalogue's workbook: taken away, handed in, looked at row by row, and then written at once."""

from typing import Any
from urllib.parse import quote

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin.widgets.button import Button

from products.access import EDIT, LOOK
from products.staff.page import ProductsPage
from products.staff.sheets.importing import Outcome, carry_out, fingerprint, foresee
from products.staff.sheets.kinds import KINDS
from products.staff.sheets.reading import RawBook
from products.staff.sheets.scope import Scope
from products.staff.sheets.writing import catalogue_workbook
from zhunong.access.models import User

LARGEST = 5 << 20
SHOWN = 200
"""Rows of each kind in a preview."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class SheetForm(forms.Form):
    sheet = forms.FileField(
        label=gettext_lazy("workbook (.xlsx)"), widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        error_messages={"required": gettext_lazy("Choose a file first.")},
    )  # fmt: skip

    def clean_sheet(self) -> Any:
        sheet = self.cleaned_data["sheet"]
        if getattr(sheet, "is_too_large", False) or sheet.size > LARGEST:
            raise ValidationError(_("The file is larger than 5 MB; take pictures out of it."))
        return sheet


class SheetPage(ProductsPage):
    """Upload, preview, yes. `sealed` is the workbook as the preview carried it along; nothing is kept on the server."""

    template_name = "products/staff/sheet.html"
    header_icon = "download"
    book: RawBook | None = None
    problem = ""

    def get_page_title(self) -> str:
        return _("Catalogue sheet")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "sealed" in request.POST:
            return self.confirmed()
        form = SheetForm(request.POST, request.FILES)
        if form.is_valid():
            upload = form.cleaned_data["sheet"]
            try:
                self.book = RawBook.of(upload.name[:100], upload.read())
            except ValidationError as refused:
                self.problem = refused.messages[0]
        return self.render_to_response(self.get_context_data(form=form))

    def confirmed(self) -> HttpResponse:
        try:
            self.book = RawBook.unsealed(self.request.POST["sealed"], self.user)
        except BadSignature:
            messages.error(self.request, _("The preview is too old or was damaged. Hand the file in once more."))
            return redirect("products:sheet")
        try:
            outcomes = carry_out(self.book, self.user, self.request.POST.get("expected", ""))
        except ValidationError as refused:
            self.problem = refused.messages[0]
            return self.render_to_response(self.get_context_data())
        counts = {"new": sum(each.new for each in outcomes), "changed": sum(each.changed for each in outcomes)}
        messages.success(self.request, _("Written: %(new)s new rows, %(changed)s changed.") % counts)
        return redirect("products_facts:index")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs) | {"kinds": KINDS, "book": self.book, "problem": self.problem}
        context.setdefault("form", SheetForm())
        return context | self.preview(foresee(self.book, self.user)) if self.book else context

    def preview(self, outcomes: list[Outcome]) -> dict[str, Any]:
        assert self.book
        bad = [cell for outcome in outcomes for cell in outcome.bad]
        found: dict[str, Any] = {"outcomes": outcomes, "bad": bad[:SHOWN], "bad_hidden": max(0, len(bad) - SHOWN)}
        found["most"] = SHOWN
        if not bad and any(outcome.changes for outcome in outcomes):
            found |= {"sealed": self.book.sealed(self.user), "expected": fingerprint(outcomes)}
        return found


@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """The user's own catalogue; `?empty=1` for headers only, `?sheet=` for one kind."""
    assert isinstance(request.user, User)
    wanted = request.GET.get("sheet")
    kinds = [kind for kind in KINDS if kind.name == wanted] or list(KINDS)
    is_empty = "empty" in request.GET
    content = catalogue_workbook(kinds, Scope(request.user, "visible_to"), is_empty=is_empty)
    title, which = _("catalogue"), _("empty") if is_empty else f"{timezone.localdate()}"
    name = f"{title}-{which}.xlsx"
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response


def sheet_buttons(user: Any) -> list[Button]:
    """Ways to the sheet, for the head of the list."""
    buttons = [Button(_("Take the sheet away"), url=reverse("products:sheet_download"), icon_name="download",
                      priority=6)] if user.has_perm(LOOK) else []  # fmt: skip
    if user.has_perm(EDIT):
        buttons.insert(0, Button(_("Hand in a sheet"), url=reverse("products:sheet"), icon_name="upload", priority=5))
    return buttons
