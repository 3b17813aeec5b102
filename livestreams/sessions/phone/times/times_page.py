"""The times of an own session side by side, and entering the platform's own."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from livestreams.rooms.changing import Hand
from livestreams.rooms.refusals import Refused
from livestreams.sessions.access import PLAN
from livestreams.sessions.entering_times import Step, gains_own, sides, step, why_it_counts, window_of
from livestreams.sessions.models import EventTeam, Session
from livestreams.sessions.moves import told
from livestreams.sessions.phone.own import hand_of, own_session, user_of
from livestreams.sessions.telling import told as told_change
from livestreams.sessions.window_requests import last_answer, waiting_of, withdraw
from livestreams.teams.models import Team
from products.money import yuan
from zhunong.access.doors import open_to
from zhunong.access.models import User

ACTS = ("pressed", "window", "time_asked", "time_no", "time_back")


@never_cache
@open_to(PLAN)
def times(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows them; POST enters them, with a look first at what moves."""
    session = timed_session(user_of(request), pk)
    if request.method != "POST":
        return show(request, session)
    hand = hand_of(request, request.POST.get("reason", "").strip()[:200])
    made = step(session, request.POST.dict(), hand)
    if made.outcome:
        say(request, made)
        return redirect("my_sessions:times", pk)
    if made.effect:
        return render(
            request, "my_sessions/times_confirm.html", confirming(session, made, hand), status=status_of(made)
        )
    return show(request, session, made, status=409)


def timed_session(user: User, pk: int) -> Session:
    """An own session, unless the team was only asked to share in it. Raises Http404."""
    session, teams = own_session(user, pk), Team.objects.of_person(user)
    event, ours = session.event, (EventTeam.Answer.OWN, EventTeam.Answer.AGREED)
    if event and not event.parts.filter(team__in=teams, answer__in=ours).exists():
        shares = session.shares.all()
        if shares.exists() and not shares.filter(team__in=teams).exists():
            raise Http404
    return session


def show(request: HttpRequest, session: Session, made: Step | None = None, status: int = 200) -> HttpResponse:
    waiting = waiting_of(session)
    changes = session.changes.filter(act__in=ACTS).select_related("by", "session__account")
    context = {
        "session": session, "sides": sides(session), "why": why_it_counts(session), "waiting": waiting,
        "moves": list(told(waiting.moves)) if waiting else [], "answered": None if waiting else last_answer(session),
        "is_asker": waiting is not None and waiting.asked_by == request.user,
        "changes": [(each, told_change(each)) for each in changes[:20]],
        "problem": made.problem if made else "", "sent": made.sent if made else {},
    }  # fmt: skip
    return render(request, "my_sessions/times.html", context, status=status)


def confirming(session: Session, made: Step, hand: Hand) -> dict[str, Any]:
    assert made.asked
    assert made.effect
    return {
        "session": session, "made": made, "asked": made.asked, "wanted": window_of(session, made.asked),
        "moves": list(told(made.effect.moves)), "net": yuan(made.effect.net_fen), "reason": hand.reason,
        "is_clerks": gains_own(made.effect, hand),
    }  # fmt: skip


def status_of(made: Step) -> int:
    return 409 if made.problem or made.is_otherwise else 200


def say(request: HttpRequest, made: Step) -> None:
    if made.outcome and made.outcome.request:
        messages.warning(request, _("It waits for the township staff. Until then the time stays as it is."))
    else:
        messages.success(request, _("The times are entered."))


@open_to(PLAN)
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Whoever asked for another time no longer wants it."""
    session = timed_session(user_of(request), pk)
    try:
        if waiting := waiting_of(session):
            withdraw(waiting, hand_of(request))
            messages.success(request, _("Taken back."))
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect("my_sessions:times", pk)
