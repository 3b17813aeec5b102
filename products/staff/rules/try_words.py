"""试一试: paste a text and see which words of it may not be said, why, and what may be said instead."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from products.models import WordRule
from products.staff.page import ProductsPage
from products.wording import Finding, Wording

LONGEST = 5000


class TryForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("text"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": gettext_lazy("Paste a text first.")},
        help_text=gettext_lazy("a title, a lead, a talking point; it is not kept"),
    )  # fmt: skip
    is_proven = forms.BooleanField(
        label=gettext_lazy("a valid test report stands behind it"), required=False,
        help_text=gettext_lazy("then words on selenium in the fruit may be said, as the report has them"),
    )  # fmt: skip


def findings_in(text: str, is_proven: bool) -> list[tuple[Finding, str]]:
    """Each with its kind in words."""
    found = Wording(timezone.localdate()).findings([text], is_proven=is_proven)
    return [(finding, str(WordRule.Kind(finding.kind).label)) for finding in found]


class TryWords(ProductsPage):
    """The text goes by post, so that it stands in no log."""

    template_name = "products/staff/try_words.html"
    header_icon = "search"

    def get_page_title(self) -> str:
        return _("Try a text")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = TryForm(request.POST)
        context = self.get_context_data(form=form)
        if form.is_valid():
            context["findings"] = findings_in(form.cleaned_data["text"], form.cleaned_data["is_proven"])
            context["is_tried"] = True
        return self.render_to_response(context)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"form": TryForm(), **kwargs})
