import datetime
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from livestreams.sessions.models import Event, LineUpItem
from tests.livestreams.sessions.builders import Stage, planned
from tests.livestreams.sessions.lines import put_three
from zhunong.access.models import User

Phone = Callable[[User], Client]


@pytest.fixture
def phone_of() -> Phone:
    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return signed_in


@pytest.fixture
def phone(stage: Stage, phone_of: Phone) -> Client:
    """Of a member of `ours`."""
    return phone_of(stage.centre.member)


@pytest.fixture
def running(stage: Stage) -> Event:
    """An event that began ten minutes ago and goes on for two hours."""
    begin = timezone.now().replace(second=0, microsecond=0) - datetime.timedelta(minutes=10)
    return planned(stage, starts_at=begin, ends_at=begin + datetime.timedelta(hours=2))


@pytest.fixture
def items(stage: Stage, running: Event) -> list[LineUpItem]:
    """Twenty minutes each."""
    return put_three(stage, running, minutes=20, points="脆、多汁\n早上摘的", stock=80)
