"""The booking book: the only place that writes `Occupancy`, `Engagement` and `Change` rows.

Every path opens it by `writing`: one lock for the township, so that no order of locks can deadlock and hours over
two rooms cannot be overdrawn; then what has run out is swept; then the act is checked and written. The guards of the
database (guard.py) hold even where somebody writes past this book.
"""

import datetime
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeAlias

from django.db import IntegrityError, OperationalError, connection, transaction
from django.utils import timezone

from livestreams.rooms import guard, offers, presence
from livestreams.rooms.models import Change, Engagement, FairUse, Occupancy
from livestreams.rooms.refusals import Elsewhere, Refused, Taken, told
from livestreams.rooms.rules import PATIENCE, Wanted, check, counted_minutes
from livestreams.rooms.timetables import CLOSURE, MINUTE
from zhunong.access.models import User
from zhunong.places.models import Township

Kind: TypeAlias = Occupancy.Kind
Ended: TypeAlias = Occupancy.Ended
Act: TypeAlias = Change.Act
LOCK_TIMEOUT_MS = 3000


@contextmanager
def writing(township: int, by: User | None, now: datetime.datetime | None = None) -> Iterator["Ledger"]:
    """The book of a township (primary key), locked. Raises Refused; then nothing was written."""
    with refusing(), transaction.atomic(durable=True), opened(township, by, now) as ledger:
        yield ledger


@contextmanager
def opened(township: int, by: User | None, now: datetime.datetime | None = None) -> Iterator["Ledger"]:
    """The same in a transaction of the caller's, who stands inside `refusing` too."""
    lock(township)
    guard.ensure(connection)
    ledger = Ledger(township, by, now or timezone.now())
    ledger.settle()
    yield ledger
    if ledger.has_freed:
        offers.offer(ledger)


@contextmanager
def refusing() -> Iterator[None]:
    """What the database's guards object to becomes a sentence. Stands around the transaction."""
    try:
        yield
    except (IntegrityError, OperationalError) as error:
        if refused := told(error):
            raise refused from error
        raise


def lock(township: int) -> None:
    """On SQLite the transaction itself is the lock: it began IMMEDIATE (settings)."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = {LOCK_TIMEOUT_MS}")
    list(Township.objects.select_for_update(no_key=True).filter(pk=township).values_list("pk"))


def lock_people(people: Sequence[User]) -> None:
    """Those of teams in two townships are in two books; in order, or two bookings would wait for each other."""
    keys = [person.pk for person in people]
    list(User.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk").values_list("pk"))


class Ledger:
    """The open book of one township, at one moment."""

    def __init__(self, township: int, by: User | None, now: datetime.datetime) -> None:
        self.township, self.by, self.now = township, by, now
        self.fair_use = FairUse.of(township)
        self.has_freed = False

    def get(self, pk: int) -> Occupancy:
        """A row as it stands now. Raises Occupancy.DoesNotExist."""
        rows = Occupancy.objects.select_related("room__township", "team", "wish")
        return rows.get(pk=pk, room__township=self.township)

    def standing(self, pk: int) -> Occupancy:
        """The same, of one that still takes its room. Raises Taken where it fell free meanwhile."""
        row = self.get(pk)
        if row.ended:
            raise Taken(row)
        return row

    def check(self, row: Occupancy, before: Occupancy | None = None) -> None:
        """The house rules. Raises Refused."""
        assert row.team
        check(Wanted(row.room, row.team, row.starts_at, row.ends_at, self.now, self.fair_use, before))

    def place(self, row: Occupancy, before: Occupancy | None = None) -> Occupancy:
        """Write it where it says. Raises Taken where any of that is taken."""
        row.blocked_until = self.blocked_until(row)
        self.clear_for(row)
        others = Occupancy.objects.filter(room=row.room, ended="").exclude(pk=row.pk)
        if others.between(row.starts_at, row.blocked_until).exists():
            raise Taken(row)
        if row.kind in (Kind.BOOKING, Kind.REQUEST) and row.team:
            wanted = Wanted(row.room, row.team, row.starts_at, row.ends_at, self.now, self.fair_use, before)
            row.counted_minutes = counted_minutes(wanted)
        row.expires_at = self.expiry(row)
        row.save()
        if before:
            self.has_freed = True
            self.engage(row, [each.person for each in row.engagements.select_related("person")])
        return row

    def blocked_until(self, row: Occupancy) -> datetime.datetime:
        """Its end and the room's turn-around, which a closure that follows cuts short."""
        if row.kind == CLOSURE:
            return row.ends_at
        end = row.ends_at + row.room.turn_around_minutes * MINUTE
        closures = Occupancy.objects.filter(room=row.room, kind=CLOSURE, ended="", starts_at__gte=row.ends_at)
        following = closures.order_by("starts_at").values_list("starts_at", flat=True).first()
        return min(end, following) if following else end

    def clear_for(self, row: Occupancy) -> None:
        """A closure cuts short the tidying up before it; what its own maker holds gives way to a booking."""
        if row.kind == CLOSURE:
            tidied = Occupancy.objects.filter(room=row.room, ended="", ends_at__lte=row.starts_at)
            tidied.filter(blocked_until__gt=row.starts_at).exclude(pk=row.pk).update(blocked_until=row.starts_at)
        elif row.booked_by_id:
            held = Occupancy.objects.filter(kind=Kind.HOLD, ended="", booked_by=row.booked_by_id)
            self.has_freed |= bool(held.exclude(pk=row.pk).update(ended=Ended.CANCELLED, key=None))

    def expiry(self, row: Occupancy) -> datetime.datetime | None:
        """When it falls free by itself."""
        if row.kind == Kind.BOOKING:
            awaits = self.fair_use.releases_unused and not row.present_at
            return max(row.starts_at, self.now) + PATIENCE if awaits else None
        if row.kind == Kind.REQUEST:
            hours = datetime.timedelta(hours=row.room.request_hours)
            return max(min(row.booked_at + hours, row.starts_at), self.now + MINUTE)
        return row.expires_at

    def engage(self, row: Occupancy, people: Iterable[User]) -> None:
        """These people, and no others, are in it. Raises Elsewhere where one is in another event then."""
        people = sorted(set(people), key=lambda person: person.pk)
        lock_people(people)
        row.engagements.all().delete()
        for person in people:
            others = Engagement.objects.filter(person=person, starts_at__lt=row.ends_at, ends_at__gt=row.starts_at)
            if other := others.select_related("occupancy__room", "person").first():
                raise Elsewhere(other)
            Engagement.objects.create(person=person, occupancy=row, starts_at=row.starts_at, ends_at=row.ends_at)

    def engage_elsewhere(
        self, key: uuid.UUID, what: str, span: tuple[datetime.datetime, datetime.datetime], people: Iterable[User]
    ) -> None:
        """These people, and no others, are in an event without a room. Raises Elsewhere as `engage` does."""
        people = sorted(set(people), key=lambda person: person.pk)
        starts_at, ends_at = span
        lock_people(people)
        Engagement.objects.filter(event_key=key).delete()
        for person in people:
            others = Engagement.objects.filter(person=person, starts_at__lt=ends_at, ends_at__gt=starts_at)
            if other := others.select_related("occupancy__room", "person").first():
                raise Elsewhere(other)
            Engagement.objects.create(person=person, event_key=key, what=what, starts_at=starts_at, ends_at=ends_at)

    def end(self, row: Occupancy, how: Ended, reason: str = "") -> None:
        """It takes its room no longer, and stays for the record."""
        row.ended, row.expires_at, row.note, row.key = how, None, reason or row.note, None
        row.save(update_fields=["ended", "expires_at", "note", "key", "is_untold"])
        row.engagements.all().delete()
        offers.close(row)
        if row.kind == CLOSURE:
            self.tidy_before(row)
        self.has_freed = True

    def tidy_before(self, closure: Occupancy) -> None:
        """What a closure that is no more had cut short is tidied up after again, as far as its room is free."""
        standing = Occupancy.objects.filter(room=closure.room, ended="").select_related("room")
        cut = standing.filter(blocked_until=closure.starts_at).exclude(kind=CLOSURE).first()
        if cut:
            following = standing.filter(starts_at__gte=cut.blocked_until).order_by("starts_at").first()
            end = self.blocked_until(cut)
            cut.blocked_until = min(end, following.starts_at) if following else end
            cut.save(update_fields=["blocked_until"])

    def record(self, row: Occupancy, act: Act, before: str = "", after: str = "", reason: str = "") -> None:
        Change.objects.create(
            occupancy=row, team=row.team, act=act, before=before, after=after, reason=reason, by=self.by
        )

    def settle(self) -> None:
        """What has run out falls free, and is offered to whoever waits, before anybody else books it."""
        overdue = Occupancy.objects.overdue(self.now).filter(room__township=self.township)
        for row in overdue.select_related("room", "team", "wish").order_by("pk"):
            if row.kind == Kind.BOOKING and presence.is_known(row):
                row.present_at, row.expires_at = row.starts_at, None
                row.save(update_fields=["present_at", "expires_at"])
                continue
            how = Ended.RELEASED if row.kind == Kind.BOOKING else Ended.EXPIRED
            self.end(row, how)
            if row.kind != Kind.HOLD:
                Change.objects.create(occupancy=row, team=row.team, act=Act(how.value), before=str(row))
        if self.has_freed:
            offers.offer(self)
            self.has_freed = False


def settle(township: int) -> None:
    """Sweep what has run out, where there is any: pages do so before they show rooms, so that no timer need run."""
    if Occupancy.objects.overdue().filter(room__township=township).exists():
        try:
            with writing(township, by=None):
                pass
        except Refused:  # busy: what has run out counts for nothing anyway
            pass
