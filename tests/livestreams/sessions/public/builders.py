"""Sessions around the moment at which a test runs."""

import datetime

from django.test import Client
from django.utils import timezone

from livestreams.sessions.models import Session
from tests.livestreams.sessions.builders import Stage, planned

SCHEDULE = "/live/"
Span = tuple[datetime.datetime, datetime.datetime]


def soon(hours: float, length: float = 2) -> Span:
    """From so many hours ahead on (behind, where negative), at full minutes."""
    begin = timezone.now().replace(second=0, microsecond=0) + datetime.timedelta(hours=hours)
    return begin, begin + datetime.timedelta(hours=length)


def show(stage: Stage, hours: float = 3, **said: object) -> Session:
    """One of our sessions, announced unless `said` otherwise."""
    begin, end = soon(hours)
    return planned(stage, starts_at=begin, ends_at=end, crew=(), **said).sessions.first()


def change(session: Session, **fields: object) -> None:
    Session.objects.filter(pk=session.pk).update(**fields)


def read(client: Client, path: str = SCHEDULE) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()
