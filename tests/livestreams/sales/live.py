"""Sessions for the tests of sales: planned and moved by a clerk."""

import datetime

from django.utils import timezone

from livestreams.rooms.changing import Hand
from livestreams.sessions.counting import Source
from livestreams.sessions.models import Session
from livestreams.sessions.planning import Plan
from livestreams.teams.models import Account, Team
from zhunong.places.models import Township

CLERK = Hand(None, of_the_office=True, reason="改时间")
PLATFORM = Source.PLATFORM


def moment(text: str) -> datetime.datetime:
    """`05-31 21:30` in Beijing."""
    return timezone.make_aware(datetime.datetime.fromisoformat(f"2026-{text}"))


def shifted(session: Session, minutes: int, longer: int = 0) -> tuple[datetime.datetime, datetime.datetime]:
    shift = datetime.timedelta(minutes=minutes)
    return session.started_at + shift, session.ended_at + shift + datetime.timedelta(minutes=longer)


def wanted(title: str, accounts: list[Account], span: Session | tuple, parts: dict[str, int]) -> Plan:
    start, end = (span.started_at, span.ended_at) if isinstance(span, Session) else map(moment, span)
    teams = {team.slug: team for team in Team.objects.all()}
    return Plan(
        township=Township.objects.get(), title=title, starts_at=start, ends_at=end, accounts=accounts, place="果园",
        parts={teams[slug]: percent for slug, percent in parts.items()}, own=[teams[next(iter(parts))]],
    )  # fmt: skip
