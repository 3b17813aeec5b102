"""What somebody wants to broadcast, and whether it can be."""

import datetime
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from livestreams.rooms.models import Occupancy
from livestreams.rooms.refusals import Refused
from livestreams.sessions.models import Event
from livestreams.sessions.windows import Window
from livestreams.teams.models import Account, Team
from zhunong.access.models import User
from zhunong.places.models import Township

LONGEST = datetime.timedelta(hours=24)


@dataclass(frozen=True)
class Plan:
    """What somebody wants to broadcast. `parts`: teams and their per cent, sum 100; `own`: the team it is planned by.

    In a booked room (`booking`), or in a place in words. `crew`: people and their jobs (`Crew.Job`).
    """

    township: Township
    title: str
    starts_at: datetime.datetime
    ends_at: datetime.datetime
    accounts: Sequence[Account]
    parts: Mapping[Team, int]
    own: Sequence[Team]
    booking: Occupancy | None = None
    place: str = ""
    crew: Sequence[tuple[User, str]] = ()
    is_announced: bool = True
    note: str = ""
    key: uuid.UUID = field(default_factory=uuid.uuid4)
    reservations: Mapping[int, str] = field(default_factory=dict)
    """Links of the platforms' own reservations, by account (primary key)."""

    @property
    def window(self) -> Window:
        return Window(self.starts_at, self.ends_at)


def plan_of(event: Event, own: Sequence[Team]) -> Plan:
    """An event as it is planned now, to be changed by `dataclasses.replace`. `own`: the teams of who changes it."""
    crew = [(each.person, each.job) for each in event.crew.select_related("person")]
    accounts = [row.account for row in event.sessions.select_related("account").order_by("pk")]
    parts = {part.team: part.percent for part in event.parts.select_related("team").order_by("pk")}
    return Plan(
        township=event.township, title=event.title, starts_at=event.starts_at, ends_at=event.ends_at, accounts=accounts,
        parts=parts, own=own, booking=event.booking, place=event.place, crew=crew, is_announced=event.is_announced,
        note=event.note, key=event.key,
    )  # fmt: skip


def refuse_unless_sound(wanted: Plan) -> None:
    """Raises Refused with what is wrong, before anything is written."""
    if not wanted.title.strip():
        raise Refused(_("Give it a title."))
    if wanted.ends_at <= wanted.starts_at:
        raise Refused(_("The end must come after the start."))
    if wanted.ends_at - wanted.starts_at > LONGEST:
        raise Refused(_("That is longer than a day: look at the day of the end."))
    if not wanted.accounts:
        raise Refused(_("Choose at least one account to broadcast on."))
    if sum(wanted.parts.values()) != 100 or min(wanted.parts.values()) < 1:
        raise Refused(_("The shares of the teams must sum to 100 per cent."))
    if any(team.township_id != wanted.township.pk for team in wanted.parts):
        raise Refused(_("These teams are of two townships: plan it for those of one."))
    if wanted.booking is None and not wanted.place.strip():
        raise Refused(_("Say where it is: choose a booking, or write the place."))
    if wanted.booking:
        refuse_unless_booked(wanted, wanted.booking)


def refuse_unless_booked(wanted: Plan, row: Occupancy) -> None:
    """Raises Refused where the room is not the teams' at that time."""
    if row.ended or row.team_id not in {team.pk for team in wanted.parts}:
        raise Refused(_("This booking is not yours any more. Choose another one, or write the place."))
    if wanted.starts_at < row.starts_at or wanted.ends_at > row.ends_at:
        words = {"span": Window(row.starts_at, row.ends_at)}
        raise Refused(_("The room is booked for %(span)s. Stay within it, or extend the booking first.") % words)
