"""Start and end of a session, tapped here."""

import datetime
from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from livestreams.rooms.changing import Hand
from livestreams.rooms.ledger import refusing
from livestreams.rooms.refusals import Refused
from livestreams.sessions import crediting
from livestreams.sessions.counting import Window, put
from livestreams.sessions.crediting import Effect, Note, Span
from livestreams.sessions.models import Event, EventChange, Session
from livestreams.sessions.noting import notes_of, write_down
from livestreams.sessions.segments import close_open
from livestreams.sessions.windows import ClerksMatter, own_gain_refused

EARLY, LATE = datetime.timedelta(hours=3), datetime.timedelta(hours=6)
"""Around the time that counts, in which a start or an end may be pressed."""
DOUBLE_TAP = datetime.timedelta(minutes=1)


def press(sessions: Sequence[Session], which: str, hand: Hand) -> Effect:
    """`start` or `end` tapped here, for these sessions at once; tapped twice is once. Raises Refused."""
    now = (hand.now or timezone.now()).replace(microsecond=0)
    notes: list[Note] = []

    def write(spans: list[Span]) -> None:
        rows = Session.objects.select_related("township", "account", "event")
        notes.clear()
        for row in rows.filter(pk__in=[each.pk for each in sessions]).order_by("pk"):
            notes.extend(put_pressed(row, which, now, hand, spans))
            if which == "end" and row.event:
                close_where_all_ended(row.event, now)

    try:
        with refusing():
            return crediting.carry_out(write, notes, check=own_gain_refused(hand))
    except ClerksMatter as matter:
        sentence = _("Orders of that time are already credited otherwise: ask the township staff to change the time.")
        raise Refused(sentence) from matter


def put_pressed(row: Session, which: str, now: datetime.datetime, hand: Hand, spans: list[Span]) -> list[Note]:
    """One session's. A start stays as it was pressed first; of two ends the later one counts."""
    if is_pressed_already(row, which, now):
        return []
    refuse_unless_around(row, which, now)
    before = Window(row.started_at, row.ended_at)
    setattr(row, f"pressed_{which}", now)
    put(row, spans)
    words = _("“on air” at %(time)s") if which == "start" else _("“over” at %(time)s")
    write_down(row, EventChange.Act.PRESSED, "", words % {"time": f"{timezone.localtime(now):%m-%d %H:%M:%S}"}, hand)
    return notes_of(row, before, hand, only_with_money=True)


def close_where_all_ended(event: Event, now: datetime.datetime) -> None:
    """Once the last account is off, what was still being talked about ended too."""
    if not event.sessions.filter(pressed_end=None, platform_end=None).exists():
        close_open(event, now)


def is_pressed_already(row: Session, which: str, now: datetime.datetime) -> bool:
    if which == "start":
        return row.pressed_start is not None
    return row.pressed_end is not None and abs(now - row.pressed_end) < DOUBLE_TAP


def refuse_unless_around(row: Session, which: str, now: datetime.datetime) -> None:
    """A tap on the wrong session, or the next morning, is no time."""
    window = Window(row.started_at, row.ended_at)
    if which == "end" and now <= window.start:
        raise Refused(_("It has not begun yet."))
    if not window.start - EARLY <= now <= window.end + LATE:
        sentence = _("It is down for %(window)s. Enter the platform's own times instead, or change the plan.")
        raise Refused(sentence % {"window": window})
