"""讲解段: what is on air now and what comes next, by taps where somebody taps, else by the minutes planned."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext as _

from livestreams.rooms.ledger import refusing
from livestreams.rooms.refusals import Refused
from livestreams.sessions.models import Event, LineUpItem, Segment

LONGEST_DELAY = datetime.timedelta(minutes=30)
"""A tap that waited longer for the network is dated then."""
EARLY = OVERTIME = datetime.timedelta(hours=1)
LATE = datetime.timedelta(hours=6)
"""Segments are recorded from an hour before the plan to six hours after it: else the sheet is looked at, not used.

The last product stays on the sheet for an hour beyond the plan."""


@dataclass(frozen=True)
class Place:
    """Where the broadcast stands. `item` is None before it begins; `until`: when the product's minutes are over."""

    item: LineUpItem | None
    since: datetime.datetime
    until: datetime.datetime | None
    is_tapped: bool = False


def place_at(event: Event, items: Sequence[LineUpItem], now: datetime.datetime) -> Place:
    """By the last tap; without one, or before the first, by the plan. Long after the plan nothing is on."""
    if now >= event.ends_at + OVERTIME:
        return Place(None, event.ends_at, None)
    spans = planned_minutes(event, items)
    last = event.segments.order_by("-started_at", "-pk").first()
    if last is None:
        return planned_place(begin_of(event), items, spans, now)
    minutes = {item.pk: span for item, span in zip(items, spans, strict=True)}
    item = next((item for item in items if item.pk == last.item_id), None)
    if last.ended_at:
        return Place(None, last.ended_at, None, is_tapped=True)
    until = last.started_at + datetime.timedelta(minutes=minutes.get(last.item_id, 0))
    return Place(item, last.started_at, until, is_tapped=True)


def planned_minutes(event: Event, items: Sequence[LineUpItem]) -> list[int]:
    """Minutes of each: as said, the others share what is left of the broadcast, a minute at least."""
    whole = int((event.ends_at - event.starts_at).total_seconds() // 60)
    open_ones = [item for item in items if not item.minutes]
    left = whole - sum(item.minutes or 0 for item in items)
    share = max(1, left // len(open_ones)) if open_ones else 0
    return [item.minutes or share for item in items]


def planned_place(
    begin: datetime.datetime, items: Sequence[LineUpItem], spans: Sequence[int], now: datetime.datetime
) -> Place:
    """The item whose minutes it is by the plan; the last one goes on until the end."""
    if now < begin or not items:
        return Place(None, begin, None)
    for item, span in zip(items, spans, strict=True):
        until = begin + datetime.timedelta(minutes=span)
        if now < until:
            return Place(item, begin, until)
        begin = until
    return Place(items[-1], begin - datetime.timedelta(minutes=spans[-1]), begin)


def begin_of(event: Event) -> datetime.datetime:
    """When it began, or begins: the first of its sessions' starts that count."""
    return event.sessions.aggregate(first=Min("started_at"))["first"] or event.starts_at


def following(items: Sequence[LineUpItem], item: LineUpItem | None) -> LineUpItem | None:
    """What comes after an item; the first one where nothing is on yet."""
    keys = [each.pk for each in items]
    after = keys.index(item.pk) + 1 if item and item.pk in keys else 0
    return items[after] if after < len(items) else None


def tap(
    event: Event, before: int, to: int, now: datetime.datetime | None = None, delay: datetime.timedelta | None = None
) -> bool:
    """Go from one item to another (primary keys, 0 = none) at a tap. Returns whether that was recorded.

    What the tapper saw as on, `before`, must be on still: so a tap that comes twice, or late after another one,
    records nothing. `delay`: how long it waited for the network. Raises Refused.
    """
    moment = now or timezone.now()
    with refusing(), transaction.atomic():
        row = Event.objects.select_for_update().get(pk=event.pk)
        refuse_unless_on(row, moment)
        last = row.segments.order_by("-started_at", "-pk").first()
        on = last.item_id if last and not last.ended_at else 0
        if on == to or (last and on != before):
            return False
        at = moment - min(max(delay or datetime.timedelta(0), datetime.timedelta(0)), LONGEST_DELAY)
        record(row, last, to, at)
    return True


def record(event: Event, last: Segment | None, to: int, at: datetime.datetime) -> None:
    """Close what is open, open what is wanted; a late tap is never before what was recorded."""
    edge = max(filter(None, (last.started_at, last.ended_at))) if last else at
    at = max(at, edge)
    event.segments.filter(ended_at=None).update(ended_at=at)
    if not to:
        return
    if not event.items.filter(pk=to).exists():
        raise Refused(_("This product was taken out meanwhile."))
    Segment.objects.create(event=event, item_id=to, started_at=at)


def close_open(event: Event, at: datetime.datetime) -> None:
    """The broadcast is over: what was still on ended then."""
    for segment in event.segments.filter(ended_at=None):
        segment.ended_at = max(at, segment.started_at)
        segment.save(update_fields=["ended_at"])


def refuse_unless_on(event: Event, now: datetime.datetime) -> None:
    if event.cancelled_at:
        raise Refused(_("It was cancelled: nothing is recorded."))
    if not event.starts_at - EARLY <= now < event.ends_at + LATE:
        raise Refused(_("Nothing is recorded now: it is not the time of this broadcast."))
