"""场次: what the person's teams have before them and behind them, and what waits for their answer."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from livestreams.sessions.access import PLAN
from livestreams.sessions.models import Event, EventTeam, Session, SessionShare, WindowRequest
from livestreams.sessions.models.events import EventQuerySet
from livestreams.sessions.phone.own import teams_of, user_of
from livestreams.teams.models import Ownership, Team
from zhunong.access.doors import open_to

MOST = 40
PAST_DAYS = 28
Answer = EventTeam.Answer


@never_cache
@open_to(PLAN)
@require_GET
def sessions(request: HttpRequest) -> HttpResponse:
    """What is to come, what was in the last weeks, and what waits."""
    teams = teams_of(user_of(request))
    now = timezone.now()
    events = events_of(teams).select_related("booking__room")
    recent = events.filter(ends_at__gt=now - datetime.timedelta(PAST_DAYS))
    coming = list(events.standing().filter(ends_at__gt=now).order_by("starts_at", "pk")[:MOST])
    past = list(recent.exclude(cancelled_at=None, ends_at__gt=now).order_by("-starts_at", "-pk")[:MOST])
    prefetch_related_objects([*coming, *past], Prefetch("sessions", Session.objects.select_related("account")))
    context = {
        "teams": teams, "past_days": PAST_DAYS, "asked": asked_of(teams), "requests": requests_of(teams),
        "coming": coming, "past": past,
        "tabled": tabled(teams, now - datetime.timedelta(PAST_DAYS)),
    }  # fmt: skip
    return render(request, "my_sessions/list.html", context)


def events_of(teams: Sequence[Team]) -> EventQuerySet:
    """Those that the teams planned, agreed to, or are credited with."""
    mine = EventTeam.objects.filter(team__in=teams, answer__in=(Answer.OWN, Answer.AGREED))
    credited = SessionShare.objects.filter(team__in=teams).exclude(session__event=None)
    return Event.objects.filter(Q(pk__in=mine.values("event")) | Q(pk__in=credited.values("session__event")))


def asked_of(teams: Sequence[Team]) -> QuerySet[EventTeam]:
    """Parts that another team offers, and nobody has answered."""
    rows = EventTeam.objects.filter(team__in=teams, answer=Answer.ASKED, event__cancelled_at=None)
    return rows.select_related("event__booking__room", "event__made_by", "team").order_by("event__starts_at")[:MOST]


def knowing_asked(teams: QuerySet[Team]) -> QuerySet[Team]:
    """The teams, each knowing whether it is asked for anything: so the first page asks no more where none is."""
    rows = EventTeam.objects.filter(team=OuterRef("pk"), answer=Answer.ASKED, event__cancelled_at=None)
    return teams.annotate(is_asked=Exists(rows))


def asked_if_any(teams: Sequence[Any]) -> Sequence[EventTeam]:
    """What teams of `knowing_asked` are asked."""
    return list(asked_of(teams)) if any(team.is_asked for team in teams) else []


def requests_of(teams: Sequence[Team]) -> QuerySet[WindowRequest]:
    """Changes of time that the teams asked for and that wait for a clerk."""
    shared = SessionShare.objects.filter(team__in=teams).values("session")
    rows = WindowRequest.objects.filter(session__in=shared, state=WindowRequest.State.WAITING)
    return rows.select_related("session__account")[:MOST]


def tabled(teams: Sequence[Team], since: datetime.datetime) -> QuerySet[Session]:
    """Sessions that came by a table, and nobody has planned here."""
    owned = Ownership.objects.filter(team__in=teams).on(timezone.localdate()).values("account")
    shared = SessionShare.objects.filter(team__in=teams).values("session")
    whose: Any = Q(pk__in=shared) | Q(shares=None, account__in=owned)
    rows = Session.objects.filter(whose, event=None, ended_at__gt=since)
    return rows.select_related("account").order_by("-started_at")[:MOST]
