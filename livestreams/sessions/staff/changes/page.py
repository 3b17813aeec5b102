"""变更记录: every change of every session in plain words, with who and when."""

from collections.abc import Iterator

from django.core.paginator import Page
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.rooms.staff.changes.record import PAGE_CHANGES, RecordView
from livestreams.sessions.models import EventChange
from livestreams.sessions.models.changes import EventChangeQuerySet
from livestreams.sessions.staff.changes.forms import ChangesForm
from livestreams.sessions.staff.paging import page_of
from livestreams.sessions.telling import told


class ChangesView(RecordView):
    template_name = "live_sessions/changes/changes.html"
    page_title = gettext_lazy("Record of sessions")
    form_class = ChangesForm

    def changes(self) -> EventChangeQuerySet:
        changes = self.form.narrowed(EventChange.objects.visible_to(self.user))
        return changes.select_related("by", "event", "session__account").order_by("-at", "-pk")

    def told(self, change: EventChange) -> str:
        return told(change)

    def page_of(self, changes: QuerySet) -> Page:
        return page_of(changes, PAGE_CHANGES, self.request)

    def headers(self) -> list[str]:
        return [
            _("when"), _("session"), _("account"), _("what"), _("who did it"), _("from"), _("to"), _("reason"),
            _("in words"),
        ]  # fmt: skip

    def rows(self, changes: QuerySet) -> Iterator[list[str]]:
        for change in changes:
            yield [
                f"{timezone.localtime(change.at):%Y-%m-%d %H:%M}", change.event.title,
                str(change.session.account) if change.session else "", str(change.get_act_display()),
                str(change.by or ""), change.before, change.after, change.reason, told(change),
            ]  # fmt: skip
