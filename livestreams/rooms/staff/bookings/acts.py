"""What the office does with a booking: always with the whole of the booking book's guarantees."""

import uuid

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from livestreams.rooms.booking import Order, book
from livestreams.rooms.changing import Hand, cancel, change
from livestreams.rooms.models import Occupancy
from livestreams.rooms.refusals import Refused
from livestreams.rooms.series import Outcome, Reach, cancel_series, change_series, repeat
from livestreams.rooms.staff.bookings.places import Place


def move(row: Occupancy, place: Place, hand: Hand, reach: str = Reach.ONE) -> list[Outcome]:
    """Another time, room or length. Returns the days of a repeat that stay as they were. Raises Refused."""
    if not row.series_id or reach not in (Reach.LATER, Reach.ALL):
        change(row, place.room, place.starts_at, place.ends_at, hand)
        return []
    outcomes = change_series(row, Reach(reach), place.room, place.starts_at, place.minutes, hand)
    return failed(outcomes)


def failed(outcomes: list[Outcome]) -> list[Outcome]:
    """Those that did not work. Raises Refused where none did."""
    kept = [outcome for outcome in outcomes if outcome.reason]
    if kept and len(kept) == len(outcomes):
        raise Refused(kept[0].reason)
    return kept


def call_off(row: Occupancy, hand: Hand, reach: str = Reach.ONE) -> int:
    """How many days are cancelled. Raises Refused."""
    if not row.series_id or reach not in (Reach.LATER, Reach.ALL):
        cancel(row, hand)
        return 1
    return len(cancel_series(row, Reach(reach), hand))


def book_weeks(order: Order, weeks: int, hand: Hand, key: uuid.UUID) -> tuple[Occupancy, list[Outcome]]:
    """A booking and its repeats, and the days that did not work. Sent twice, it is one. Raises Refused."""
    row = book(order, hand.by, hand.now)
    if weeks == 1:
        return row, []
    return row, [outcome for outcome in repeat(row, weeks, hand, key) if outcome.reason]


def told_failures(kept: list[Outcome]) -> str:
    """Which days did not work, and why."""
    head = ngettext("%(count)s day did not work:", "%(count)s days did not work:", len(kept)) % {"count": len(kept)}
    days = [_("%(booking)s: %(reason)s") % {"booking": each.row, "reason": each.reason} for each in kept]
    return " ".join([head, *days])
