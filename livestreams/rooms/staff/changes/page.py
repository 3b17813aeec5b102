"""变更记录: every change of every booking in plain words, with who and when."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.rooms.models import Change
from livestreams.rooms.models.changes import ChangeQuerySet
from livestreams.rooms.staff.bookings.waiting import swept_and_counted
from livestreams.rooms.staff.changes.forms import ChangesForm
from livestreams.rooms.staff.changes.record import RecordView
from livestreams.rooms.telling import told


class ChangesView(RecordView):
    template_name = "rooms/changes/changes.html"
    page_title = gettext_lazy("Record of changes")
    form_class = ChangesForm

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        swept_and_counted(request)
        return super().get(request, *args, **kwargs)

    def changes(self) -> ChangeQuerySet:
        changes = self.form.narrowed(Change.objects.visible_to(self.user))
        return changes.select_related("by", "team", "occupancy__room", "occupancy__team").order_by("-at", "-pk")

    def told(self, change: Change) -> str:
        return told(change)

    def headers(self) -> list[str]:
        return [
            _("when"), _("room"), _("team"), _("what"), _("who did it"), _("from"), _("to"), _("reason"),
            _("in words"),
        ]  # fmt: skip

    def rows(self, changes: QuerySet) -> Iterator[list[str]]:
        for change in changes:
            yield [
                f"{timezone.localtime(change.at):%Y-%m-%d %H:%M}", str(change.occupancy.room),
                str(change.team or ""), str(change.get_act_display()), str(change.by or ""), change.before,
                change.after, change.reason, told(change),
            ]  # fmt: skip
