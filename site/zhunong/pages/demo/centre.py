"""The demo's livestream centre: three rooms, and what was booked, through the doors that everybody uses."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.db.models import Max
from django.utils.timezone import make_aware

from livestreams.rooms.booking import Order, book
from livestreams.rooms.changing import Hand, cancel
from livestreams.rooms.closing import close
from livestreams.rooms.models import Change, Occupancy, OpeningHours, Room, Wish
from livestreams.rooms.series import repeat
from livestreams.rooms.staff.rooms.keeping import keep_hours, keep_kit
from livestreams.rooms.staff.rooms.reading import read_hours, read_kit
from livestreams.rooms.waiting import wait_for
from livestreams.teams.models import Team
from zhunong.access.models import User
from zhunong.pages.demo.rota import CHANGGAN, FOURTEEN, LEFT, RIGHT, TRAINING, XIABAI, Booking, plan_bookings
from zhunong.pages.demo.sign_in import LEADER, ROLES, ROOM_MANAGER, VILLAGER
from zhunong.places.models import Township

PLACE = "安峪镇富硒产学研示范中心 二楼"
KIT = "补光灯 3\n摄像机 2\n竖屏（看评论） 1\n调音/导播电脑 1"
HOURS = "08:00–22:00"
ROOMS = {
    LEFT: {"access": Room.Access.ONE_TEAM, "team": FOURTEEN, "kit": KIT},
    RIGHT: {"access": Room.Access.ALL_TEAMS, "kit": KIT},
    TRAINING: {"access": Room.Access.BY_REQUEST, "kit": "投影仪 1\n桌椅 30"},
}
LENGTHS, REQUEST_HOURS = "60 90 120 150 180", 72
POWER_OFF = "供电所检修线路，停电。"
CLOSED_IN, FILMED_IN, REQUESTED_IN, WEEKS = 8, 2, 4, 4
"""Days from the demo's day on; weeks of the series."""


@dataclass
class Centre:
    """What the acts below need, each in one query."""

    rooms: dict[str, Room]
    teams: dict[str, Team]
    people: dict[str, User]

    def hand(self, who: str, now: datetime) -> Hand:
        return Hand(self.people[who], of_the_office=who == ROOM_MANAGER, now=make_aware(now))

    def take(self, booking: Booking) -> Occupancy:
        """Book it, unless it was booked before."""
        starts_at, by = make_aware(booking.starts_at), self.people[booking.who]
        room, is_office = self.rooms[booking.room], booking.who == ROOM_MANAGER
        if known := Occupancy.objects.bookings().filter(room=room, starts_at=starts_at).first():
            return known
        order = Order(
            room, self.teams[booking.team], starts_at, booking.minutes, booking.purpose,
            () if is_office else (by,), of_the_office=is_office,
        )  # fmt: skip
        return book(order, by, make_aware(booking.booked_at))


def fill_centre(township: Township, today: date) -> int:
    """Rooms and bookings. Returns how many bookings there are. Again changes nothing."""
    rooms = {name: put_up(township, name, number) for number, name in enumerate(ROOMS, 1)}
    teams = {team.slug: team for team in Team.objects.filter(township=township)}
    centre = Centre(rooms, teams, {user.username: user for user in User.objects.filter(username__in=ROLES)})
    if not Wish.objects.filter(room__in=rooms.values()).exists():
        for booking in plan_bookings(today):
            take_or_give_up(centre, booking)
        plan_ahead(centre, today, datetime.combine(today - timedelta(1), time(18)))
    return Occupancy.objects.bookings().filter(room__in=rooms.values(), ended="").count()


def put_up(township: Township, name: str, number: int) -> Room:
    wanted = ROOMS[name]
    team = Team.objects.get(slug=wanted["team"]) if "team" in wanted else None
    room, made = Room.objects.get_or_create(
        township=township, name=name,
        defaults={"access": wanted["access"], "team": team, "place": PLACE, "sort_order": number, "lengths": LENGTHS,
                  "request_hours": REQUEST_HOURS},
    )  # fmt: skip
    if made:
        keep_hours(room, {day.value: read_hours(HOURS) for day in OpeningHours.Weekday})
        keep_kit(room, read_kit(wanted["kit"]))
    return room


def take_or_give_up(centre: Centre, booking: Booking) -> None:
    with dated(booking.booked_at):
        row = centre.take(booking)
    if booking.cancelled_at:
        with dated(booking.cancelled_at):
            cancel(row, centre.hand(booking.who, booking.cancelled_at))


def plan_ahead(centre: Centre, today: date, now: datetime) -> None:
    """An evening without power, a request that waits, a series with a day that did not work, and a wish for it."""
    asked = datetime.combine(today + timedelta(REQUESTED_IN), time(9))
    filmed = datetime.combine(today + timedelta(FILMED_IN), time(14))
    taken = filmed + timedelta(7)
    with dated(now):
        turn_off_power(centre, today + timedelta(CLOSED_IN), centre.hand(ROOM_MANAGER, now))
        centre.take(Booking(TRAINING, FOURTEEN, asked, 180, "training", LEADER, now))
        centre.take(Booking(RIGHT, CHANGGAN, taken, 120, "filming", ROOM_MANAGER, now))
        first = centre.take(Booking(RIGHT, XIABAI, filmed, 90, "filming", VILLAGER, now))
        if not first.series_id:
            repeat(first, WEEKS, centre.hand(VILLAGER, now))
        person, team = centre.people[VILLAGER], centre.teams[XIABAI]
        wait_for(team, centre.rooms[RIGHT], make_aware(taken), 90, person, "filming", make_aware(now))


def turn_off_power(centre: Centre, day: date, hand: Hand) -> None:
    """In the evening, when there is always a booking to call off."""
    closures = Occupancy.objects.filter(kind=Occupancy.Kind.CLOSURE, room__in=centre.rooms.values())
    if not closures.exists():
        begin, end = (make_aware(datetime.combine(day, time(hour))) for hour in (17, 22))
        close(centre.rooms.values(), begin, end, replace(hand, reason=POWER_OFF))


@contextmanager
def dated(now: datetime) -> Iterator[None]:
    """The record of what is done inside says that it was done then, not when the demo was loaded."""
    last = Change.objects.aggregate(last=Max("pk"))["last"] or 0
    yield
    Change.objects.filter(pk__gt=last).update(at=make_aware(now))
