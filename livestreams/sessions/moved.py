"""Where the booking of an event was moved or called off behind its back, and what to do about it."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from livestreams.sessions.models import Event
from livestreams.sessions.windows import Window


class Moved(NamedTuple):
    """What became of the booking, in one sentence, and the time that the event can take over in one tap."""

    sentence: str
    window: Window | None = None


def moved(event: Event) -> Moved | None:
    """None = the event is where its room is. Wants `booking__room` and `booking__team` selected."""
    row = event.booking
    if row is None or event.cancelled_at or event.is_over:
        return None
    words = {"room": row.room, "reason": row.note, "team": row.team, "window": Window(row.starts_at, row.ends_at)}
    if row.ended:
        told = _("The booking of %(room)s is no more. %(reason)s Plan another time or place, or cancel.") % words
        return Moved(" ".join(told.split()))
    if row.team_id not in set(event.parts.values_list("team", flat=True)):
        return Moved(_("%(room)s is %(team)s's now. Plan another time or place, or cancel.") % words)
    if row.starts_at <= event.starts_at and event.ends_at <= row.ends_at:
        return None
    length = min(event.ends_at - event.starts_at, row.ends_at - row.starts_at)
    start = min(max(event.starts_at, row.starts_at), row.ends_at - length)
    told = _("%(room)s is booked for %(window)s now: the event is still planned for another time.") % words
    return Moved(told, Window(start, start + length))
