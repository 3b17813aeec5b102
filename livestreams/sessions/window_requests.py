"""Changes of time that wait for a clerk: asked for, and taken back."""

import datetime
from dataclasses import asdict

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from livestreams.rooms.changing import Hand
from livestreams.rooms.refusals import Refused
from livestreams.sessions.adopting import event_of
from livestreams.sessions.counting import Source, Window
from livestreams.sessions.crediting import Effect
from livestreams.sessions.models import EventChange, Session, WindowRequest

State = WindowRequest.State
Times = tuple[datetime.datetime | None, datetime.datetime | None]


@transaction.atomic
def ask(session: Session, source: Source, times: Times, hand: Hand, effect: Effect) -> WindowRequest:
    """Put down what somebody wants. A second asking takes the place of the first."""
    start, end = times
    said = {
        "source": source, "started_at": start, "ended_at": end, "reason": hand.reason[:200], "asked_by": hand.by,
        "moves": [asdict(move) for move in effect.moves], "asked_at": hand.now or timezone.now(),
    }  # fmt: skip
    request, _made = WindowRequest.objects.update_or_create(session=session, state=State.WAITING, defaults=said)
    note(request, EventChange.Act.TIME_ASKED, hand, hand.reason)
    return request


def waiting_of(session: Session) -> WindowRequest | None:
    return session.window_requests.waiting().select_related("asked_by").first()


def last_answer(session: Session) -> WindowRequest | None:
    """What the office said last, for who asked."""
    answered = session.window_requests.filter(state__in=(State.GRANTED, State.REFUSED))
    return answered.select_related("asked_by", "decided_by").order_by("-decided_at").first()


@transaction.atomic
def withdraw(request: WindowRequest, hand: Hand) -> None:
    """Taken back by who asked. Raises Refused where somebody else did, or it was decided meanwhile."""
    if request.asked_by_id != (hand.by.pk if hand.by else None):
        raise Refused(_("Only who asked for it can take it back."))
    settle(request, State.WITHDRAWN, hand)
    note(request, EventChange.Act.TIME_TAKEN_BACK, hand)


def withdraw_where(session: Session, hand: Hand) -> None:
    """Whoever enters a time anew no longer waits for the one they asked for before."""
    if request := session.window_requests.waiting().filter(asked_by=hand.by).first():
        settle(request, State.WITHDRAWN, hand)


def settle(request: WindowRequest, state: str, hand: Hand, answer: str = "") -> None:
    """Decide once. Raises Refused where somebody was quicker."""
    now = hand.now or timezone.now()
    waiting = WindowRequest.objects.waiting().filter(pk=request.pk)
    if not waiting.update(state=state, decided_by=hand.by, decided_at=now, answer=answer[:200]):
        raise Refused(_("This was decided already."))


def note(request: WindowRequest, act: EventChange.Act, hand: Hand, reason: str = "") -> None:
    session = Session.objects.select_related("event", "township").get(pk=request.session_id)
    before = Window(session.started_at, session.ended_at)
    EventChange.objects.create(
        event=event_of(session, hand.by), session=session, act=act, before=str(before), after=wanted_words(request),
        reason=reason[:200], by=hand.by,
    )  # fmt: skip


def wanted_words(request: WindowRequest) -> str:
    """`the platform 06-01 20:00–22:00`, or that a source is to be taken away."""
    source = Source(request.source).label
    if request.started_at is None or request.ended_at is None:
        return _("without what it says: %(source)s") % {"source": source}
    return f"{source} {Window(request.started_at, request.ended_at)}"
