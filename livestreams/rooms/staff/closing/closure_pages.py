"""Closures listed, looked at and taken back; what to tell the group, and what is free instead."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.rooms.access import MANAGE
from livestreams.rooms.closing import reopen
from livestreams.rooms.models import Occupancy
from livestreams.rooms.refusals import Refused
from livestreams.rooms.staff.closing.alternatives import with_alternatives
from livestreams.rooms.staff.closing.closures import Closure, act_of, closures, in_acts
from livestreams.rooms.staff.page import RoomsPage

PAGE_PAST = 30


class ClosuresView(RoomsPage):
    """Closures to come, and the past ones below."""

    template_name = "rooms/closing/closures.html"
    page_title = gettext_lazy("Closures")
    header_icon = "lock"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows, now = closures(Occupancy.objects.visible_to(self.user)), timezone.now()
        past = rows.filter(ends_at__lte=now).order_by("-starts_at", "room__sort_order", "room__pk")
        page = Paginator(past, PAGE_PAST).get_page(self.request.GET.get("page"))
        return super().get_context_data(**kwargs) | {
            "to_come": in_acts(rows.filter(ends_at__gt=now)), "past": in_acts(page), "page": page,
            "may_close": self.user.has_perm(MANAGE), "today": timezone.localdate(),
        }  # fmt: skip


class BelowClosures(RoomsPage):
    """A page whose way back leads to the list."""

    header_icon = "lock"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        *above, here = super().get_breadcrumbs_items()
        return [*above, {"url": reverse("rooms:closures"), "label": _("Closures")}, here]


class ClosureView(BelowClosures):
    """One act of closing: the text for the group, and what is free instead."""

    template_name = "rooms/closing/closure.html"
    page_title = gettext_lazy("Closure")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = Occupancy.objects.visible_to(self.user)
        closure = act_of(get_object_or_404(closures(own), pk=self.kwargs["pk"]), own)
        called_off = closure.called_off()
        is_over = closure.first.ends_at <= timezone.now()
        return super().get_context_data(**kwargs) | {
            "closure": closure, "text": closure.text(called_off), "lines": closure.text(called_off).count("\n") + 2,
            "called_off": with_alternatives([] if is_over else called_off), "count": len(called_off),
            "may_reopen": self.user.has_perm(MANAGE) and not is_over,
        }  # fmt: skip


class ReopenView(RoomsPage):
    """Rooms open again before the end of their closure; what was called off stays so."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        own = Occupancy.objects.workable_by(self.user)
        closure = act_of(get_object_or_404(closures(own), pk=pk), own)
        ticked = [row for row in closure.rows if str(row.pk) in request.POST.getlist("row")]
        if problem := self.problem(closure, ticked):
            messages.error(request, problem)
            return redirect("rooms:closure", pk)
        messages.success(request, _("Open again: %(rooms)s.") % {"rooms": Closure(ticked).rooms})
        return redirect("rooms:closures")

    def problem(self, closure: Closure, ticked: list[Occupancy]) -> str:
        """Why nothing was opened; blank = it was."""
        if closure.first.ends_at <= timezone.now():
            return _("This closure is over.")
        try:
            for row in ticked:
                reopen(row, self.hand())
        except Refused as refused:
            return refused.sentence
        return "" if ticked else _("Tick at least one room.")
