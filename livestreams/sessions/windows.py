"""The time of a session: planned, pressed here, and the platform's own. The platform's wins (design, section 7).

A time that the tables set holds until one of the three is entered anew.
"""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from django.db import IntegrityError, models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.rooms.changing import Hand
from livestreams.rooms.refusals import Refused
from livestreams.sessions import crediting
from livestreams.sessions.adopting import event_of
from livestreams.sessions.crediting import Effect, Note, Span
from livestreams.sessions.models import EventChange, Session, WindowRequest
from livestreams.teams.models import Team

LONGEST = datetime.timedelta(hours=36)


class Source(models.TextChoices):
    """The stronger first."""

    PLATFORM = "platform", gettext_lazy("the platform")
    PRESSED = "pressed", gettext_lazy("pressed here")
    PLANNED = "planned", gettext_lazy("planned")


class Window(NamedTuple):
    start: datetime.datetime
    end: datetime.datetime

    def __str__(self) -> str:
        start, end = timezone.localtime(self.start), timezone.localtime(self.end)
        return f"{start:%m-%d %H:%M}–{end:{'%H:%M' if start.date() == end.date() else '%m-%d %H:%M'}}"


@dataclass(frozen=True)
class Outcome:
    """Done with its effect, or waiting for a clerk."""

    effect: Effect | None = None
    request: WindowRequest | None = None


class ClerksMatter(Exception):
    """It would give money to the asker's own team: only a clerk may."""

    def __init__(self, effect: Effect) -> None:
        super().__init__()
        self.effect = effect


def counting(session: Session) -> Window:
    """The time that counts, each end from its strongest source; an end before the start keeps the planned length."""
    start = session.platform_start or session.pressed_start or session.planned_start or session.started_at
    end = session.platform_end or session.pressed_end or session.planned_end or session.ended_at
    if end <= start:
        length = (session.planned_end or session.ended_at) - (session.planned_start or session.started_at)
        end = start + length
    return Window(start, end)


def source_of(session: Session) -> Source | None:
    """Where the start that counts is from; None = the tables."""
    return next((source for source in Source if getattr(session, f"{source}_start")), None)


def set_times(
    session: Session, source: Source, start: datetime.datetime | None, end: datetime.datetime | None,
    hand: Hand, expected: str | None = None,
) -> Outcome:  # fmt: skip
    """Enter what a source says (None takes it away) and let the strongest count.

    Raises Refused in one sentence, `crediting.Otherwise` where `expected` is no longer what would happen. What would
    give money to the asker's own team is put down as a request instead.
    """
    write = writing_times(session, source, start, end, hand)
    check = None if hand.of_the_office else own_gain_refused(hand)
    try:
        return Outcome(crediting.carry_out(write, [note_of(session, source, start, end, hand)], expected, check))
    except ClerksMatter as matter:
        return Outcome(matter.effect, ask_a_clerk(session, source, Window(*whole(session, start, end)), hand, matter))


def foresee_times(
    session: Session, source: Source, start: datetime.datetime | None, end: datetime.datetime | None, hand: Hand
) -> Effect:
    """What `set_times` would move."""
    return crediting.foresee(writing_times(session, source, start, end, hand))


def writing_times(
    session: Session, source: Source, start: datetime.datetime | None, end: datetime.datetime | None, hand: Hand
) -> Callable[[list[Span]], None]:
    def write(spans: list[Span]) -> None:
        row = Session.objects.select_related("township", "account", "event").get(pk=session.pk)
        before = Window(row.started_at, row.ended_at)
        setattr(row, f"{source}_start", start)
        setattr(row, f"{source}_end", end)
        put(row, spans)
        EventChange.objects.create(
            event=event_of(row, hand.by), session=row, act=EventChange.Act.WINDOW, before=str(before),
            after=str(Window(row.started_at, row.ended_at)), reason=hand.reason, by=hand.by,
        )  # fmt: skip

    return write


def put(row: Session, spans: list[Span]) -> None:
    """Let the strongest source count, and save. Raises Refused where another session of the account is then."""
    before, now = Window(row.started_at, row.ended_at), counting(row)
    if now.end - now.start > LONGEST:
        raise Refused(_("That is longer than 36 hours: look at the day of the end."))
    row.started_at, row.ended_at = now
    refuse_overlap(row)
    try:
        row.save()
    except IntegrityError as error:
        raise Refused(_("Another session of this account begins at that moment.")) from error
    spans += [Span(row.account_id, *before), Span(row.account_id, *now)]


def refuse_overlap(row: Session) -> None:
    others = Session.objects.filter(account=row.account_id, started_at__lt=row.ended_at, ended_at__gt=row.started_at)
    if other := others.exclude(pk=row.pk).order_by("started_at").first():
        words = {"title": other.title, "window": Window(other.started_at, other.ended_at), "account": row.account}
        raise Refused(
            _("“%(title)s” (%(window)s) is on %(account)s then. Choose another time, or change that one first.") % words
        )


def own_gain_refused(hand: Hand) -> Callable[[Effect], None]:
    """Raises ClerksMatter where money would move to a team of the asker's."""

    def check(effect: Effect) -> None:
        own = Team.objects.of_person(hand.by).values_list("slug", flat=True)
        if crediting.gains(effect, own):
            raise ClerksMatter(effect)

    return check


def whole(
    session: Session, start: datetime.datetime | None, end: datetime.datetime | None
) -> tuple[datetime.datetime, datetime.datetime]:
    return start or session.started_at, end or session.ended_at


def ask_a_clerk(session: Session, source: Source, window: Window, hand: Hand, matter: ClerksMatter) -> WindowRequest:
    """A second asking takes the place of the first."""
    moves = [asdict(move) for move in matter.effect.moves]
    request, _made = WindowRequest.objects.update_or_create(
        session=session, state=WindowRequest.State.WAITING,
        defaults={
            "source": source, "started_at": window.start, "ended_at": window.end, "reason": hand.reason,
            "moves": moves, "asked_by": hand.by,
        },
    )  # fmt: skip
    return request


def decide(
    request: WindowRequest, is_granted: bool, hand: Hand, answer: str = "", expected: str | None = None
) -> WindowRequest:
    """A clerk's yes or no. Raises Refused where it was decided already or the time is taken by now."""
    if not WindowRequest.objects.filter(pk=request.pk, state=WindowRequest.State.WAITING).exists():
        raise Refused(_("This was decided already."))
    if is_granted:
        reason = f"{request.reason} {answer}".strip()[:200]
        office = Hand(hand.by, of_the_office=True, reason=reason, now=hand.now)
        set_times(request.session, Source(request.source), request.started_at, request.ended_at, office, expected)
    request.state = WindowRequest.State.GRANTED if is_granted else WindowRequest.State.REFUSED
    request.decided_by, request.decided_at, request.answer = hand.by, hand.now or timezone.now(), answer
    request.save()
    return request


def press(sessions: Sequence[Session], which: str, hand: Hand) -> Outcome:
    """`start` or `end` tapped here, for these sessions at once. Raises Refused."""
    now = (hand.now or timezone.now()).replace(microsecond=0)

    def write(spans: list[Span]) -> None:
        for row in Session.objects.select_related("township", "account", "event").filter(
            pk__in=[s.pk for s in sessions]
        ):
            setattr(row, f"pressed_{which}", now)
            if which == "end" and row.pressed_start and row.pressed_start >= now:
                raise Refused(_("It has not begun yet."))
            put(row, spans)
            EventChange.objects.create(
                event=event_of(row, hand.by), session=row, act=EventChange.Act.PRESSED, after=which, by=hand.by
            )

    check = None if hand.of_the_office else own_gain_refused(hand)
    try:
        return Outcome(crediting.carry_out(write, check=check))
    except ClerksMatter as matter:
        sentence = _("Orders of that time are already credited otherwise: ask the township staff to change the time.")
        raise Refused(sentence) from matter


def note_of(session: Session, source: Source, start: Any, end: Any, hand: Hand) -> Note:
    """For the record of changes."""
    after = counting(with_times(session, source, start, end))
    before = Window(session.started_at, session.ended_at)
    fields = {"started at": told(before.start, after.start), "ended at": told(before.end, after.end)}
    return Note(session.township, session.title, session.slug, "changed", fields, hand.by, hand.reason)


def with_times(session: Session, source: Source, start: Any, end: Any) -> Session:
    copy = Session(**{field.attname: getattr(session, field.attname) for field in Session._meta.concrete_fields})
    setattr(copy, f"{source}_start", start)
    setattr(copy, f"{source}_end", end)
    return copy


def told(before: datetime.datetime, after: datetime.datetime) -> list[str]:
    return [f"{timezone.localtime(each):%Y-%m-%d %H:%M:%S}" for each in (before, after)]
