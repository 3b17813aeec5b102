"""From the form to what is kept: figures first; then the platform's own time, which may move orders."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from livestreams.rooms.changing import Hand
from livestreams.rooms.refusals import Refused
from livestreams.sessions import windows
from livestreams.sessions.counting import Source
from livestreams.sessions.crediting import Effect
from livestreams.sessions.entering import enter_typed
from livestreams.sessions.models import Session
from livestreams.sessions.moves import UNKNOWN, signed_yuan
from livestreams.sessions.phone.logging.forms import LogForm, Times
from livestreams.sessions.windows import Outcome


@dataclass(frozen=True)
class Saved:
    """`sentence` says what became of the time; `asks` it has to be confirmed first, as it would move orders."""

    sentence: str = ""
    is_warning: bool = False
    asks: Times | None = None


def save(form: LogForm, hand: Hand) -> Saved:
    """Raises Refused where the figures cannot be; then nothing is written. A refused time leaves the figures."""
    times = form.new_times()
    if not (times and form.is_time_alone):
        enter_typed(form.session, form.entry(), hand)
    if not times:
        return Saved()
    try:
        if windows.foresee_times(form.session, Source.PLATFORM, *times, hand_for_times(hand)).lines:
            return Saved(asks=times)
        return said(set_times(form.session, times, hand))
    except Refused as refused:
        return Saved(_("The figures are kept, the time is not: %(why)s") % {"why": refused.sentence}, is_warning=True)


def set_times(session: Session, times: Times, hand: Hand, expected: str | None = None) -> Outcome:
    """Raises Refused, and `crediting.Otherwise` where `expected` is no longer what would happen."""
    return windows.set_times(session, Source.PLATFORM, *times, hand_for_times(hand), expected)


def hand_for_times(hand: Hand) -> Hand:
    reason = hand.reason or _("from the platform's end screen")
    return Hand(hand.by, hand.of_the_office, reason, hand.now)


def said(outcome: Outcome) -> Saved:
    if outcome.request:
        sentence = _("The time waits for the township staff: it would move orders to a team of yours.")
        return Saved(sentence, is_warning=True)
    return Saved(_("The platform's own time counts now."))


def moves_told(effect: Effect) -> str:
    """What a change of time moves, in one sentence: `3 order lines (yuan): 十四小只 +128.00, unclaimed −128.00`.

    Where no team gains or loses it names the sessions instead.
    """
    parts = parties(effect, "team") or parties(effect, "session")
    words = {"lines": effect.lines, "moves": ", ".join(parts) or _("no team gains or loses")}
    return _("This time moves %(lines)s order lines (yuan): %(moves)s.") % words


def parties(effect: Effect, dimension: str) -> list[str]:
    moves = [move for move in effect.moves if move.dimension == dimension and move.net_fen]
    return [f"{move.name or UNKNOWN[dimension]} {signed_yuan(move.net_fen)}" for move in moves]
