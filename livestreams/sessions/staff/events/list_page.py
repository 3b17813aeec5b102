"""场次: every session of the townships that somebody looks at, planned here or come by a table."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.rooms.staff.page import RoomsPage
from livestreams.sessions.models import Event, Session, SessionShare
from livestreams.sessions.staff.events.forms import SessionsForm
from livestreams.sessions.staff.events.searching import cancelled_events
from livestreams.sessions.staff.paging import page_of
from livestreams.sessions.words import account_words, event_state, event_tone, span_words

PAGE_SESSIONS = 50
SHARES = Prefetch("shares", SessionShare.objects.select_related("team"))


class Row(NamedTuple):
    """A line of the list: one session, or one event that was cancelled and has none."""

    when: str
    title: str
    accounts: str
    where: str
    teams: str
    state: str
    tone: str
    link: str


class SessionsView(RoomsPage):
    template_name = "live_sessions/events/list.html"
    page_title = gettext_lazy("Planned sessions")
    header_icon = "media"

    @cached_property
    def form(self) -> SessionsForm:
        return SessionsForm(self.request.GET, self.user)

    def rows(self) -> Any:
        """Sessions, the latest first; or the events that were cancelled."""
        if self.form.wants_cancelled:
            return cancelled_events(Event.objects.visible_to(self.user), self.form.cleaned_data)
        rows = self.form.narrowed(Session.objects.visible_to(self.user))
        rows = rows.select_related("account", "event__booking__room").prefetch_related(SHARES)
        return rows.order_by("-started_at", "-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs) | {"form": self.form}
        if not self.form.is_valid():
            return context
        page = page_of(self.rows(), PAGE_SESSIONS, self.request)
        laid = of_events(page) if self.form.wants_cancelled else of_sessions(page)
        return context | {
            "page": page, "rows": laid, "is_narrowed": self.form.is_narrowed,
            "earlier": self.address(page.number - 1), "later": self.address(page.number + 1),
        }  # fmt: skip

    def address(self, page: int) -> str:
        parameters = self.request.GET.copy()
        parameters["page"] = str(page)
        return f"?{parameters.urlencode()}"


def of_sessions(sessions: Iterable[Session]) -> list[Row]:
    return [
        Row(
            span_words(session.started_at, session.ended_at), session.title, account_words(session.account),
            session.event.where if session.event else "",
            "、".join(f"{share.team} {share.percent}%" for share in session.shares.all()),
            *state_of(session),
            reverse("live_sessions:event", args=[session.event_id]) if session.event_id
            else reverse("live_sessions:session_times", args=[session.pk]),
        )
        for session in sessions
    ]  # fmt: skip


def state_of(session: Session) -> tuple[str, str]:
    """By the time that counts, which may be another than the plan's."""
    now = timezone.now()
    if session.started_at > now:
        return _("to come"), ""
    return (_("on now"), "good") if session.ended_at > now else (_("over"), "")


def of_events(events: Iterable[Event]) -> list[Row]:
    return [
        Row(
            span_words(event.starts_at, event.ends_at), event.title, "", event.where,
            "、".join(f"{part.team} {part.percent}%" for part in event.parts.all()), event_state(event),
            event_tone(event), reverse("live_sessions:event", args=[event.pk]),
        )
        for event in events
    ]  # fmt: skip
