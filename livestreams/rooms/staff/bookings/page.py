"""One booking in the office: all there is to know of it, and what may be done with it."""

from collections.abc import Sequence
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from livestreams.rooms.access import MANAGE
from livestreams.rooms.changing import OF_TEAMS
from livestreams.rooms.models import Occupancy
from livestreams.rooms.staff.bookings.forms import CancelForm, GiveForm, MoveForm, PlainForm
from livestreams.rooms.staff.bookings.places import Place, nearest
from livestreams.rooms.staff.bookings.showing import presence_words, whose
from livestreams.rooms.staff.bookings.waiting import swept_and_counted
from livestreams.rooms.staff.page import RoomsPage
from livestreams.rooms.telling import told
from livestreams.rooms.words import group_text, span_words, state_words

SHOWN = ("room__township", "team", "booked_by", "series")


class BookingPage(RoomsPage):
    """GET shows it; views of acts show it again with what was wrong."""

    template_name = "rooms/bookings/booking.html"
    page_title = gettext_lazy("Booking")
    problem = ""
    refused: PlainForm | None = None
    wanted: Place | None = None
    """Where it cannot go."""

    @cached_property
    def row(self) -> Occupancy:
        rows = Occupancy.objects.visible_to(self.user).select_related(*SHOWN)
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @cached_property
    def may_work(self) -> bool:
        row = self.row
        can_change = row.kind in OF_TEAMS and row.stands and not row.is_over
        return can_change and self.user.has_perm(MANAGE) and Occupancy.objects.workable_by(self.user).filter(
            pk=row.pk
        ).exists()  # fmt: skip

    def form(self, form_class: type[PlainForm], *args: Any) -> PlainForm:
        """A form of the page; the one that was sent keeps what was written."""
        return self.refused if isinstance(self.refused, form_class) else form_class(None, *args)

    def alternatives(self) -> Sequence[Place]:
        row = self.row
        now = Place(row.room, row.starts_at, row.minutes)
        return nearest(row.team, self.wanted or now, row) if row.team else ()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        swept_and_counted(self.request)
        row, people = self.row, self.row.engagements.select_related("person")
        context = super().get_context_data(**kwargs) | {
            "row": row, "when": span_words(row), "whose": whose(row), "state": state_words(row),
            "presence": presence_words(row), "people": [each.person for each in people],
            "changes": [(each, told(each)) for each in row.changes.select_related("by", "team").order_by("at", "pk")],
            "days": self.days_of_series(), "group_text": group_text(row), "problem": self.problem,
            "may_work": self.may_work, "is_of_team": row.kind in OF_TEAMS,
        }  # fmt: skip
        return context | self.acts() if self.may_work else context

    def acts(self) -> dict[str, Any]:
        """Forms, and free places near by."""
        return {
            "move_form": self.form(MoveForm, self.row),
            "cancel_form": self.form(CancelForm),
            "give_form": self.form(GiveForm, self.row),
            "alternatives": self.alternatives(),
            "is_refused": self.wanted is not None,
        }

    def days_of_series(self) -> list[tuple[Occupancy, str]]:
        if not self.row.series_id:
            return []
        days = Occupancy.objects.filter(series=self.row.series_id).select_related("room", "team")
        return [(day, state_words(day)) for day in days.order_by("starts_at", "pk")]

    def get_page_title(self) -> str:
        return f"{span_words(self.row)} {self.row.room}"
