"""A session that came by a table gets its event the first time that somebody works on it here."""

from django.utils import timezone

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
        EventTeam(event=event, team_id=team, percent=percent) for team, percent in parts_of(session).items()
    )
    session.event = event
    Session.objects.filter(pk=session.pk).update(event=event)
    return event


def parts_of(session: Session) -> dict[int, int]:
    """Per cent by team (primary key); where the table names none, all of it is the account's owner's of that day."""
    named = dict(session.shares.values_list("team", "percent"))
    owners = session.account.ownerships.on(timezone.localdate(session.started_at)).exclude(team=None)
    return named or dict.fromkeys(owners.values_list("team", flat=True)[:1], 100)
