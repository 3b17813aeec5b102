"""Which time of a session counts: planned, pressed here, and the platform's own. The platform's wins (design, 7).

A time that the tables set holds until one of the three is entered anew.
"""

import datetime
from typing import NamedTuple

from django.db import IntegrityError, models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.rooms.refusals import Refused
from livestreams.sessions.crediting import Span
from livestreams.sessions.models import Session

LONGEST = datetime.timedelta(hours=36)


class Source(models.TextChoices):
    """The stronger first."""

    PLATFORM = "platform", gettext_lazy("the platform")
    PRESSED = "pressed", gettext_lazy("pressed here")
    PLANNED = "planned", gettext_lazy("planned")


EDGES = ("start", "end")
SOURCE_TIMES = tuple(f"{source}_{edge}" for source in Source for edge in EDGES)


class Window(NamedTuple):
    start: datetime.datetime
    end: datetime.datetime

    def __str__(self) -> str:
        """`06-01 20:00–22:00`, to the second where one of them is not a whole minute."""
        start, end = timezone.localtime(self.start), timezone.localtime(self.end)
        time = "%H:%M:%S" if start.second or end.second else "%H:%M"
        return f"{start:%m-%d {time}}–{end:{time if start.date() == end.date() else f'%m-%d {time}'}}"


def counting(session: Session) -> Window:
    """The time that counts, each end from its strongest source; an end before the start keeps the planned length."""
    start = session.platform_start or session.pressed_start or session.planned_start or session.started_at
    end = session.platform_end or session.pressed_end or session.planned_end or session.ended_at
    if end <= start:
        length = (session.planned_end or session.ended_at) - (session.planned_start or session.started_at)
        end = start + length
    return Window(start, end)


def is_by_table(session: Session) -> bool:
    """Whether a table has set the time since: none of the three says it."""
    return counting(session) != (session.started_at, session.ended_at) or not any_source(session)


def source_of(session: Session, edge: str = "start") -> Source | None:
    """Where the start (or `end`) that counts is from; None = a table, or an end that keeps the planned length."""
    if is_by_table(session):
        return None
    found = next((source for source in Source if getattr(session, f"{source}_{edge}")), None)
    counts = session.started_at if edge == "start" else session.ended_at
    return found if found and getattr(session, f"{found}_{edge}") == counts else None


def any_source(session: Session) -> bool:
    return any(getattr(session, name) for name in SOURCE_TIMES)


def put(row: Session, spans: list[Span]) -> None:
    """Save, and let the strongest source count if what one of them says is new.

    Raises Refused where another session of the account is then.
    """
    kept = Session.objects.filter(pk=row.pk).values(*SOURCE_TIMES).first() if row.pk else None
    before = Window(row.started_at, row.ended_at)
    if kept is None or any(kept[name] != getattr(row, name) for name in SOURCE_TIMES):
        if kept and not any(kept.values()):  # came by a table: what it said stays to fall back on
            row.planned_start, row.planned_end = row.planned_start or before.start, row.planned_end or before.end
        row.started_at, row.ended_at = counting(row)
    now = Window(row.started_at, row.ended_at)
    if now.end - now.start > LONGEST:
        raise Refused(_("That is longer than 36 hours: look at the day of the end."))
    refuse_overlap(row)
    try:
        row.save()
    except IntegrityError as error:
        raise Refused(_("Another session of this account begins at that moment.")) from error
    spans += [Span(row.account_id, *before), Span(row.account_id, *now)]


def refuse_overlap(row: Session) -> None:
    others = Session.objects.filter(account=row.account_id, started_at__lt=row.ended_at, ended_at__gt=row.started_at)
    if other := others.exclude(pk=row.pk).order_by("started_at").first():
        words = {"title": other.title, "window": Window(other.started_at, other.ended_at), "account": row.account}
        raise Refused(
            _("“%(title)s” (%(window)s) is on %(account)s then. Choose another time, or change that one first.") % words
        )
