"""A clerk's yes or no to a change of time. Money to one's own team needs the yes of a clerk who is not in it."""

from django.db import transaction
from django.utils.translation import gettext as _

from livestreams.rooms.changing import Hand
from livestreams.rooms.ledger import refusing
from livestreams.rooms.refusals import Refused
from livestreams.sessions import crediting
from livestreams.sessions.counting import Source
from livestreams.sessions.crediting import Effect, Note, Span, Write
from livestreams.sessions.models import EventChange, WindowRequest
from livestreams.sessions.window_requests import State, note, settle
from livestreams.sessions.windows import ClerksMatter, own_gain_refused, writing_times


def foresee_yes(request: WindowRequest, hand: Hand) -> Effect:
    """What a yes would move now. Raises Refused where the time cannot be entered any more."""
    with refusing():
        return crediting.foresee(granting(request, hand, "", []))


def say_yes(request: WindowRequest, hand: Hand, answer: str = "", expected: str | None = None) -> Effect:
    """Raises Refused, and `crediting.Otherwise` where `expected` is no longer what would happen."""
    if request.asked_by == hand.by:
        raise Refused(_("Who asked cannot say yes: another clerk has to."))
    notes: list[Note] = []
    try:
        with refusing():
            return crediting.carry_out(granting(request, hand, answer, notes), notes, expected, own_gain_refused(hand))
    except ClerksMatter as matter:
        raise Refused(_("It gives sales to a team that you are in: another clerk has to say yes.")) from matter


def granting(request: WindowRequest, hand: Hand, answer: str, notes: list[Note]) -> Write:
    """Settled and entered together. The record of changes names what was asked and what was answered."""
    reason = f"{request.reason} {answer}".strip()[:200]
    office = Hand(hand.by, of_the_office=True, reason=reason, now=hand.now)
    enter = writing_times(request.session, Source(request.source), request.started_at, request.ended_at, office, notes)

    def write(spans: list[Span]) -> None:
        settle(request, State.GRANTED, hand, answer)
        enter(spans)

    return write


@transaction.atomic
def say_no(request: WindowRequest, hand: Hand, answer: str) -> None:
    """Raises Refused where it was decided meanwhile, or without a word for who asked."""
    if not answer.strip():
        raise Refused(_("Say why not; who asked reads it."))
    settle(request, State.REFUSED, hand, answer)
    note(request, EventChange.Act.TIME_REFUSED, hand, answer)
