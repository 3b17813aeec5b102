import datetime
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.utils import timezone

from livestreams.rooms.booking import Order, book
from livestreams.rooms.models import Occupancy, Room
from livestreams.teams.models import Team
from tests.livestreams.rooms.builders import Centre
from zhunong.access.models import User


@pytest.fixture
def evening() -> datetime.datetime:
    """Eight in the evening of the day after tomorrow: rooms are open then, whenever the tests run."""
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
def phone(centre: Centre, phone_of: Callable[[User], Client]) -> Client:
    """Of a member of `theirs`, who may book the right room at once."""
    return phone_of(centre.rival)


@pytest.fixture
def booked(centre: Centre, evening: datetime.datetime) -> Callable[..., Occupancy]:
    def make(room: Room | None = None, team: Team | None = None, shift: float = 0, **fields: object) -> Occupancy:
        start = evening + datetime.timedelta(hours=shift)
        order = Order(room or centre.right, team or centre.theirs, start, 60, **fields)
        return book(order, centre.rival)

    return make


@pytest.fixture
def site_styles() -> Callable[[str], int]:
    """How heavy the style sheets are that a page links to, in bytes as they are written."""

    def weigh(page: str) -> int:
        names = re.findall(r'href="/static/([\w/.-]+?\.css)', page)
        files = [finders.find(re.sub(r"\.[0-9a-f]{12}\.css$", ".css", name)) for name in names]
        assert files and all(files)
        return sum(Path(file).stat().st_size for file in files)

    return weigh
