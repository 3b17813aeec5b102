"""What a visitor asks of the catalogue, read from an address that anybody may have typed. Nothing in it can fail."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import urlencode

from products.catalogue.words import MOST_LETTERS, words_of
from products.models import Product

SORTS = ("season", "name", "new")
PAGE_NUMBER = re.compile(r"[0-9]{1,6}")
SLUG = re.compile(r"[-\w]{1,50}", re.ASCII)


@dataclass(frozen=True)
class Wish:
    """Words, filters, order and page. Blank, false and the first of each are what nobody chose."""

    q: str = ""
    category: str = ""
    village: str = ""
    season: bool = False
    report: bool = False
    sort: str = SORTS[0]
    page: int = 1

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Self:
        """Read a query string; what nobody could have chosen counts as not chosen."""
        category, village, sort = (asked.get(name, "") for name in ("category", "village", "sort"))
        return cls(
            q=" ".join(asked.get("q", "").replace("\0", "").split())[:MOST_LETTERS],
            category=category if category in Product.Category.values else "",
            village=village if SLUG.fullmatch(village) else "",
            season=bool(asked.get("season")),
            report=bool(asked.get("report")),
            sort=sort if sort in SORTS else SORTS[0],
            page=max(1, int(asked["page"])) if PAGE_NUMBER.fullmatch(asked.get("page", "")) else 1,
        )

    @property
    def words(self) -> list[str]:
        return words_of(self.q)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but order and page was asked."""
        return bool(self.words or self.category or self.village or self.season or self.report)

    def but(self, **changes: Any) -> "Wish":
        """The same, from its first page, with something else asked."""
        return replace(self, **{"page": 1} | changes)

    @property
    def fields(self) -> dict[str, str]:
        """What an address has to say of it."""
        said = {"q": self.q, "category": self.category, "village": self.village}
        said |= {"season": "now" if self.season else "", "report": "yes" if self.report else ""}
        said |= {"sort": "" if self.sort == SORTS[0] else self.sort, "page": str(self.page) if self.page > 1 else ""}
        return {name: value for name, value in said.items() if value}

    @property
    def address(self) -> str:
        """`?q=…`, or `?` for the whole catalogue."""
        return "?" + urlencode(self.fields)
