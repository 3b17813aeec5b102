"""The help: a page for the desk, and a light one for members about handing in."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.sales.staff.access import HAND_IN, VIEW_TOTALS
from livestreams.sales.staff.tables.desks import DESKS
from livestreams.sales.staff.totals.overview import definitions
from livestreams.sales.staff.totals.page import SalesPage
from zhunong.access.doors import open_to
from zhunong.pages.help.examples import examples
from zhunong.pages.help.exports import exports
from zhunong.pages.help.screens import SALES, work_screens


class HelpView(SalesPage):
    """Everything on one page, so that it can be searched and printed."""

    template_name = "help/desk.html"
    page_title = gettext_lazy("How it works")
    header_icon = "help"
    is_below_totals = False

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | examples() | {
            "exports": list(exports()),
            "screens": SALES,
            "work": work_screens(),
            "tables": DESKS,
            "definitions": definitions(),
            "steps": ladder_of_truth(),
            "may_hand_in": self.user.has_perm(HAND_IN),
            "sees_totals": self.user.has_perm(VIEW_TOTALS),
            "writes_pages": bool(self.user.page_areas),
        }  # fmt: skip


def ladder_of_truth() -> list[tuple[str, str]]:
    """From what is merely said to what is in the bank."""
    return [
        (_("claimed"), _("somebody says so; shown with its source, never added")),
        (_("evidenced"), _("written down by hand with a picture, confirmed by the township; shown apart")),
        (_("paid"), _("the buyer paid, as the platform's order file says")),
        (_("net"), _("paid less refunded; what this site means by sales")),
        (_("settled"), _("what the platform paid out after fees; not kept here")),
    ]


@open_to()
def member_help(request: HttpRequest) -> HttpResponse:
    """For whoever is signed in; on the phone."""
    user = request.user
    context = examples() | {"exports": list(exports()), "may_hand_in": user.has_perm(HAND_IN)}
    context["writes_pages"] = bool(user.page_areas)  # type: ignore[union-attr]
    return render(request, "help/member.html", context | {"hand_in": reverse("my_sales:hand_in")})
