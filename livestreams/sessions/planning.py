"""Planning an event and its sessions, changing the plan, calling it off: one writer for all of it.

Every write holds the crediting of the sales room, so that two of them never run at once: what is looked at in one
(an account that is free, a form that was sent before) is still so when it is written.
"""

from collections.abc import Callable, Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from livestreams.rooms.changing import Hand
from livestreams.rooms.ledger import refusing
from livestreams.rooms.refusals import Refused
from livestreams.sessions import claims, crediting, sharing
from livestreams.sessions.crediting import Effect, Note, Span
from livestreams.sessions.filling import fill, free_crew, put_crew, put_sessions, take_away
from livestreams.sessions.models import Event, EventChange
from livestreams.sessions.plans import Plan, plan_of, refuse_unless_sound
from livestreams.sessions.windows import ClerksMatter, Window, own_gain_refused

__all__ = ["Plan", "cancel", "change_plan", "plan", "plan_of"]


def plan(wanted: Plan, hand: Hand) -> Event:
    """A new event. Sent twice with one key, it is one. Raises Refused with nothing written."""
    if made := already_made(wanted, hand):
        return made
    refuse_unless_sound(wanted)
    holder: list[Event] = []

    def write(spans: list[Span]) -> None:
        if made := already_made(wanted, hand):  # by the same form, a moment ago
            holder[:] = [made]
            return
        event = Event(township=wanted.township, key=wanted.key, made_by=hand.by)
        holder[:] = [event]
        fill(event, wanted)
        sharing.put_parts(event, wanted.parts, wanted.own)
        put_crew(event, wanted, hand)
        put_sessions(event, wanted, spans)
        claims.refuse_to_announce(event)
        record(event, EventChange.Act.PLANNED, hand, after=in_words(event))

    carry_out(write, hand)
    return holder[0]


def already_made(wanted: Plan, hand: Hand) -> Event | None:
    made = Event.objects.filter(key=wanted.key).first()
    if made and made.made_by != hand.by:
        raise Refused(_("This page is out of date. Open it again."))
    return made


def change_plan(event: Event, wanted: Plan, hand: Hand) -> Event:
    """The same event otherwise. Raises Refused; then all stays as it was."""
    refuse_unless_sound(wanted)

    def write(spans: list[Span]) -> None:
        row = standing(event)
        left, before, was_announced = row.booking_id, in_words(row), row.is_announced
        fill(row, wanted)
        claims.refuse_to_announce(row, was_announced)
        claims.untick_words(row)
        put_crew(row, wanted, hand, left)
        put_sessions(row, wanted, spans)
        sharing.propose_in(row, wanted.parts, wanted.own, hand, spans)
        record(row, EventChange.Act.CHANGED, hand, before, in_words(row))

    carry_out(write, hand, notes_of(event, wanted, hand))
    return Event.objects.get(pk=event.pk)


def standing(event: Event) -> Event:
    """The event as it is now, locked. Raises Refused where it was cancelled meanwhile."""
    row = Event.objects.select_for_update().get(pk=event.pk)
    if row.cancelled_at:
        raise Refused(_("It was cancelled: plan a new one."))
    return row


def cancel(event: Event, hand: Hand) -> Event:
    """It does not take place: its people are free, its sessions are no more. Raises Refused where one was held."""

    def write(spans: list[Span]) -> None:
        row = Event.objects.select_for_update().get(pk=event.pk)
        if row.cancelled_at:
            return
        for session in row.sessions.select_related("account"):
            take_away(session, spans)
        free_crew(row, hand)
        row.cancelled_at, row.cancel_reason = hand.now or timezone.now(), hand.reason
        row.save(update_fields=["cancelled_at", "cancel_reason"])
        record(row, EventChange.Act.CANCELLED, hand, before=in_words(row))

    carry_out(write, hand)
    return Event.objects.get(pk=event.pk)


def carry_out(write: Callable[[list[Span]], None], hand: Hand, notes: Iterable[Note] = ()) -> Effect:
    """Raises Refused, also where it would give money to a team of the planner's own: another clerk has to enter it."""
    try:
        with refusing():
            return crediting.carry_out(write, notes, check=own_gain_refused(hand))
    except ClerksMatter as matter:
        words = {"lines": matter.effect.lines}
        raise Refused(
            _("%(lines)s order lines of that time are credited otherwise already. Ask the township staff to enter it.")
            % words
        ) from matter


def in_words(event: Event) -> str:
    """`樱桃专场 06-01 20:00–22:00 左直播间`, for the record."""
    return f"{event.title} {Window(event.starts_at, event.ends_at)} {event.where}"


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
