"""变更记录: every change of every booking in plain words, with who and when."""

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.rooms.models import Change
from livestreams.rooms.models.changes import ChangeQuerySet
from livestreams.rooms.staff.bookings.waiting import swept_and_counted
from livestreams.rooms.staff.changes.forms import ChangesForm
from livestreams.rooms.staff.page import RoomsPage
from livestreams.rooms.telling import told
from zhunong.workbooks import write_workbook

PAGE_CHANGES = 50
MOST_ROWS = 50_000
"""Of a workbook."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ChangesView(RoomsPage):
    template_name = "rooms/changes/changes.html"
    page_title = gettext_lazy("Record of changes")
    header_icon = "history"

    @cached_property
    def form(self) -> ChangesForm:
        return ChangesForm(self.request.GET, self.user)

    def changes(self) -> ChangeQuerySet:
        """The newest first."""
        changes = self.form.narrowed(Change.objects.visible_to(self.user))
        return changes.select_related("by", "team", "occupancy__room", "occupancy__team").order_by("-at", "-pk")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page, or its rows as a workbook."""
        swept_and_counted(request)
        if request.GET.get("format") == "xlsx" and self.form.is_valid():
            return workbook(self.changes()[:MOST_ROWS])
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs) | {"form": self.form}
        if not self.form.is_valid():
            return context
        page = Paginator(self.changes(), PAGE_CHANGES).get_page(self.request.GET.get("page"))
        return context | {
            "page": page,
            "changes": [(change, told(change)) for change in page],
            "is_narrowed": self.form.is_narrowed,
            "download": self.address(format="xlsx"),
            "earlier": self.address(page=page.number - 1),
            "later": self.address(page=page.number + 1),
        }

    def address(self, **changes: Any) -> str:
        """This page's, with other parameters; another choice begins on the first page again."""
        parameters = self.request.GET.copy()
        parameters.pop("page", None)
        for name, value in changes.items():
            parameters[name] = value
        return f"?{parameters.urlencode()}"


def workbook(changes: ChangeQuerySet) -> HttpResponse:
    title = _("Record of changes")
    headers = [
        _("when"),
        _("room"),
        _("team"),
        _("what"),
        _("who did it"),
        _("from"),
        _("to"),
        _("reason"),
        _("in words"),
    ]
    response = HttpResponse(write_workbook(title, headers, rows(changes)), content_type=XLSX)
    name = f"{title}_{timezone.localdate():%Y%m%d}.xlsx"
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


def rows(changes: ChangeQuerySet) -> Iterator[list[str]]:
    for change in changes:
        yield [
            f"{timezone.localtime(change.at):%Y-%m-%d %H:%M}", str(change.occupancy.room), str(change.team or ""),
            str(change.get_act_display()), str(change.by or ""), change.before, change.after, change.reason,
            told(change),
        ]  # fmt: skip
