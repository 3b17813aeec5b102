"""The office's desk for tests: whoever sits at it, and bookings of the day after tomorrow, whenever the tests run."""

import datetime

from django.test import Client
from django.utils import timezone

from livestreams.rooms.booking import Order, book
from livestreams.rooms.hours import moment
from livestreams.rooms.models import Occupancy, Room
from livestreams.teams.models import Team
from tests.livestreams.rooms.builders import Centre
from zhunong.access.models import User


def desk_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def at(hour: float, days: int = 2) -> datetime.datetime:
    return moment(timezone.localdate() + datetime.timedelta(days)) + datetime.timedelta(hours=hour)


def booked(centre: Centre, hour: float = 19, room: Room | None = None, team: Team | None = None, **how: object):
    """An hour of `theirs` in the right room, booked by their member."""
    days = how.pop("days", 2)
    order = Order(room or centre.right, team or centre.theirs, at(hour, days), 60, **how)
    return book(order, centre.rival)


def there(room: Room, hour: float, minutes: int = 60, reason: str = "检修", **more: object) -> dict[str, object]:
    """A form that puts a booking there."""
    start = at(hour)
    place = {"room": room.pk, "day": f"{start:%Y-%m-%d}", "time": f"{start:%H:%M}", "minutes": minutes}
    return place | {"reason": reason} | more


def fresh(row: Occupancy) -> Occupancy:
    return Occupancy.objects.get(pk=row.pk)
