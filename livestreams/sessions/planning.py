"""Planning an event and its sessions, changing the plan, calling it off: one writer for all of it."""

import datetime
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from livestreams.rooms.changing import Hand
from livestreams.rooms.ledger import opened, refusing
from livestreams.rooms.models import Engagement, Occupancy
from livestreams.rooms.refusals import Refused
from livestreams.sessions import crediting, sharing
from livestreams.sessions.crediting import Effect, Note, Span
from livestreams.sessions.models import Crew, Event, EventChange, Session
from livestreams.sessions.windows import ClerksMatter, Window, own_gain_refused, put
from livestreams.teams.models import Account, Team
from zhunong.access.models import User
from zhunong.places.models import Township

LONGEST = datetime.timedelta(hours=24)


@dataclass(frozen=True)
class Plan:
    """What somebody wants to broadcast. `parts`: teams and their per cent, sum 100; `own`: the team it is planned by.

    In a booked room (`booking`), or in a place in words. `crew`: people and their jobs (`Crew.Job`).
    """

    township: Township
    title: str
    starts_at: datetime.datetime
    ends_at: datetime.datetime
    accounts: Sequence[Account]
    parts: Mapping[Team, int]
    own: Sequence[Team]
    booking: Occupancy | None = None
    place: str = ""
    crew: Sequence[tuple[User, str]] = ()
    is_announced: bool = True
    note: str = ""
    key: uuid.UUID = field(default_factory=uuid.uuid4)
    reservations: Mapping[int, str] = field(default_factory=dict)
    """Links of the platforms' own reservations, by account (primary key)."""

    @property
    def window(self) -> Window:
        return Window(self.starts_at, self.ends_at)


def plan(wanted: Plan, hand: Hand) -> Event:
    """A new event. Sent twice with one key, it is one. Raises Refused with nothing written."""
    if made := Event.objects.filter(key=wanted.key).first():
        if made.made_by != hand.by:
            raise Refused(_("This page is out of date. Open it again."))
        return made
    refuse_unless_sound(wanted)
    holder: list[Event] = []

    def write(spans: list[Span]) -> None:
        event = Event(township=wanted.township, key=wanted.key, made_by=hand.by)
        holder[:] = [event]
        fill(event, wanted)
        sharing.put_parts(event, wanted.parts, wanted.own)
        put_crew(event, wanted.crew, hand)
        for account in wanted.accounts:
            put_session(event, account, wanted, spans)
        record(event, EventChange.Act.PLANNED, hand, after=f"{event.title} {wanted.window}")

    carry_out(write, hand)
    return holder[0]


def change_plan(event: Event, wanted: Plan, hand: Hand) -> Event:
    """The same event otherwise. Raises Refused; then all stays as it was."""
    refuse_unless_sound(wanted)

    def write(spans: list[Span]) -> None:
        row = Event.objects.select_for_update().get(pk=event.pk)
        if row.cancelled_at:
            raise Refused(_("It was cancelled: plan a new one."))
        before = f"{row.title} {Window(row.starts_at, row.ends_at)}"
        fill(row, wanted)
        put_crew(row, wanted.crew, hand)
        kept = {session.account_id: session for session in row.sessions.select_related("account", "township")}
        for account in wanted.accounts:
            put_session(row, account, wanted, spans, kept.pop(account.pk, None))
        for session in kept.values():
            take_away(session, spans)
        sharing.propose_in(row, wanted.parts, wanted.own, hand, spans)
        record(row, EventChange.Act.CHANGED, hand, before, f"{row.title} {wanted.window}")

    carry_out(write, hand, notes_of(event, wanted, hand))
    return Event.objects.get(pk=event.pk)


def cancel(event: Event, hand: Hand) -> Event:
    """It does not take place: its people are free, its sessions are no more. Raises Refused where one was held."""

    def write(spans: list[Span]) -> None:
        row = Event.objects.select_for_update().get(pk=event.pk)
        if row.cancelled_at:
            return
        for session in row.sessions.select_related("account"):
            take_away(session, spans)
        put_crew(row, [], hand, keeps_jobs=True)
        row.cancelled_at, row.cancel_reason = hand.now or timezone.now(), hand.reason
        row.save(update_fields=["cancelled_at", "cancel_reason"])
        record(row, EventChange.Act.CANCELLED, hand, before=f"{row.title} {Window(row.starts_at, row.ends_at)}")

    carry_out(write, hand)
    return Event.objects.get(pk=event.pk)


def carry_out(write: Callable[[list[Span]], None], hand: Hand, notes: Iterable[Note] = ()) -> Effect:
    """Raises Refused, also where it would give money to the planner's own team: that is the clerk's to enter."""
    check = None if hand.of_the_office else own_gain_refused(hand)
    try:
        with refusing():
            return crediting.carry_out(write, notes, check=check)
    except ClerksMatter as matter:
        words = {"lines": matter.effect.lines}
        raise Refused(
            _("%(lines)s order lines of that time are credited otherwise already. Ask the township staff to enter it.")
            % words
        ) from matter


def refuse_unless_sound(wanted: Plan) -> None:
    if wanted.ends_at <= wanted.starts_at:
        raise Refused(_("The end must come after the start."))
    if wanted.ends_at - wanted.starts_at > LONGEST:
        raise Refused(_("That is longer than a day: look at the day of the end."))
    if not wanted.accounts:
        raise Refused(_("Choose at least one account to broadcast on."))
    if sum(wanted.parts.values()) != 100 or not all(wanted.parts.values()):
        raise Refused(_("The shares of the teams must sum to 100 per cent."))
    if wanted.booking is None and not wanted.place.strip():
        raise Refused(_("Say where it is: choose a booking, or write the place."))
    if wanted.booking:
        refuse_unless_booked(wanted, wanted.booking)


def refuse_unless_booked(wanted: Plan, row: Occupancy) -> None:
    if row.ended or row.team_id not in {team.pk for team in wanted.parts}:
        raise Refused(_("This booking is not yours any more. Choose another one, or write the place."))
    if wanted.starts_at < row.starts_at or wanted.ends_at > row.ends_at:
        words = {"span": Window(row.starts_at, row.ends_at)}
        raise Refused(_("The room is booked for %(span)s. Stay within it, or extend the booking first.") % words)


def fill(event: Event, wanted: Plan) -> None:
    event.title, event.starts_at, event.ends_at = wanted.title.strip(), wanted.starts_at, wanted.ends_at
    event.booking, event.place = wanted.booking, "" if wanted.booking else wanted.place.strip()
    event.is_announced, event.note = wanted.is_announced, wanted.note.strip()
    event.save()


def put_crew(event: Event, crew: Sequence[tuple[User, str]], hand: Hand, keeps_jobs: bool = False) -> None:
    """Who does what. They are in no other event then: the room's book keeps people apart. Raises Elsewhere."""
    people = {person.pk: person for person, _job in crew}
    if not keeps_jobs:
        event.crew.all().delete()
        Crew.objects.bulk_create(Crew(event=event, person=person, job=job) for person, job in dict.fromkeys(crew))
    with opened(event.township_id, hand.by, hand.now) as ledger:
        span = (event.starts_at, event.ends_at)
        if event.booking is None:
            ledger.engage_elsewhere(event.key, f"{event.title} · {event.place}"[:200], span, people.values())
            return
        Engagement.objects.filter(event_key=event.key).delete()
        if not event.booking.ended:
            ledger.engage(event.booking, [*people.values(), *others_in(event)])


def others_in(event: Event) -> list[User]:
    """Crews of other events in the same booking."""
    crews = Crew.objects.filter(event__booking=event.booking, event__cancelled_at=None).exclude(event=event)
    return [each.person for each in crews.select_related("person")]


def put_session(
    event: Event, account: Account, wanted: Plan, spans: list[Span], session: Session | None = None
) -> Session:
    """The event on one account. The plan counts until somebody presses, or the platform's own times come."""
    is_new = session is None
    row = session or Session(
        slug=f"live-{timezone.localtime(wanted.starts_at):%Y%m%d-%H%M}-{uuid.uuid4().hex[:8]}", event=event,
        township=event.township, account=account, started_at=wanted.starts_at, ended_at=wanted.ends_at,
    )  # fmt: skip
    row.title = event.title
    if is_new or row.planned_start:
        row.planned_start, row.planned_end = wanted.window
    row.reservation = wanted.reservations.get(account.pk, row.reservation)
    put(row, spans)
    if is_new:
        sharing.apply_to(event, row)
    return row


def take_away(session: Session, spans: list[Span]) -> None:
    """Raises Refused where it was held: what was held is corrected, not deleted (records are kept three years)."""
    if session.pressed_start or session.platform_start or session.figures.exists():
        raise Refused(was_held(session))
    spans.append(Span(session.account_id, session.started_at, session.ended_at))
    try:
        session.delete()
    except ProtectedError as error:
        raise Refused(was_held(session)) from error


def was_held(session: Session) -> str:
    words = {"account": session.account}
    return _("The session on %(account)s was held or has sales: it is kept. Correct its times instead.") % words


def record(event: Event, act: EventChange.Act, hand: Hand, before: str = "", after: str = "") -> None:
    EventChange.objects.create(
        event=event, act=act, before=before[:200], after=after[:200], reason=hand.reason, by=hand.by
    )


def notes_of(event: Event, wanted: Plan, hand: Hand) -> list[Note]:
    """For the record of changes, where the session has begun and money may hang on it."""
    if event.starts_at > timezone.now():
        return []
    before, after = Window(event.starts_at, event.ends_at), wanted.window
    fields = {"title": [event.title, wanted.title], "started at": [str(before), str(after)]}
    changed = {label: values for label, values in fields.items() if values[0] != values[1]}
    return [
        Note(session.township, session.title, session.slug, "changed", changed, hand.by, hand.reason)
        for session in event.sessions.select_related("township")
    ]
