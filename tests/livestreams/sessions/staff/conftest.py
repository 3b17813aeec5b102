import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from livestreams.rooms.changing import Hand
from livestreams.sessions.models import Event
from livestreams.sessions.planning import plan
from tests.livestreams.sessions.builders import Stage, wanted
from zhunong.access.models import User


@pytest.fixture
def evening() -> datetime.datetime:
    """Eight in the evening of the day after tomorrow."""
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + datetime.timedelta(days=2, hours=20)


@pytest.fixture
def desk_of() -> Callable[[User], Client]:
    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return signed_in


@pytest.fixture
def desk(stage: Stage, desk_of: Callable[[User], Client]) -> Client:
    """Of the township's staff."""
    return desk_of(stage.centre.staff)


@pytest.fixture
def event_of(stage: Stage, evening: datetime.datetime) -> Callable[..., Event]:
    """Planned for the evening by the leader, unless said otherwise."""

    def make(by: User | None = None, **said: Any) -> Event:
        times = {"starts_at": evening, "ends_at": evening + datetime.timedelta(hours=2)}
        return plan(wanted(stage, **times | said), Hand(by or stage.centre.leader))

    return make
