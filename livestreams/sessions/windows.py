"""Entering when a session was: what a source says of it, and what that moves. `pressing` has the buttons."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from livestreams.rooms.changing import Hand
from livestreams.rooms.ledger import refusing
from livestreams.rooms.refusals import Refused
from livestreams.sessions import crediting
from livestreams.sessions.counting import LONGEST, Source, Window, counting, put, refuse_overlap, source_of
from livestreams.sessions.crediting import Effect, Note, Span, Write
from livestreams.sessions.models import EventChange, Session, WindowRequest
from livestreams.sessions.noting import notes_of, write_down
from livestreams.sessions.window_requests import ask, withdraw_where
from livestreams.teams.models import Team

__all__ = [
    "LONGEST", "ClerksMatter", "Outcome", "Source", "Window", "counting", "foresee_times", "own_gain_refused", "put",
    "refuse_overlap", "set_times", "source_of", "writing_times",
]  # fmt: skip
Moment = datetime.datetime | None


@dataclass(frozen=True)
class Outcome:
    """Done with its effect, or waiting for a clerk."""

    effect: Effect | None = None
    request: WindowRequest | None = None


class ClerksMatter(Exception):
    """It would give money to the asker's own team: only a clerk outside it may."""

    def __init__(self, effect: Effect) -> None:
        super().__init__()
        self.effect = effect


def set_times(
    session: Session, source: Source, start: Moment, end: Moment, hand: Hand, expected: str | None = None
) -> Outcome:
    """Enter what a source says (None and None take it away) and let the strongest count.

    Raises Refused in one sentence, `crediting.Otherwise` where `expected` is no longer what would happen. What would
    give money to a team of whoever does it, a clerk too, is put down as a request instead.
    """
    notes: list[Note] = []
    write = writing_times(session, source, start, end, hand, notes)

    def check(effect: Effect) -> None:
        refuse_without_reason(effect, hand)
        own_gain_refused(hand)(effect)

    try:
        with refusing():
            return Outcome(crediting.carry_out(write, notes, expected, check))
    except ClerksMatter as matter:
        return Outcome(matter.effect, ask(session, source, (start, end), hand, matter.effect))


def foresee_times(session: Session, source: Source, start: Moment, end: Moment, hand: Hand) -> Effect:
    """What `set_times` would move. Raises Refused as it does."""
    with refusing():
        return crediting.foresee(writing_times(session, source, start, end, hand, []))


def writing_times(session: Session, source: Source, start: Moment, end: Moment, hand: Hand, notes: list[Note]) -> Write:
    """The write of it. `notes` are what the record of changes is to say, once it has run."""

    def write(spans: list[Span]) -> None:
        refuse_unless_sound(start, end, hand)
        row = Session.objects.select_related("township", "account", "event").get(pk=session.pk)
        before = Window(row.started_at, row.ended_at)
        setattr(row, f"{source}_start", start)
        setattr(row, f"{source}_end", end)
        put(row, spans)
        withdraw_where(session, hand)
        notes[:] = notes_of(row, before, hand)
        write_down(row, EventChange.Act.WINDOW, before, Window(row.started_at, row.ended_at), hand)

    return write


def refuse_unless_sound(start: Moment, end: Moment, hand: Hand) -> None:
    if start is None and end is None:
        return
    if start is None or end is None:
        raise Refused(_("Write both the start and the end."))
    if end <= start:
        raise Refused(_("The end must come after the start."))
    if end > (hand.now or timezone.now()):
        raise Refused(_("This end is still to come: write it once the session is over."))


def refuse_without_reason(effect: Effect, hand: Hand) -> None:
    if effect.lines and not hand.reason.strip():
        raise Refused(_("Orders are credited otherwise by this: write down why."))


def own_gain_refused(hand: Hand) -> Callable[[Effect], None]:
    """Raises ClerksMatter where money would move to a team of the asker's."""

    def check(effect: Effect) -> None:
        own = Team.objects.of_person(hand.by).values_list("slug", flat=True)
        if crediting.gains(effect, own):
            raise ClerksMatter(effect)

    return check
