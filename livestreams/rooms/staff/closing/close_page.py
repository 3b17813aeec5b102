"""Closing rooms: first what it would call off, then in one step."""

import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.rooms.closing import close, hit_by
from livestreams.rooms.models import Occupancy, Room
from livestreams.rooms.refusals import Refused
from livestreams.rooms.staff.closing.closure_pages import BelowClosures
from livestreams.rooms.staff.closing.closures import Closure, closures
from livestreams.rooms.staff.closing.forms import CloseForm


class CloseView(BelowClosures):
    """Form, what would be called off, yes. `?day=` closes that day, `?power=1` says why."""

    template_name = "rooms/closing/close.html"
    page_title = gettext_lazy("Close rooms")
    hit: list[Occupancy] | None = None
    is_otherwise = False
    """Something was booked or cancelled since the user looked."""

    @cached_property
    def form(self) -> CloseForm:
        rooms = Room.objects.workable_by(self.user).in_use()
        if self.request.method == "POST":
            return CloseForm(rooms, self.request.POST)
        asked = self.request.GET
        reason = _("The power is off.") if "power" in asked else ""
        return CloseForm(rooms, first_day=day_of(asked.get("day", "")), reason=reason)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.form.is_valid() and "change" not in request.POST:
            rooms, begin, end, _reason = self.form.closing
            self.hit = hit_by(rooms, begin, end)
            seen = request.POST.get("seen")
            if seen == fingerprint(self.hit) and (pk := self.carry_out()):
                return redirect("rooms:closure", pk)
            self.is_otherwise = seen is not None and not self.form.errors
        return self.render_to_response(self.get_context_data())

    def carry_out(self) -> int | None:
        """The first closure's primary key; None = refused."""
        rooms, begin, end, reason = self.form.closing
        try:
            called_off = close(rooms, begin, end, self.hand(reason))
        except Refused as refused:
            self.hit = None
            self.form.add_error(None, refused.sentence)
            return None
        said = _("Closed. Bookings called off: %(count)s. Tell the group with the text below.")
        messages.success(self.request, said % {"count": len(called_off)})
        made = closures(Occupancy.objects.filter(room__in=rooms, starts_at=begin, ends_at=end, ended=""))
        return made.values_list("pk", flat=True)[0]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = {"form": self.form, "hit": self.hit, "is_otherwise": self.is_otherwise}
        if self.hit is not None:
            rooms, begin, end, _reason = self.form.closing
            rows = [Occupancy(room=room, starts_at=begin, ends_at=end) for room in rooms]
            context |= {"closing": Closure(rows), "seen": fingerprint(self.hit)}
        return super().get_context_data(**kwargs) | context


def fingerprint(rows: list[Occupancy]) -> str:
    """Of what would be called off."""
    return "-".join(str(pk) for pk in sorted(row.pk for row in rows)) or "none"


def day_of(text: str) -> datetime.date:
    """A day out of an address; today where it is none."""
    try:
        return parse_date(text) or timezone.localdate()
    except ValueError:
        return timezone.localdate()
