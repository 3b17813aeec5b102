"""The office books for a team, once or every week."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.rooms.booking import Order
from livestreams.rooms.refusals import Refused
from livestreams.rooms.staff.bookings.acts import book_weeks, told_failures
from livestreams.rooms.staff.bookings.forms import BookForm
from livestreams.rooms.staff.bookings.places import Place, nearest
from livestreams.rooms.staff.page import RoomsPage

GIVEN = ("room", "day", "time", "team")
"""What an address may fill in, as the week does for a time that was clicked."""


class BookView(RoomsPage):
    template_name = "rooms/bookings/book.html"
    page_title = gettext_lazy("Book for a team")
    header_icon = "plus"
    sent: BookForm | None = None
    problem = ""
    alternatives: Sequence[Place] = ()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.sent = BookForm(request.POST, self.user)
        if not self.sent.is_valid():
            self.problem = self.sent.problem
            return self.render_to_response(self.get_context_data())
        try:
            return self.book(self.sent)
        except Refused as refused:
            self.problem = refused.sentence
            self.alternatives = nearest(self.sent.cleaned_data["team"], self.sent.place)
        return self.render_to_response(self.get_context_data())

    def book(self, sent: BookForm) -> HttpResponse:
        given, place = sent.cleaned_data, sent.place
        order = Order(
            place.room, given["team"], place.starts_at, place.minutes, given["purpose"],
            key=given["key"], of_the_office=True,
        )  # fmt: skip
        row, kept = book_weeks(order, given["weeks"], self.hand(), given["key"])
        messages.success(self.request, _("Booked for %(team)s: %(booking)s.") % {"team": row.team, "booking": row})
        if kept:
            messages.warning(self.request, told_failures(kept))
        return redirect("rooms:booking", row.pk)

    def empty_form(self) -> BookForm:
        given = {name: self.request.GET[name] for name in GIVEN if name in self.request.GET}
        usual = {"day": timezone.localdate(), "time": "19:00", "minutes": 90, "key": uuid.uuid4()}
        return BookForm(None, self.user, usual | given)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "form": self.sent or self.empty_form(),
            "problem": self.problem,
            "alternatives": self.alternatives,
        }
