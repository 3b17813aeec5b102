import datetime
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from livestreams.rooms.booking import Order, book
from livestreams.rooms.changing import Hand
from livestreams.rooms.models import Occupancy
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
def phone_of() -> Callable[[User], Client]:
    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return signed_in


@pytest.fixture
def phone(stage: Stage, phone_of: Callable[[User], Client]) -> Client:
    """Of the leader of `ours`."""
    return phone_of(stage.centre.leader)


@pytest.fixture
def room_at_eight(stage: Stage, evening: datetime.datetime) -> Occupancy:
    """The left room, booked by `ours` for an hour and a half."""
    order = Order(stage.centre.left, stage.ours, evening, 90, people=[stage.centre.leader, stage.centre.member])
    return book(order, stage.centre.leader)


@pytest.fixture
def event_of(stage: Stage, evening: datetime.datetime) -> Callable[..., Event]:
    """Planned for the evening by the leader, unless said otherwise."""

    def make(by: User | None = None, **said: Any) -> Event:
        times = {"starts_at": evening, "ends_at": evening + datetime.timedelta(hours=2)}
        return plan(wanted(stage, **times | said), Hand(by or stage.centre.leader))

    return make


@pytest.fixture
def filled(stage: Stage, evening: datetime.datetime) -> Callable[..., dict[str, Any]]:
    """What the form sends: an orchard in the evening, on Douyin, by the leader, unless said otherwise."""

    def fields(**said: Any) -> dict[str, Any]:
        return {
            "title": "樱桃专场", "day": f"{evening:%Y-%m-%d}", "start": "20:00", "end": "22:00", "booking": "",
            "place": "下柏樱桃园", "accounts": [stage.douyin.pk], f"part_{stage.ours.pk}": 100,
            "job_host": [stage.centre.leader.pk], "is_announced": "on", "note": "", "key": str(uuid.uuid4()),
        } | said  # fmt: skip

    return fields
