"""What an event consists of: its people, and a session on each account. Within a write of `planning`."""

import uuid

from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from livestreams.rooms.changing import Hand
from livestreams.rooms.ledger import Ledger, opened
from livestreams.rooms.models import Engagement, Occupancy
from livestreams.rooms.refusals import Refused
from livestreams.sessions import sharing
from livestreams.sessions.crediting import Span
from livestreams.sessions.models import Crew, Event, Session
from livestreams.sessions.plans import Plan, refuse_unless_booked
from livestreams.sessions.windows import put
from livestreams.teams.models import Account
from zhunong.access.models import User


def fill(event: Event, wanted: Plan) -> None:
    event.title, event.starts_at, event.ends_at = wanted.title.strip(), wanted.starts_at, wanted.ends_at
    event.booking, event.place = wanted.booking, "" if wanted.booking else wanted.place.strip()
    event.is_announced, event.note = wanted.is_announced, wanted.note.strip()
    event.save()


def put_crew(event: Event, wanted: Plan, hand: Hand, left: int | None = None) -> None:
    """Who does what. They are in no other event then: the room's book keeps people apart. Raises Elsewhere.

    `left`: the booking (primary key) that the event had before.
    """
    event.crew.all().delete()
    Crew.objects.bulk_create(Crew(event=event, person=person, job=job) for person, job in dict.fromkeys(wanted.crew))
    people = {person.pk: person for person, _job in wanted.crew}
    with opened(event.township_id, hand.by, hand.now) as ledger:
        if left and left != event.booking_id:
            leave(ledger, event, left)
        if event.booking_id is None:
            span = (event.starts_at, event.ends_at)
            ledger.engage_elsewhere(event.key, f"{event.title} · {event.place}"[:200], span, people.values())
            return
        row = ledger.get(event.booking_id)
        refuse_unless_booked(wanted, row)
        Engagement.objects.filter(event_key=event.key).delete()
        ledger.engage(row, [*people.values(), *others_in(row, event)])


def free_crew(event: Event, hand: Hand) -> None:
    """Its people are in it no longer; their jobs stay, for the record."""
    Engagement.objects.filter(event_key=event.key).delete()
    if event.booking_id:
        with opened(event.township_id, hand.by, hand.now) as ledger:
            leave(ledger, event, event.booking_id)


def leave(ledger: Ledger, event: Event, booking: int) -> None:
    """Of who comes to a booking, those of other events in it alone are left."""
    row = ledger.get(booking)
    if not row.ended:
        ledger.engage(row, others_in(row, event))


def others_in(row: Occupancy, event: Event) -> list[User]:
    """Crews of other events in the same booking."""
    crews = Crew.objects.filter(event__booking=row, event__cancelled_at=None).exclude(event=event)
    return [each.person for each in crews.select_related("person")]


def put_sessions(event: Event, wanted: Plan, spans: list[Span]) -> None:
    """One for each account of the plan, and no others. Raises Refused where one was held that it leaves out."""
    kept = {session.account_id: session for session in event.sessions.select_related("account", "township")}
    dropped = [session for account, session in kept.items() if account not in {each.pk for each in wanted.accounts}]
    for account in wanted.accounts:
        put_session(event, account, wanted, spans, kept.get(account.pk))
    for session in dropped:
        take_away(session, spans)


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
        sharing.begin(event, row)
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
