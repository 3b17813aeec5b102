"""Broadcasts to come and those that were, as visitors see them: when, which team, on which account."""

import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from livestreams.sessions.models import Session, SessionShare
from livestreams.sessions.public.reading import visible
from livestreams.teams.models import Team
from products.platforms import app_name

RECENT = datetime.timedelta(days=60)


def of_township(township: int | None) -> QuerySet[Session]:
    """What visitors may know of."""
    return visible().filter(township=township)


def of_team(team: Team) -> QuerySet[Session]:
    return visible().filter(shares__team=team)


def with_team(sessions: QuerySet[Session]) -> QuerySet[Session]:
    """Each with its account and the name of the team that has the greatest share in it, in the same query."""
    shares = SessionShare.objects.filter(session=OuterRef("pk")).order_by("-percent", "team__slug")
    return sessions.select_related("account").annotate(team_name=Subquery(shares.values("team__name")[:1]))


def coming(sessions: QuerySet[Session], count: int) -> list[dict[str, Any]]:
    """Those under way and the next ones."""
    found = with_team(sessions).filter(ended_at__gt=timezone.now()).order_by("started_at", "pk")
    return [shown(session) for session in found[:count]]


def past(sessions: QuerySet[Session], count: int) -> list[dict[str, Any]]:
    """The latest of the last two months."""
    now = timezone.now()
    found = with_team(sessions).filter(ended_at__lte=now, started_at__gt=now - RECENT).order_by("-started_at", "pk")
    return [shown(session) for session in found[:count]]


def shown(session: Session) -> dict[str, Any]:
    """What a line of a list says. No person: a team, a platform, the account's public name."""
    return {
        "title": session.title,
        "url": reverse("live_public:session", args=(session.slug,)),
        "replay": session.replay_url,
        "begin": timezone.localtime(session.started_at),
        "end": timezone.localtime(session.ended_at),
        "is_live": session.started_at <= timezone.now() < session.ended_at,
        "platform": app_name(session.account.platform),
        "account": session.account.nickname,
        "team": getattr(session, "team_name", None) or "",
    }
