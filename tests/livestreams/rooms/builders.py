"""A centre with two livestream rooms and a training room, and teams that share them."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from livestreams.rooms.booking import Order, book
from livestreams.rooms.models import KitItem, Occupancy, OpeningHours, Room
from livestreams.teams.models import Team
from tests import people
from zhunong.access.models import User
from zhunong.places.models import Township

NOW = timezone.make_aware(datetime.datetime(2026, 6, 1, 8, 0))
"""A Monday morning."""


@dataclass
class Centre:
    """Left is kept for `ours`; right is for every team; training wants a yes."""

    township: Township
    left: Room
    right: Room
    training: Room
    ours: Team
    theirs: Team
    third: Team
    leader: User
    """Of ours, and so is the member."""
    member: User
    rival: User
    """Of theirs."""
    manager: User
    staff: User


def centre(slug: str = "anyu") -> Centre:
    """Rooms are open all day and night, every day."""
    township = Township.objects.create(slug=slug, name="安峪镇", county="绛县")
    ours, theirs, third = (
        Team.objects.create(slug=f"{slug}-{name}", name=title, township=township)
        for name, title in (("ours", "十四小只"), ("theirs", "柳庄队"), ("third", "郑柴队"))
    )
    rooms = [
        room(township, "左直播间", 1, access=Room.Access.ONE_TEAM, team=ours),
        room(township, "右直播间", 2),
        room(township, "培训室", 3, access=Room.Access.BY_REQUEST),
    ]
    return Centre(
        township, *rooms, ours, theirs, third,
        leader=people.leader_of(ours, f"{slug}-leader"), member=people.member_of(ours, f"{slug}-member"),
        rival=people.member_of(theirs, f"{slug}-rival"), manager=people.room_manager_of(township, f"{slug}-manager"),
        staff=people.staff_of(township, f"{slug}-staff"),
    )  # fmt: skip


def room(township: Township, name: str, order: int, **fields: object) -> Room:
    made = Room.objects.create(township=township, name=name, sort_order=order, **fields)
    midnight = datetime.time()
    OpeningHours.objects.bulk_create(
        OpeningHours(room=made, weekday=day, opens=midnight, closes=midnight) for day in range(7)
    )
    KitItem.objects.create(room=made, name="补光灯", quantity=3)
    return made


def at(hour: float, day: int = 0) -> datetime.datetime:
    """An hour of the Monday of `NOW`, or of `day` days later."""
    midnight = NOW.replace(hour=0)
    return midnight + datetime.timedelta(days=day, hours=hour)


def booked(
    place: Room, team: Team, starts_at: datetime.datetime, minutes: int = 60, by: User | None = None, **fields: object
) -> Occupancy:
    """A booking, made at `NOW` through the book."""
    return book(Order(place, team, starts_at, minutes, **fields), by, NOW)
