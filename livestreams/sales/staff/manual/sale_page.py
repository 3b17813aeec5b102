"""One sale written down by hand: what it says beside its proof, and the clerk's yes or no."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.sales import manual
from livestreams.sales.doublets import load, undecided
from livestreams.sales.evidenced import READ, split
from livestreams.sales.manual_words import goods, history, quantity
from livestreams.sales.models import ManualSale
from livestreams.sales.proof_views import serve_proof
from livestreams.sales.staff.access import DECIDE
from livestreams.sales.staff.manual.forms import DecisionForm
from livestreams.sales.staff.manual.selection import SHOWN
from livestreams.sales.staff.totals.page import SalesPage
from zhunong.access.models import User

DONE = {
    "confirm": gettext_lazy("Confirmed: %(sale)s stands as evidenced now."),
    "send_back": gettext_lazy("Sent back: the team sees why and can correct %(sale)s."),
    "take_back": gettext_lazy("The confirmation of %(sale)s is taken back; it waits again."),
}


class SalePage(SalesPage):
    """Picture, facts, history, and what stands beside it."""

    template_name = "sales/manual/sale.html"
    header_icon = "form"
    problem = ""

    @cached_property
    def sale(self) -> ManualSale:
        sales = ManualSale.objects.visible_to(self.user).select_related(*SHOWN)
        return get_object_or_404(sales, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return f"{goods(self.sale)} · {self.sale.day}"

    def get_breadcrumbs_items(self) -> list[dict]:
        *above, here = super().get_breadcrumbs_items()
        return [*above, {"url": reverse("sales:written"), "label": _("Sales written down by hand")}, here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sale = self.sale
        events = list(sale.events.select_related("by"))
        return super().get_context_data(**kwargs) | {
            "sale": sale,
            "goods": goods(sale),
            "quantity": quantity(sale.items, sale.weight_g),
            "history": history(events)[::-1],
            "seen": events[-1].pk,
            "villages": self.villages(),
            "may_decide": may_decide(self.user, sale),
            "doublets": load(undecided(None, sale.pk)),
            "problem": self.problem,
            "reason": self.request.POST.get("reason", ""),
            "following": self.following(),
        }

    def villages(self) -> list[tuple[str, int]]:
        """Where it grew, with each village's part of the money."""
        rows = ManualSale.objects.filter(pk=self.sale.pk).values_list(*READ)
        return [(self.names.name("village", piece.keys["village"]), piece.paid_fen) for piece in split(rows)]

    def following(self) -> int | None:
        """The primary key of another sale that waits, the oldest first."""
        waiting = ManualSale.objects.workable_by(self.user).waiting().exclude(pk=self.sale.pk)
        return waiting.order_by("day", "pk").values_list("pk", flat=True).first()


class DecideView(SalePage):
    """The clerk's yes or no. What somebody else decided first is said."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        sale = get_object_or_404(ManualSale.objects.workable_by(self.user), pk=self.sale.pk)
        form = DecisionForm(request.POST)
        if not form.is_valid():
            self.problem = _("Choose whether to confirm it or to send it back.")
            return self.render_to_response(self.get_context_data(), status=422)
        try:
            decide(sale, self.user, **form.cleaned_data)
        except ValidationError as error:
            self.problem = " ".join(error.messages)
            return self.render_to_response(self.get_context_data(), status=422)
        done = {"sale": f"{goods(self.sale)} {self.sale.day}"}
        messages.success(request, DONE[form.cleaned_data["act"]] % done)
        return redirect("sales:written_sale", sale.pk)


def decide(sale: ManualSale, by: User, act: str, reason: str, seen: int) -> None:
    """Do what a clerk said. Raises ValidationError, TooLate among them."""
    if act == "confirm":
        manual.confirm(sale, by, seen)
    elif act == "send_back":
        manual.send_back(sale, by, reason, seen)
    else:
        manual.take_back(sale, by, reason, seen)


def may_decide(user: User, sale: ManualSale) -> bool:
    return user.has_perm(DECIDE) and ManualSale.objects.workable_by(user).filter(pk=sale.pk).exists()


def proof(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The picture, for the office's people of that township."""
    return serve_proof(get_object_or_404(ManualSale.objects.visible_to(request.user), pk=pk))
