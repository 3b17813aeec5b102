"""排品表: the one writer of an event's line-up. Every change is noted, and sent twice it is done once."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from livestreams.rooms.changing import Hand
from livestreams.rooms.ledger import refusing
from livestreams.rooms.refusals import Refused
from livestreams.sessions.claims import untick_words
from livestreams.sessions.entries import Entry, entry_of, fill, refuse_unless_fitting
from livestreams.sessions.models import Event, EventChange, LineUpItem

MOST = 60


@contextmanager
def writing(event: Event) -> Iterator[Event]:
    """The event, locked. Raises Refused where it was cancelled; then nothing was written."""
    with refusing(), transaction.atomic():
        row = Event.objects.select_for_update().get(pk=event.pk)
        if row.cancelled_at:
            raise Refused(_("It was cancelled: its line-up stays as it is."))
        yield row


def add(event: Event, entry: Entry, hand: Hand) -> LineUpItem:
    """One more product, at the end. Raises Refused, also where it is in the line-up already."""
    with writing(event) as row:
        refuse_unless_fitting(row, entry)
        if row.items.count() >= MOST:
            raise Refused(_("A line-up holds %(most)s products at most.") % {"most": MOST})
        item = LineUpItem(event=row, position=row.items.count() + 1)
        fill(item, entry)
        note(row, hand, after=f"+ {entry}")
        untick_words(row)
    return item


def change(item: LineUpItem, entry: Entry, hand: Hand) -> LineUpItem:
    """The same place, said otherwise. Raises Refused."""
    with writing(item.event) as row:
        kept = standing(row, item.pk)
        refuse_unless_fitting(row, entry, besides=kept)
        before = entry_of(kept)
        if before == entry:
            return kept
        fill(kept, entry)
        told = _("talking points changed") if before.points != entry.points else ""
        note(row, hand, str(before), f"{entry} {told}".strip())
        untick_words(row)
    return kept


def move(item: LineUpItem, steps: int, seen_at: int, hand: Hand) -> None:
    """Up (-1) or down (+1) from the place at which it was seen; where it is elsewhere by now, nothing happens."""
    with writing(item.event) as row:
        kept = standing(row, item.pk)
        other = row.items.filter(position=seen_at + steps).first()
        if kept.position != seen_at or other is None:
            return
        LineUpItem.objects.filter(pk=other.pk).update(position=seen_at)
        LineUpItem.objects.filter(pk=kept.pk).update(position=seen_at + steps)
        note(row, hand, f"{kept.name} {seen_at}", f"{kept.name} {seen_at + steps}")


def remove(item: LineUpItem, hand: Hand) -> None:
    """Out of the line-up. Raises Refused where it was talked about on air: that is kept. Removed twice, it is out."""
    with writing(item.event) as row:
        kept = row.items.select_related("product", "sku__product", "batch").filter(pk=item.pk).first()
        if kept is None:
            return
        if kept.segments.exists():
            raise Refused(_("%(name)s was on air: it stays in the record. Change it instead.") % {"name": kept.name})
        note(row, hand, before=f"- {entry_of(kept)}")
        row.items.filter(position__gt=kept.position).update(position=F("position") - 1)
        kept.delete()


def copy_line_up(from_event: Event, to_event: Event, hand: Hand) -> int:
    """Put down what another event had and this one has not yet. Returns how many. Batches are each broadcast's own."""
    with writing(to_event) as row:
        there = set(row.items.values_list("product", "sku"))
        source = from_event.items.filter(product__township=row.township).select_related("product", "sku")
        wanted = [item for item in source if (item.product_id, item.sku_id) not in there][: MOST - len(there)]
        LineUpItem.objects.bulk_create(
            LineUpItem(
                event=row, position=position, product=item.product, sku=item.sku, price_fen=item.price_fen,
                stock=item.stock, minutes=item.minutes, points=item.points,
            )
            for position, item in enumerate(wanted, start=len(there) + 1)
        )  # fmt: skip
        if wanted:
            words = {"count": len(wanted), "title": from_event.title}
            note(row, hand, after=_("%(count)s products taken over from “%(title)s”") % words)
            untick_words(row)
    return len(wanted)


def standing(event: Event, pk: int) -> LineUpItem:
    rows = event.items.select_related("product", "sku__product", "batch")
    if item := rows.filter(pk=pk).first():
        return item
    raise Refused(_("This product was taken out meanwhile."))


def note(event: Event, hand: Hand, before: str = "", after: str = "") -> None:
    EventChange.objects.create(
        event=event, act=EventChange.Act.LINE_UP, before=before[:200], after=after[:200], reason=hand.reason, by=hand.by
    )
