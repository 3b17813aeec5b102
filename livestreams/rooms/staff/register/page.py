"""The register of use by month: totals a team with a chart, the months of the year, and every single use."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext, gettext_lazy

from livestreams.rooms.models import Occupancy, Room
from livestreams.rooms.models.occupancies import OccupancyQuerySet, Purpose
from livestreams.rooms.months import Month, asked_month
from livestreams.rooms.register import TeamUse, Use, by_month, hours, in_month, stood, total
from livestreams.rooms.staff.page import RoomsPage
from livestreams.rooms.staff.register.files import download
from livestreams.rooms.sweeping import settle_where

USES_A_PAGE = 100


class RegisterView(RoomsPage):
    """`?month=2026-06&room=`; `format=xlsx&of=` teams or uses: as a file."""

    template_name = "rooms/register/register.html"
    page_title = gettext_lazy("Register of use")
    header_icon = "doc-full"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        settle_where(Occupancy.objects.visible_to(self.user))
        if request.GET.get("format") == "xlsx":
            return download(self.month, self.room, self.year[self.month], self.uses(), request.GET.get("of", ""))
        return super().get(request, *args, **kwargs)

    @cached_property
    def month(self) -> Month:
        return asked_month(self.request.GET.get("month", ""))

    @cached_property
    def rooms(self) -> list[Room]:
        return list(Room.objects.visible_to(self.user).select_related("township"))

    @cached_property
    def room(self) -> Room | None:
        """The one asked for; None = all of them."""
        asked = self.request.GET.get("room", "")
        return next((room for room in self.rooms if str(room.pk) == asked), None)

    @property
    def rows(self) -> OccupancyQuerySet:
        rows = stood(Occupancy.objects.visible_to(self.user))
        return rows.filter(room=self.room) if self.room else rows

    @cached_property
    def year(self) -> dict[Month, list[TeamUse]]:
        return by_month(self.rows, self.month)

    def uses(self) -> OccupancyQuerySet:
        """Every single use of the month, in the order of time."""
        return in_month(self.rows, self.month).select_related("room", "team").order_by("starts_at", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        uses = self.year[self.month]
        whole = total(uses)
        purposes = [(value, label) for value, label in Purpose.choices if value in whole.by_purpose]
        pages = Paginator(self.uses(), USES_A_PAGE)
        pages.count = whole.bookings  # known already: one query less
        page = pages.get_page(self.request.GET.get("p"))
        return super().get_context_data(**kwargs) | {
            "month": self.month, "room": self.room, "rooms": self.rooms, "purposes": [label for _, label in purposes],
            "teams": [(use, cells(use, purposes)) for use in uses], "total": (whole, cells(whole, purposes)),
            "has_townships": len({use.township for use in uses}) > 1, "chart": chart(uses, purposes),
            "year": [(month, total(teams), self.address(month=month.key)) for month, teams in self.year.items()],
            "page": page, "addresses": self.addresses(page),
        }  # fmt: skip

    def address(self, **changes: object) -> str:
        asked = {"month": self.month.key, "room": self.room.pk if self.room else ""} | changes
        return f"{reverse('rooms:register')}?{urlencode({key: value for key, value in asked.items() if value})}"

    def addresses(self, page: Any) -> dict[str, str]:
        """Where one turns to from here."""
        return {
            "before": self.address(month=self.month.before.key),
            "after": self.address(month=self.month.after.key) if self.month.after else "",
            "earlier": self.address(p=page.number - 1), "later": self.address(p=page.number + 1),
            "teams": self.address(format="xlsx", of="teams"), "uses": self.address(format="xlsx", of="uses"),
        }  # fmt: skip


def cells(use: Use, purposes: list[tuple[str, Any]]) -> list[str]:
    """Hours for each purpose; blank where there were none."""
    return [hours(use.by_purpose[value]) if value in use.by_purpose else "" for value, _ in purposes]


def chart(uses: list[TeamUse], purposes: list[tuple[str, Any]]) -> dict[str, Any]:
    """What is drawn: the same hours as in the table."""
    return {
        "unit": gettext("hours"),
        "teams": [use.team for use in uses],
        "purposes": [
            {"key": value, "name": str(label), "hours": [round(use.by_purpose.get(value, 0) / 60, 1) for use in uses]}
            for value, label in purposes
        ],
    }
