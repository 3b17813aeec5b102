"""What the coverage board reads: shops, their files and figures, and who hands in. A query each, none per cell."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import BigIntegerField, CharField, F, Max, Min, QuerySet, Sum, Value
from django.db.models.functions import Coalesce, NullIf

from livestreams.sales.models import DailyTotal, OrderImport
from livestreams.sales.staging import BEFORE_ALL
from livestreams.sales.times import BEIJING, as_aware
from livestreams.teams.models import Account, Membership, Ownership, ShopOperator
from zhunong.access.models import User

Day = datetime.date
OPERATOR, LEADER = "operator", "leader"


class Figures(NamedTuple):
    """Of a shop's day; net None = nothing was paid."""

    net_fen: int | None
    provisional_fen: int


@dataclass
class Known:
    """By shop, as primary keys."""

    shops: list[Account]
    files: dict[int, list[tuple[Day, Day]]] = field(default_factory=lambda: defaultdict(list))
    """(first day, day of export) of each file."""
    figures: dict[int, dict[Day, Figures]] = field(default_factory=lambda: defaultdict(dict))
    teams: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Names of the teams that own it today."""
    operators: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    leaders: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    owned: dict[int, list[Ownership]] = field(default_factory=lambda: defaultdict(list))
    first: dict[int, Day] = field(default_factory=dict)
    """The first day that any file tells of."""
    last: dict[int, datetime.datetime] = field(default_factory=dict)

    def people_of(self, shop: int) -> list[str]:
        """Whom to ask: who keeps the shop, else who leads the team."""
        return self.operators[shop] or self.leaders[shop]

    def demanded(self, shop: int) -> tuple[Day | None, Day | None]:
        """[from, to) of the days whose files are wanted: since it was first owned, until nobody owns it any more."""
        starts = [each.valid_from for each in self.owned[shop]]
        ends = [each.valid_to for each in self.owned[shop]]
        first = None if None in starts else min(filter(None, starts), default=None)
        return first or self.first.get(shop), None if None in ends else max(filter(None, ends), default=None)


def read(user: User, today: Day, start: Day, end: Day) -> Known:
    """All that is known of the days from `start` to `end`. Five queries."""
    shops = Account.objects.visible_to(user).shops().select_related("township")
    known = Known(sorted(shops, key=lambda shop: (shop.township.slug, shop.platform, shop.nickname)))
    files = list(files_of(known, start))
    read_figures(known, start, end, untold={shop for shop, first, _exported in files if not first})
    read_files(known, files)
    read_people(known, today)
    return known


def files_of(known: Known, start: Day) -> QuerySet:
    """(shop, first day, exported at): each file exported since `start`, and all older ones of a shop as one."""
    since = datetime.datetime.combine(start, datetime.time(), BEIJING)
    applied = OrderImport.objects.applied().filter(shop__in=known.shops).order_by()
    older = applied.filter(exported_at__lt=since).values("shop").annotate(f=Min("first_day"), e=Max("exported_at"))
    newer = applied.filter(exported_at__gte=since).values_list("shop", F("first_day"), F("exported_at"))
    return newer.union(older.values_list("shop", "f", "e"), all=True)


def read_files(known: Known, files: Iterable[tuple]) -> None:
    """Files from before their first day was kept reach back, as far as one can tell, to the shop's first line."""
    for shop, first, exported in files:
        if exported > as_aware(BEFORE_ALL):
            known.last[shop] = max(exported, known.last.get(shop, exported))
        if first := first or known.first.get(shop):
            known.first[shop] = min(first, known.first.get(shop, first))
            known.files[shop].append((first, exported.astimezone(BEIJING).date()))


def read_figures(known: Known, start: Day, end: Day, untold: set[int]) -> None:
    """Net and provisional by shop and day; of the shops `untold` also the day of their first line."""
    kept = DailyTotal.objects.filter(shop__in=known.shops, township__in={shop.township_id for shop in known.shops})
    days = kept.filter(day__range=(start, end)).order_by().values("shop", "day")
    figures = days.annotate(net=Sum(F("paid_fen") - F("refunded_fen")), provisional=Sum("provisional_fen"))
    rows = figures.values_list("shop", "day", "net", "provisional")
    if untold:
        first = kept.filter(shop__in=untold).order_by().values("shop").annotate(first=Min("day"))
        nothing = Value(None, output_field=BigIntegerField())
        rows = rows.union(first.values_list("shop", "first", nothing, nothing), all=True)
    for shop, day, net, provisional in rows:
        if provisional is None:
            known.first[shop] = day
        else:
            known.figures[shop][day] = Figures(net, provisional)


def read_people(known: Known, today: Day) -> None:
    """Owners ever, who owns and who keeps it today, and who leads those teams."""
    owned = Ownership.objects.filter(account__in=known.shops).select_related("team")
    shops_of: dict[int, list[int]] = defaultdict(list)
    for each in owned:
        known.owned[each.account_id].append(each)
        if each.team and holds(each, today):
            known.teams[each.account_id].append(each.team.name)
            shops_of[each.team.pk].append(each.account_id)
    for kind, key, name in people_of(known.shops, list(shops_of), today):
        if kind == OPERATOR:
            known.operators[key].append(name)
        else:
            for shop in shops_of[key]:
                known.leaders[shop].append(name)


def people_of(shops: list[Account], teams: list[int], today: Day) -> QuerySet:
    """(kind, shop or team, name) of who keeps a shop or leads a team today."""
    name = Coalesce(NullIf("user__display_name", Value("")), "user__username")
    operators = ShopOperator.objects.filter(account__in=shops).on(today).order_by()
    leaders = Membership.objects.filter(team__in=teams, role=Membership.Role.LEADER).on(today).order_by()
    asked = [(operators, OPERATOR, "account"), (leaders, LEADER, "team")]
    named = [rows.values_list(Value(kind, CharField()), key, name).distinct() for rows, kind, key in asked]
    return named[0].union(named[1], all=True)


def holds(owned: Ownership, day: Day) -> bool:
    return (owned.valid_from is None or owned.valid_from <= day) and (owned.valid_to is None or owned.valid_to > day)
