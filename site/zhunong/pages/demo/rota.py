"""Who takes the demo's rooms, and when: a rota of weeks, with an evening off or called off now and then."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from zhunong.pages.demo.sign_in import LEADER, MEMBER, ROOM_MANAGER, VILLAGER

LEFT, RIGHT, TRAINING = "左直播间", "右直播间", "培训室"
PAST_DAYS, DAYS_TO_COME = 30, 14
FOURTEEN, XIABAI, CHANGGAN = "fourteen", "xiabai-team", "changgan-team"


@dataclass(frozen=True)
class Slot:
    """A fixed place in the week, Monday = 0. What the room manager writes down, a team asked for by telephone."""

    weekday: int
    room: str
    team: str
    begins: time
    minutes: int
    purpose: str
    who: str


ROTA = [
    Slot(0, RIGHT, XIABAI, time(19), 120, "live", VILLAGER),
    Slot(1, LEFT, FOURTEEN, time(19, 30), 150, "live", LEADER),
    Slot(2, RIGHT, CHANGGAN, time(9, 30), 90, "filming", ROOM_MANAGER),
    Slot(2, RIGHT, XIABAI, time(19), 120, "live", VILLAGER),
    Slot(3, LEFT, FOURTEEN, time(19, 30), 150, "live", LEADER),
    Slot(3, TRAINING, FOURTEEN, time(15), 120, "training", ROOM_MANAGER),
    Slot(4, RIGHT, XIABAI, time(19), 120, "live", VILLAGER),
    Slot(5, LEFT, FOURTEEN, time(14), 120, "rehearsal", MEMBER),
    Slot(5, RIGHT, CHANGGAN, time(19, 30), 120, "live", ROOM_MANAGER),
    Slot(6, RIGHT, XIABAI, time(10), 120, "filming", MEMBER),
    Slot(6, LEFT, FOURTEEN, time(18, 30), 180, "live", LEADER),
]


@dataclass(frozen=True)
class Booking:
    """One of the demo's bookings; `cancelled_at` where the team called it off."""

    room: str
    team: str
    starts_at: datetime
    minutes: int
    purpose: str
    who: str
    booked_at: datetime
    cancelled_at: datetime | None = None


def plan_bookings(today: date) -> list[Booking]:
    """Of the past month and the two weeks to come, in the order in which they were booked."""
    days = [today + timedelta(number) for number in range(-PAST_DAYS, DAYS_TO_COME + 1)]
    planned = [booking for day in days for booking in bookings_of(day, today)]
    return sorted(planned, key=lambda booking: (booking.booked_at, booking.starts_at, booking.room))


def bookings_of(day: date, today: date) -> Iterator[Booking]:
    """A past day lacks one now and then, or has one that was called off."""
    for slot in ROTA:
        rng = Random(f"{day}:{slot}")
        fate = rng.random() if day < today else 1
        if slot.weekday == day.weekday() and fate > 0.15:
            starts_at = datetime.combine(day, slot.begins)
            booked_on = min(day - timedelta(rng.randrange(2, 8)), today - timedelta(1))
            yield Booking(
                slot.room, slot.team, starts_at, slot.minutes, slot.purpose, slot.who,
                datetime.combine(booked_on, time(rng.randrange(8, 18), rng.randrange(60))),
                starts_at - timedelta(hours=20) if fate < 0.25 else None,
            )  # fmt: skip
