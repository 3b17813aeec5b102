"""How a change of time is written down: in the event's history, and in the record of changes that move money."""

import datetime

from django.utils import timezone

from livestreams.rooms.changing import Hand
from livestreams.sessions.adopting import event_of
from livestreams.sessions.counting import Window
from livestreams.sessions.crediting import Note
from livestreams.sessions.models import EventChange, Session


def write_down(row: Session, act: EventChange.Act, before: object, after: object, hand: Hand) -> None:
    EventChange.objects.create(
        event=event_of(row, hand.by), session=row, act=act, before=str(before), after=str(after), reason=hand.reason,
        by=hand.by,
    )  # fmt: skip


def notes_of(row: Session, before: Window, hand: Hand, only_with_money: bool = False) -> list[Note]:
    """For the record of changes: what counts now, where that differs."""
    after = Window(row.started_at, row.ended_at)
    pairs = {"started at": (before.start, after.start), "ended at": (before.end, after.end)}
    fields = {label: [told(each) for each in pair] for label, pair in pairs.items() if pair[0] != pair[1]}
    if not fields:
        return []
    return [Note(row.township, row.title, row.slug, "changed", fields, hand.by, hand.reason, only_with_money)]


def told(moment: datetime.datetime) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M:%S}"
