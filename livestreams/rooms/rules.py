"""The house rules of a booking, small and in order. Staff and room managers are bound by none but the room itself."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from livestreams.rooms.hours import moment, monday_of
from livestreams.rooms.models import FairUse, Occupancy, Room
from livestreams.rooms.models.rooms import LONGEST
from livestreams.rooms.refusals import Refused
from livestreams.rooms.timetables import MINUTE, timetables
from livestreams.teams.models import Team

FREE_WITHIN = datetime.timedelta(hours=24)
"""What is booked this long before its start, or later, counts on nobody's hours: empty time is never refused."""
PATIENCE = datetime.timedelta(minutes=15)
"""After its start a room waits so long for somebody to come."""
NOBODY = 0
"""No row has this primary key."""


@dataclass(frozen=True)
class Wanted:
    """What somebody wants: a room for [starts_at, ends_at). `row` = the booking that is to be changed."""

    room: Room
    team: Team
    starts_at: datetime.datetime
    ends_at: datetime.datetime
    now: datetime.datetime
    fair_use: FairUse
    row: Occupancy | None = None

    @property
    def minutes(self) -> int:
        return round((self.ends_at - self.starts_at) / MINUTE)

    @property
    def keeps_its_start(self) -> bool:
        return bool(self.row and self.row.starts_at == self.starts_at and self.row.room_id == self.room.pk)


def check(wanted: Wanted) -> None:
    """Raises Refused with the first rule that speaks against it."""
    for rule in RULES:
        rule(wanted)


def is_not_past(wanted: Wanted) -> None:
    """The step that runs may still be booked: whoever stands before an empty room goes in."""
    earliest = wanted.now - wanted.room.step_minutes * MINUTE
    if wanted.starts_at <= earliest and not wanted.keeps_its_start or wanted.ends_at <= wanted.now:
        raise Refused(_("This time has passed. Choose a later one."))


def is_near(wanted: Wanted) -> None:
    if wanted.starts_at >= horizon(wanted.room, wanted.now) and not wanted.keeps_its_start:
        raise Refused(_("This room can be booked %(days)s days ahead.") % {"days": wanted.room.days_ahead})


def is_on_step(wanted: Wanted) -> None:
    local = timezone.localtime(wanted.starts_at)
    if not wanted.keeps_its_start and (local.minute % wanted.room.step_minutes or local.second or local.microsecond):
        raise Refused(_("Bookings start every %(step)s minutes here.") % {"step": wanted.room.step_minutes})


def is_of_a_length(wanted: Wanted) -> None:
    """A new booking has one of the room's lengths; one that is changed may have any number of steps."""
    if wanted.row and 0 < wanted.minutes <= LONGEST and not wanted.minutes % 15:
        return
    if wanted.minutes not in wanted.room.length_choices:
        raise Refused(_("This room is booked for one of these lengths: %(lengths)s minutes.")
                      % {"lengths": ", ".join(map(str, wanted.room.length_choices))})  # fmt: skip


def is_open_then(wanted: Wanted) -> None:
    (timetable,) = timetables([wanted.room], wanted.starts_at, wanted.ends_at)
    if not timetable.is_open(wanted.starts_at, wanted.ends_at):
        raise Refused(_("%(room)s is not open for all of that time.") % {"room": wanted.room})


def is_for_the_team(wanted: Wanted) -> None:
    if not may_use(wanted.room, wanted.team.pk, wanted.starts_at, wanted.fair_use, wanted.now):
        raise Refused(_("%(room)s cannot be booked by %(team)s.") % {"room": wanted.room, "team": wanted.team})


def is_within_hours(wanted: Wanted) -> None:
    """The team's weekly hours, over all rooms. Asked inside the township's lock: two rooms cannot overdraw them."""
    minutes = counted_minutes(wanted)
    if not wanted.fair_use.weekly_hours or minutes <= counted_already(wanted):
        return
    left = minutes_left(wanted.fair_use, wanted.team, wanted.starts_at, besides=wanted.row)
    if minutes > left:
        raise Refused(
            _("%(team)s has %(left)s of its %(hours)s hours left that week. What starts within 24 hours is free.")
            % {"team": wanted.team, "left": f"{max(left, 0) / 60:g}", "hours": wanted.fair_use.weekly_hours}
        )


RULES: tuple[Callable[[Wanted], None], ...] = (
    is_not_past, is_near, is_on_step, is_of_a_length, is_for_the_team, is_open_then, is_within_hours,
)  # fmt: skip


def horizon(room: Room, now: datetime.datetime) -> datetime.datetime:
    """Midnight from which on a room cannot be booked yet."""
    return moment(timezone.localtime(now).date() + datetime.timedelta(room.days_ahead + 1))


def may_use(room: Room, team: int, starts_at: datetime.datetime, fair_use: FairUse, now: datetime.datetime) -> bool:
    """Whether a team (primary key) may book a room for then."""
    if not room.is_in_use:
        return False
    if room.access != Room.Access.ONE_TEAM or room.team_id == team:
        return True
    opens_at = moment(timezone.localtime(starts_at).date() - datetime.timedelta(1))
    return fair_use.opens_reserved and now >= opens_at


def counted_minutes(wanted: Wanted) -> int:
    """Of the weekly hours. Within a day of the start a change adds none, and moving to another time makes it free."""
    if wanted.starts_at - wanted.now > FREE_WITHIN:
        return wanted.minutes
    is_same_time = wanted.row and wanted.row.starts_at == wanted.starts_at
    return min(wanted.row.counted_minutes, wanted.minutes) if is_same_time and wanted.row else 0


def counted_already(wanted: Wanted) -> int:
    """What the booking that is to be changed takes of the same week's hours: to shorten it is never refused."""
    row = wanted.row
    return row.counted_minutes if row and monday_of(row.starts_at) == monday_of(wanted.starts_at) else 0


def minutes_left(fair_use: FairUse, team: Team, when: datetime.datetime, besides: Occupancy | None = None) -> int:
    """What a team has left of its hours in the week of a moment."""
    begin = monday_of(when)
    standing = Occupancy.objects.filter(team=team, ended="", starts_at__gte=begin)
    standing = standing.filter(starts_at__lt=begin + datetime.timedelta(7)).exclude(
        pk=besides.pk if besides else NOBODY
    )
    used = standing.aggregate(used=Sum("counted_minutes"))["used"] or 0
    return (fair_use.weekly_hours or 0) * 60 - used
