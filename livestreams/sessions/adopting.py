"""A session that came by a table gets its event the first time that somebody works on it here."""

from livestreams.sessions.models import Event, EventTeam, Session
from zhunong.access.models import User


def event_of(session: Session, by: User | None = None) -> Event:
    """The session's event, made from what the table says where there is none yet."""
    if session.event:
        return session.event
    event = Event.objects.create(
        township=session.township, title=session.title, starts_at=session.started_at, ends_at=session.ended_at,
        made_by=by,
    )  # fmt: skip
    EventTeam.objects.bulk_create(
        EventTeam(event=event, team=share.team, percent=share.percent)
        for share in session.shares.select_related("team")
    )
    session.event = event
    Session.objects.filter(pk=session.pk).update(event=event)
    return event
