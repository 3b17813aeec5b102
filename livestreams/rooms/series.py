"""Weekly repeats: a series of bookings, whose days that do not work are kept with their reason."""

import datetime
import uuid
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from django.db import transaction
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.rooms.booking import Order, enter
from livestreams.rooms.changing import OF_TEAMS, Hand, call_off, put, refuse_unless_changeable
from livestreams.rooms.ledger import Act, Ended, Ledger, writing
from livestreams.rooms.models import Occupancy, Room, Series
from livestreams.rooms.refusals import Refused
from livestreams.rooms.timetables import MINUTE
from zhunong.access.models import User

WEEK = datetime.timedelta(7)
MOST_WEEKS = 26
REASON_LENGTH = 200


class Reach(TextChoices):
    """How much of a series a change is for."""

    ONE = "one", gettext_lazy("this day only")
    LATER = "later", gettext_lazy("this and later days")
    ALL = "all", gettext_lazy("all days to come")


class Outcome(NamedTuple):
    """One day of a series, and why it did not work; blank = it did."""

    row: Occupancy
    reason: str = ""


def repeat(row: Occupancy, weeks: int, hand: Hand, key: uuid.UUID | None = None) -> list[Outcome]:
    """Book the same time in the following weeks too; `weeks` counts the booking itself. Sent twice, it is one series.

    Raises Refused where the booking repeats already or is over.
    """
    with writing(row.room.township_id, hand.by, hand.now) as ledger:
        made = Series.objects.filter(key=key).first() if key else None
        if made:
            return [Outcome(day, day.note if day.ended else "") for day in made.days.select_related("room", "team")]
        first = ledger.standing(row.pk)
        refuse_unless_changeable(ledger, first)
        if first.series_id or not 2 <= weeks <= MOST_WEEKS:
            raise Refused(_("This booking repeats already, or the number of weeks is not from 2 to 26."))
        assert first.team
        first.series = Series.objects.create(team=first.team, weeks=weeks, made_by=hand.by, key=key)
        first.save(update_fields=["series"])
        people = [each.person for each in first.engagements.select_related("person")]
        later = [add_day(ledger, first, number * WEEK, people, hand) for number in range(1, weeks)]
        return [Outcome(first), *later]


def add_day(ledger: Ledger, first: Occupancy, shift: datetime.timedelta, people: Sequence[User], hand: Hand) -> Outcome:
    order = Order(
        first.room, first.team, first.starts_at + shift, first.minutes, first.purpose, people,
        of_the_office=hand.of_the_office,
    )  # fmt: skip
    reason = attempt(lambda: join(enter(ledger, order), first))
    if not reason:
        return Outcome(
            Occupancy.objects.select_related("room", "team").get(starts_at=order.starts_at, series=first.series)
        )
    row = order.row(ledger.by, ledger.now)
    row.ended, row.note, row.series, row.blocked_until = Ended.SKIPPED, reason, first.series, row.ends_at
    row.save()
    ledger.record(row, Act.SKIPPED, after=str(row), reason=reason)
    return Outcome(row, reason)


def join(row: Occupancy, first: Occupancy) -> None:
    row.series = first.series
    row.save(update_fields=["series"])


def attempt(act: Callable[[], object]) -> str:
    """Do it, or nothing of it. Returns why not."""
    try:
        with transaction.atomic():
            act()
    except Refused as refused:
        return refused.sentence[:REASON_LENGTH]
    return ""


def days_of(ledger: Ledger, row: Occupancy, reach: Reach) -> list[Occupancy]:
    """The days of a series to come that a change is for, in order."""
    if reach == Reach.ONE or not row.series:
        return [row]
    days = Occupancy.objects.filter(series=row.series, ended="", kind__in=OF_TEAMS, ends_at__gt=ledger.now)
    if reach == Reach.LATER:
        days = days.filter(starts_at__gte=row.starts_at)
    return list(days.select_related("room", "team").order_by("starts_at"))


def change_series(
    row: Occupancy, reach: Reach, room: Room, starts_at: datetime.datetime, minutes: int, hand: Hand
) -> list[Outcome]:
    """Shift the days as this one is shifted. What does not work stays as it was, with the reason. Raises Refused."""
    with writing(row.room.township_id, hand.by, hand.now) as ledger:
        row = ledger.standing(row.pk)
        shift = starts_at - row.starts_at
        days = days_of(ledger, row, reach)
        if reach == Reach.LATER:
            split(days, hand)
        outcomes = []
        for day in reversed(days) if shift > MINUTE * 0 else days:
            begin = day.starts_at + shift
            reason = attempt(partial(put, ledger, day, room, begin, begin + minutes * MINUTE, hand))
            outcomes.append(Outcome(ledger.get(day.pk), reason))
        return sorted(outcomes, key=lambda outcome: outcome.row.starts_at)


def cancel_series(row: Occupancy, reach: Reach, hand: Hand) -> list[Occupancy]:
    """Call these days off."""
    with writing(row.room.township_id, hand.by, hand.now) as ledger:
        days = days_of(ledger, ledger.standing(row.pk), reach)
        return [call_off(ledger, day, hand) for day in days]


def split(days: Sequence[Occupancy], hand: Hand) -> None:
    """What is changed from a day on is a series of its own."""
    if days and days[0].team and days[0].series:
        made = Series.objects.create(team=days[0].team, weeks=len(days), made_by=hand.by)
        for day in days:
            day.series = made
            day.save(update_fields=["series"])
