"""Thousands of bookings in three rooms, written past the booking book: to count queries and to measure."""

import datetime

from livestreams.rooms.models import Occupancy, Room
from tests.livestreams.rooms.builders import Centre, at

HOUR = datetime.timedelta(hours=1)
SHORT = 30
"""Minutes: what fits between two of these bookings."""


def fill_weeks(centre: Centre, count: int) -> None:
    """Four weeks to come, with a short booking at every full hour."""
    Room.objects.filter(township=centre.township).update(lengths=f"{SHORT} 60", turn_around_minutes=0)
    fill(centre, count, at(9))


def fill_past(centre: Centre, count: int) -> None:
    fill(centre, count, at(7) - count // 3 * HOUR)


def fill(centre: Centre, count: int, begin: datetime.datetime) -> None:
    """One an hour in each room."""
    rooms = (centre.left, centre.right, centre.training)
    Occupancy.objects.bulk_create(
        Occupancy(
            room=rooms[number % 3], team=centre.ours, kind=Occupancy.Kind.BOOKING, starts_at=begin + number // 3 * HOUR,
            ends_at=begin + (number // 3 + 0.25) * HOUR, blocked_until=begin + (number // 3 + 0.25) * HOUR,
        )
        for number in range(count)
    )  # fmt: skip
