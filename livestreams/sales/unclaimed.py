"""待认领: accounts and streamers that sold what no team has, and which of them look like a team's own."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, F, Max, QuerySet, Sum, prefetch_related_objects
from django.utils.translation import gettext as _

from livestreams.sales.models import DailyTotal, Line
from livestreams.teams.models import Ownership, Team
from products.platforms import platform_name

OFFICIAL = re.compile("(村|社区|镇)$")
SHORTEST_NAME = 2
Key = tuple[str, str, int]
"""Platform, account id, township of the shop."""


@dataclass
class Unclaimed:
    """What an account, or a streamer never entered (`account` None), sold without a team."""

    platform: str
    account_id: str
    township: int
    nickname: str
    account: int | None
    shops: set[int] = field(default_factory=set)
    lines: int = 0
    net_fen: int = 0
    last_day: datetime.date = datetime.date.min
    why: dict[int, str] = field(default_factory=dict)
    """Why it looks like a team's (primary key), in words."""

    @property
    def platform_name(self) -> str:
        return platform_name(self.platform)

    @property
    def is_stranger(self) -> bool:
        return self.account is None

    def add(self, row: dict) -> None:
        self.shops.add(row["shop"])
        self.lines += row["n"]
        self.net_fen += row["net"]
        self.last_day = max(self.last_day, row["last"])


def unclaimed(townships: Iterable[int]) -> list[Unclaimed]:
    """All of these townships, dearest first. Two queries: accounts from the kept totals, strangers from their lines."""
    return merged([*of_accounts(townships), *of_strangers(townships)])


def merged(rows: Iterable[dict]) -> list[Unclaimed]:
    """Rows by shop as one for each account or streamer, dearest first."""
    found: dict[Key, Unclaimed] = {}
    for row in rows:
        key = row["platform"], row["number"], row["township"]
        if key not in found:
            found[key] = Unclaimed(*key, row["nickname"], row["account"])
        found[key].add(row)
    return sorted(found.values(), key=lambda each: (-each.net_fen, each.platform, each.account_id))


def of_accounts(townships: Iterable[int]) -> QuerySet:
    totals = DailyTotal.objects.filter(township__in=townships, team=None, account__isnull=False).order_by()
    rows = totals.values(
        "account", "shop", "township", platform=F("account__platform"), nickname=F("account__nickname")
    ).annotate(number=F("account__account_id"))  # fmt: skip
    net = Sum(F("paid_fen") - F("refunded_fen"))
    return rows.annotate(n=Sum("lines"), net=net, last=Max("day")).filter(n__gt=0)


def of_strangers(townships: Iterable[int]) -> list[dict]:
    lines = Line.objects.filter(township__in=townships, account=None, team_shares=None, day__isnull=False).order_by()
    rows = lines.values("platform", "shop", "township", "streamer")
    net = Sum(F("paid_fen") - F("refunded_fen"))
    found = rows.annotate(n=Count("pk"), net=net, last=Max("day"))
    return [row | {"account": None, "number": row["streamer"], "nickname": ""} for row in found]


def looks_like_ours(teams: Iterable[Team]) -> list[Unclaimed]:
    """What is unclaimed and may be one of these teams', with why.

    The rule: the team owned the account at some time; or it was sold in a shop that the team owned at some time; or
    the account's nickname has the team's name in it, or that of one of its villages, without 村 too.
    """
    teams = list(teams)
    if not teams:
        return []
    found = unclaimed({team.township_id for team in teams})
    if not found:
        return []
    owned = owned_ever(teams)
    names = {team.pk: names_of(team) for team in with_villages(teams)}
    for each in found:
        for team in teams:
            if team.township_id == each.township and (why := likeness(each, owned[team.pk], names[team.pk])):
                each.why[team.pk] = why
    return [each for each in found if each.why]


def owned_ever(teams: list[Team]) -> dict[int, set[int]]:
    """The accounts that each team owned at some time."""
    owned: dict[int, set[int]] = defaultdict(set)
    for team, account in Ownership.objects.filter(team__in=teams).values_list("team_id", "account_id"):
        owned[team].add(account)
    return owned


def with_villages(teams: list[Team]) -> list[Team]:
    """The same teams; nothing is read again where the caller has read it."""
    prefetch_related_objects(teams, "township", "villages")
    return teams


def names_of(team: Team) -> set[str]:
    """What a nickname of the team's may hold: its name with and without the township's, its villages' names."""
    township = OFFICIAL.sub("", team.township.name)
    villages = [village.name for village in team.villages.all()]
    names = {team.name, team.name.removeprefix(team.township.name).removeprefix(township)}
    names |= {*villages, *(OFFICIAL.sub("", name) for name in villages)}
    return {name for name in names if len(name) >= SHORTEST_NAME}


def likeness(each: Unclaimed, owned: set[int], names: set[str]) -> str:
    """Why it looks like a team's; empty = it does not."""
    if each.account in owned:
        return _("was yours at another time")
    if each.shops & owned:
        return _("sold in a shop that is or was yours")
    if name := next((name for name in sorted(names, key=len, reverse=True) if name in each.nickname), ""):
        return _("“%(name)s” is in its nickname") % {"name": name}
    return ""


def find_unclaimed(townships: Iterable[int], platform: str, account_id: str) -> Unclaimed | None:
    """One of them by its id."""
    key = platform, account_id
    return next((each for each in unclaimed(townships) if (each.platform, each.account_id) == key), None)
