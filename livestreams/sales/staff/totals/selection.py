"""The lines behind a figure, and their sum to the fen."""

from dataclasses import dataclass, replace
from functools import cached_property

from django.db.models import Count, Q, QuerySet, Sum

from livestreams.sales.layouts import LAYOUTS
from livestreams.sales.models import Line, ShareSet
from livestreams.sales.splitting import Shares
from livestreams.sales.staff.totals.parts import NOTHING, Part, Whole, containing, parsed, parts, shares_of
from livestreams.sales.staff.totals.townships import townships_of
from livestreams.sales.totals import Key, Question, ask, matching
from zhunong.access.models import User

MANY = 20_000
"""Beyond so many lines their sum comes from the totals, which hold the same."""
SHARED = {"team": ShareSet.Kind.TEAM, "village": ShareSet.Kind.VILLAGE}
IS_SPLIT = Q(team_shares__shares__contains=";") | Q(village_shares__shares__contains=";")
AMOUNTS = ("items", "weight_g", "paid_fen", "refunded_fen")
SHOWN = (
    "shop", "account", "session", "listing", "sku__product", "team_shares", "village_shares",
)  # fmt: skip


@dataclass
class Selection:
    """Lines that a user may see, narrowed down like a question. `order` looks up an order number instead."""

    user: User
    question: Question
    provisional: bool = False
    order: str = ""

    def visible(self) -> QuerySet[Line]:
        """What there is to select from. Another scope overrides it, and `townships` with it."""
        return Line.objects.visible_to(self.user)

    def townships(self) -> tuple[int, ...] | None:
        return townships_of(self.user)

    @cached_property
    def lines(self) -> QuerySet[Line]:
        if self.order:
            return looked_up(self.visible(), self.order).order_by("order_no", "pk")
        lines = self.visible().filter(day__isnull=False).filter(self.condition())
        return lines.order_by("-day", "-pk")

    def condition(self) -> Q:
        question, condition = self.question, Q()
        if question.start:
            condition &= Q(day__gte=question.start)
        if question.end:
            condition &= Q(day__lte=question.end)
        if self.provisional:
            condition &= Q(is_provisional=True)
        for dimension, keys in question.only.items():
            condition &= self.sharing(dimension, keys) if dimension in SHARED else matching(dimension, keys)
        return condition

    def sharing(self, dimension: str, keys: tuple[Key, ...]) -> Q:
        """Lines of which one of these teams or villages has a share; None = nobody has."""
        name = f"{dimension}_shares"
        condition = Q(**{f"{name}__in": containing(SHARED[dimension], keys)})
        return condition | Q(**{f"{name}__isnull": True}) if None in keys else condition

    @property
    def count(self) -> int:
        return self.sums["count"]

    @property
    def is_of_parts(self) -> bool:
        """Whether only a party's part of a line may be meant."""
        return not self.order and bool(SHARED.keys() & self.question.only.keys())

    def part(self, line: Line) -> Part:
        """What of a line is meant: all of it, or what the chosen team and village have of it."""
        whole = (line.items, line.weight_g, line.paid_fen, line.refunded_fen)
        if not self.is_of_parts:
            return Part(1, *whole)
        return self.chosen(shares_of(line.team_shares), shares_of(line.village_shares), whole)

    def chosen(self, teams: Shares, villages: Shares, whole: Whole) -> Part:
        team_keys, village_keys = (self.question.only.get(dimension) for dimension in SHARED)
        part = NOTHING
        for team, village, piece in parts(teams, villages, whole):
            if (team_keys is None or team in team_keys) and (village_keys is None or village in village_keys):
                part = part.plus(piece)
        return part

    @cached_property
    def sums(self) -> dict[str, int]:
        """How many lines, and what those that count and belong to one party wholly sum to. One query."""
        summed = Q(day__isnull=False)
        if self.is_of_parts:
            summed &= ~IS_SPLIT
        sums = {name: Sum(name, filter=summed) for name in AMOUNTS}
        found = self.lines.order_by().aggregate(count=Count("pk"), lines=Count("pk", filter=summed), **sums)
        return {name: amount or 0 for name, amount in found.items()}

    def total(self) -> Part:
        """What all the lines selected sum to: exactly the figure that led here. Lines never paid do not count."""
        if self.is_of_parts and self.count > MANY and not self.provisional:
            kept = ask(replace(self.question, townships=self.townships())).total
            return Part(kept.lines, kept.items, kept.weight_g, kept.paid_fen, kept.refunded_fen)
        total = Part(self.sums["lines"], *(self.sums[name] for name in AMOUNTS))
        return total.plus(self.split_total()) if self.is_of_parts else total

    def split_total(self) -> Part:
        """The chosen party's parts of lines that several share, line by line as the totals split them."""
        total = NOTHING
        columns = ("team_shares__shares", "village_shares__shares", *AMOUNTS)
        rows = self.lines.filter(IS_SPLIT).order_by().values_list(*columns)
        for teams, villages, *whole in rows.iterator():
            total = total.plus(self.chosen(parsed(teams), parsed(villages), whole))
        return total


def looked_up(lines: QuerySet[Line], order: str) -> QuerySet[Line]:
    """The lines of an order number or line key; where none bears it, those whose number begins with it."""
    exact = lines.filter(Q(order_no=order) | Q(platform__in=list(LAYOUTS), key=order))
    if exact.exists():
        return exact
    return lines.filter(Q(order_no__startswith=order) | Q(key__startswith=order))
