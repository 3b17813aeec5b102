"""Acts on a booking, posted from its page: done, or the page again with one sentence and free places near by."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from livestreams.rooms.changing import decide, give
from livestreams.rooms.models import Occupancy
from livestreams.rooms.refusals import Refused
from livestreams.rooms.staff.bookings.acts import call_off, move, told_failures
from livestreams.rooms.staff.bookings.forms import CancelForm, DecideForm, GiveForm, MoveForm, PlainForm
from livestreams.rooms.staff.bookings.page import BookingPage


class ActView(BookingPage):
    """One act. Nothing is half done: what is refused leaves the booking as it was."""

    form_class: Callable[..., PlainForm]
    with_row = False

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        get_object_or_404(Occupancy.objects.workable_by(self.user).bookings(), pk=self.kwargs["pk"])
        sent = self.form_class(request.POST, *([self.row] if self.with_row else []))
        if not sent.is_valid():
            return self.refuse(sent, sent.problem)
        try:
            messages.success(request, self.act(sent))
        except Refused as refused:
            return self.refuse(sent, refused.sentence)
        return redirect(*self.where_to())

    def where_to(self) -> tuple:
        return ("rooms:requests",) if self.request.POST.get("back") == "requests" else ("rooms:booking", self.row.pk)

    def refuse(self, sent: PlainForm, sentence: str) -> HttpResponse:
        self.refused, self.problem = sent, sentence
        self.__dict__.pop("row", None)  # as it stands now
        return self.render_to_response(self.get_context_data())

    def act(self, sent: Any) -> str:
        """Do it, and say what was done. May raise Refused."""
        raise NotImplementedError


class MoveView(ActView):
    form_class, with_row = MoveForm, True

    def act(self, sent: MoveForm) -> str:
        given = sent.cleaned_data
        self.wanted = sent.place
        kept = move(self.row, sent.place, self.hand(given["reason"]), given["reach"])
        if kept:
            messages.warning(self.request, told_failures(kept))
        return _("Moved to %(place)s. The team sees your reason.") % {"place": sent.place}


class CancelView(ActView):
    form_class = CancelForm

    def act(self, sent: CancelForm) -> str:
        given = sent.cleaned_data
        call_off(self.row, self.hand(given["reason"]), given["reach"])
        return _("Cancelled. The time is free at once, and the team sees your reason.")


class DecideView(ActView):
    form_class = DecideForm

    def act(self, sent: DecideForm) -> str:
        given = sent.cleaned_data
        is_granted = given["answer"] == "yes"
        row = decide(self.row, is_granted, self.hand(given["reason"]))
        sentence = _("Yes said: %(booking)s.") if is_granted else _("No said: %(booking)s. The team sees your reason.")
        return sentence % {"booking": row}


class GiveView(ActView):
    form_class, with_row = GiveForm, True

    def act(self, sent: GiveForm) -> str:
        given = sent.cleaned_data
        give(self.row, given["team"], self.hand(given["reason"]))
        return _("%(team)s has it now.") % {"team": given["team"]}
