"""变更记录: every change of every session in plain words, with who and when."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.rooms.staff.changes.page import MOST_ROWS, PAGE_CHANGES, XLSX
from livestreams.rooms.staff.page import RoomsPage
from livestreams.sessions.models import EventChange
from livestreams.sessions.models.changes import EventChangeQuerySet
from livestreams.sessions.staff.changes.forms import ChangesForm
from livestreams.sessions.staff.paging import page_of
from livestreams.sessions.telling import told
from zhunong.workbooks import write_workbook


class ChangesView(RoomsPage):
    template_name = "live_sessions/changes/changes.html"
    page_title = gettext_lazy("Record of sessions")
    header_icon = "history"

    @cached_property
    def form(self) -> ChangesForm:
        return ChangesForm(self.request.GET, self.user)

    def changes(self) -> EventChangeQuerySet:
        """The newest first."""
        changes = self.form.narrowed(EventChange.objects.visible_to(self.user))
        return changes.select_related("by", "event", "session__account").order_by("-at", "-pk")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page, or its rows as a workbook."""
        if request.GET.get("format") == "xlsx" and self.form.is_valid():
            return workbook(self.changes()[:MOST_ROWS])
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs) | {"form": self.form}
        if not self.form.is_valid():
            return context
        page = page_of(self.changes(), PAGE_CHANGES, self.request)
        return context | {
            "page": page, "changes": [(change, told(change)) for change in page],
            "is_narrowed": self.form.is_narrowed, "download": self.address(format="xlsx"),
            "earlier": self.address(page=page.number - 1), "later": self.address(page=page.number + 1),
        }  # fmt: skip

    def address(self, **changes: Any) -> str:
        """This page's, with other parameters; another choice begins on the first page again."""
        parameters = self.request.GET.copy()
        parameters.pop("page", None)
        for name, value in changes.items():
            parameters[name] = value
        return f"?{parameters.urlencode()}"


def workbook(changes: EventChangeQuerySet) -> HttpResponse:
    title = _("Record of sessions")
    headers = [
        _("when"), _("session"), _("account"), _("what"), _("who did it"), _("from"), _("to"), _("reason"),
        _("in words"),
    ]  # fmt: skip
    response = HttpResponse(write_workbook(title, headers, rows(changes)), content_type=XLSX)
    name = f"{title}_{timezone.localdate():%Y%m%d}.xlsx"
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


def rows(changes: EventChangeQuerySet) -> Iterator[list[str]]:
    for change in changes:
        yield [
            f"{timezone.localtime(change.at):%Y-%m-%d %H:%M}", change.event.title,
            str(change.session.account) if change.session else "", str(change.get_act_display()),
            str(change.by or ""), change.before, change.after, change.reason, told(change),
        ]  # fmt: skip
