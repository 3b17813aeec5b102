"""How many products each filter would show, given the others."""

from collections.abc import Mapping
from dataclasses import dataclass

from products.catalogue.inventory import Inventory
from products.catalogue.wish import Wish
from products.models import Product


@dataclass(frozen=True)
class Choice:
    """One value of a filter: its words, how many it shows, and the wish that a tap on it makes."""

    label: str
    count: int
    wish: Wish
    is_chosen: bool = False


@dataclass(frozen=True)
class Facets:
    """How many pages each choice would show, and the pages that the whole wish means."""

    found: int
    """As `Inventory` has sets."""
    now: int
    proven: int
    categories: dict[str, int]
    villages: dict[str, int]

    @property
    def total(self) -> int:
        return self.found.bit_count()


def count(inventory: Inventory, wish: Wish) -> Facets:
    """Each filter is counted under all the others."""
    every, texts = inventory.all, inventory.with_words(wish.words)
    category = inventory.categories.get(wish.category, 0) if wish.category else every
    village = inventory.villages.get(wish.village, 0) if wish.village else every
    season, report = inventory.now if wish.season else every, inventory.proven if wish.report else every
    return Facets(
        found=texts & category & village & season & report,
        now=(texts & category & village & report & inventory.now).bit_count(),
        proven=(texts & category & village & season & inventory.proven).bit_count(),
        categories=counted(inventory.categories, texts & village & season & report),
        villages=counted(inventory.villages, texts & category & season & report),
    )


def counted(sets: Mapping[str, int], others: int) -> dict[str, int]:
    """Those that have something in common with the others."""
    return {name: number for name, pages in sets.items() if (number := (pages & others).bit_count())}


def category_choices(facets: Facets, wish: Wish) -> list[Choice]:
    """Categories that have something, and the chosen one."""
    return [
        Choice(str(label), facets.categories.get(value, 0), toggled(wish, "category", value), wish.category == value)
        for value, label in Product.Category.choices
        if value in facets.categories or wish.category == value
    ]


def village_choices(facets: Facets, names: Mapping[str, str], wish: Wish) -> list[Choice]:
    """Villages with the most products first; the chosen one even where it has none."""
    found = sorted(facets.villages.items(), key=lambda village: (-village[1], village[0]))
    if wish.village and wish.village not in facets.villages:
        found.append((wish.village, 0))
    return [
        Choice(names.get(slug, slug), count, toggled(wish, "village", slug), wish.village == slug)
        for slug, count in found
    ]


def toggled(wish: Wish, name: str, value: str) -> Wish:
    """With this value, or without it where it is chosen."""
    return wish.but(**{name: "" if getattr(wish, name) == value else value})
