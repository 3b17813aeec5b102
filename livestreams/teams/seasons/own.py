"""Whose seasons these are: of what grows in the villages of the teams that a person leads, or of all at the desk."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Prefetch, Q
from django.utils import timezone

from livestreams.teams.models import Team
from products.models import Origin, OriginPart, Product, Season
from products.standing import Standing, standing_of
from zhunong.access.models import User
from zhunong.places.models import Village


@dataclass
class Reach:
    """For which villages a person may tell seasons."""

    townships: set[int] = field(default_factory=set)
    """Whole townships: at the desk, or by a team of the whole township."""
    villages: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, user: User) -> "Reach":
        reach = cls(set(user.townships_worked_with().values_list("pk", flat=True)))
        for team in Team.objects.led_by(user).prefetch_related("villages"):
            villages = {village.pk for village in team.villages.all()}
            reach.villages |= villages
            if not villages:
                reach.townships.add(team.township_id)
        return reach

    def covers(self, product: Product, villages: Iterable[Village]) -> bool:
        """Whether all of a product is theirs: then they tell of all its villages at once."""
        return product.township_id in self.townships or {village.pk for village in villages} <= self.villages

    def has(self, village: Village) -> bool:
        return village.township_id in self.townships or village.pk in self.villages


@dataclass
class Told:
    """One product in one village (none = all of them), with its season of these days."""

    product: Product
    village: Village | None
    season: Season | None
    is_of_all: bool = False
    """The season shown is that of all villages; telling something makes the village one of its own."""

    @property
    def key(self) -> str:
        return f"{self.product.pk}-{self.village.pk if self.village else 0}"

    def standing(self) -> Standing:
        return standing_of([self.season] if self.season else [], timezone.localdate())

    def to_change(self, today: datetime.date) -> Season:
        """The season to write in: the own one, a copy of that of all villages, or a new one."""
        if self.season and not self.is_of_all:
            return self.season
        made = Season(product=self.product, village=self.village, year=today.year)
        for name in ("year", "blooms_from", "blooms_to", "picked_from", "picked_to", "sold_out_on", "is_estimate"):
            if self.season:
                setattr(made, name, getattr(self.season, name))
        return made


def told_of(user: User, today: datetime.date) -> list[Told]:
    """All that the person may tell of, in the order of products. Six queries."""
    reach = Reach.of(user)
    return [told for product in products_of(reach, today) for told in told_of_product(product, reach, today)]


def products_of(reach: Reach, today: datetime.date) -> list[Product]:
    grown = Q(origins__parts__village__in=reach.villages) | Q(township__in=reach.townships)
    origins = Origin.objects.exclude(valid_from__gt=today).prefetch_related(
        Prefetch("parts", queryset=OriginPart.objects.select_related("village").order_by("-percent"))
    )
    seasons = Season.objects.filter(Q(year=today.year) | Q(year=today.year - 1, picked_to__gte=today))
    rows = Product.objects.filter(pk__in=Product.objects.filter(grown).order_by().values("pk"))
    return list(
        rows.order_by("name", "pk").prefetch_related(
            Prefetch("origins", queryset=origins, to_attr="origins_by_now"),
            Prefetch("seasons", queryset=seasons.select_related("village").order_by("-year"), to_attr="seasons_now"),
        )
    )


def told_of_product(product: Product, reach: Reach, today: datetime.date) -> list[Told]:
    """All villages at once for whom all is theirs, and each village that has a season of its own or may get one."""
    villages, seasons = villages_of(product), by_village(product)
    common = seasons.get(0)
    if reach.covers(product, villages):
        own = [Told(product, season.village, season) for key, season in seasons.items() if key]
        return [Told(product, None, common), *own] if common or not own else own
    mine = [village for village in villages if reach.has(village)]
    return [Told(product, each, seasons.get(each.pk, common), each.pk not in seasons and common is not None)
            for each in mine]  # fmt: skip


def villages_of(product: Product) -> list[Village]:
    """Where it grows today."""
    origins = product.origins_by_now
    latest = max(origins, key=lambda each: each.valid_from or datetime.date.min, default=None)
    return [part.village for part in latest.parts.all()] if latest else []


def by_village(product: Product) -> dict[int, Season]:
    """Village (0 = all) → its season; last year's while that is not over, else this year's."""
    found: dict[int, Season] = {}
    for season in product.seasons_now:
        season.product, key = product, season.village_id or 0
        if key not in found or not season.sold_out_on:
            found[key] = season
    return found
