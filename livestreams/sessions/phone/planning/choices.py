"""What a plan can be made of: accounts, people and bookings of the teams in it, as of its day."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from livestreams.rooms.models import Occupancy
from livestreams.teams.models import Account, Membership, Ownership, Team
from zhunong.access.models import User

NAMES_NO_STREAMER = ("pinduoduo", "taobao", "offline")
"""On these no file says who sold: the shop itself is what is on air."""
NO_RESERVATIONS = ("offline",)
A_DAY = datetime.timedelta(1)
MOST_BOOKINGS = 40


@dataclass
class Choices:
    """`own`: teams of who plans; `guests`: other teams that are in it, `partners` those of them that said yes."""

    day: datetime.date
    own: Sequence[Team]
    guests: Sequence[Team] = ()
    partners: Sequence[Team] = ()
    invited: Team | None = None
    """Chosen on the form, and not asked yet."""
    booking: int | None = None
    """Chosen already (primary key), whatever became of it."""

    @property
    def teams(self) -> list[Team]:
        return [*self.own, *self.guests]

    @cached_property
    def accounts(self) -> list[Account]:
        """Those that the teams own on the day; streamers first, the shops after them. Who only was asked lends none."""
        owned = Ownership.objects.filter(team__in=[*self.own, *self.partners]).on(self.day)
        rows = Account.objects.filter(pk__in=owned.values("account")).order_by("-kind", "platform", "nickname")
        return list(rows)

    @cached_property
    def people(self) -> list[User]:
        """The roster of that day, of all the teams in it."""
        teams = [*self.teams, self.invited] if self.invited else self.teams
        members = Membership.objects.filter(team__in=teams).on(self.day)
        rows = User.objects.filter(pk__in=members.values("user"), is_active=True)
        return list(rows.order_by("display_name", "username"))

    @cached_property
    def bookings(self) -> list[Occupancy]:
        """To come, or just over; the one that it has, or is to have, before them."""
        theirs = Occupancy.objects.bookings().filter(team__in=[*self.own, *self.partners])
        theirs = theirs.select_related("room", "team").order_by("starts_at")
        recent = theirs.filter(ended="", ends_at__gt=timezone.now() - A_DAY)
        chosen = theirs.filter(pk=self.booking) if self.booking else ()
        return [*chosen, *recent.exclude(pk=self.booking or 0)[:MOST_BOOKINGS]]

    @cached_property
    def others(self) -> list[Team]:
        """Teams of the township that can be asked to share."""
        townships = {team.township_id for team in self.teams}
        here = Team.objects.filter(township__in=townships).select_related("township")
        return list(here.exclude(pk__in=[team.pk for team in self.teams]).order_by("name"))


def goes_on_air(account: Account) -> bool:
    """Whether the account is what is usually on air, and no shop behind it."""
    return account.kind == Account.Kind.STREAMER or account.platform in NAMES_NO_STREAMER
