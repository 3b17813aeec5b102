"""A session's sales taken apart: by product and by team. Each way sums to the whole."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from livestreams.sales.session_results.sums import Cell, Sold, grouped, total
from livestreams.sessions.models import SessionShare


class ProductRow(NamedTuple):
    """What was sold of a product: `slug` None = unmapped; its share of the greatest row in per cent."""

    slug: str | None
    name: str
    sold: Sold
    part: int


class TeamPart(NamedTuple):
    """A team's part. `slug` None = nobody's; `percent` by the session's shares, None = by a correction alone."""

    slug: str | None
    name: str
    percent: int | None
    sold: Sold


def product_rows(cells: Iterable[Cell]) -> list[ProductRow]:
    """The greatest net first, unmapped last."""
    groups = grouped(cells, lambda cell: cell.slug)
    sums = {slug: (rows[0].name or "", total(rows)) for slug, rows in groups.items()}
    greatest = max((abs(sold.net_fen) for _name, sold in sums.values()), default=0) or 1
    ranked = sorted(sums, key=lambda slug: (slug is None, -sums[slug][1].net_fen, slug or ""))
    return [ProductRow(slug, *sums[slug], round(100 * max(sums[slug][1].net_fen, 0) / greatest)) for slug in ranked]


def team_parts(cells: Iterable[Cell], shares: Sequence[SessionShare]) -> list[TeamPart]:
    """Of every team with a share, and of those that a correction gave a part."""
    found = grouped(cells, lambda cell: cell.team)
    names = {slug: rows[0].team_name or "" for slug, rows in found.items()}
    names |= {share.team.slug: share.team.name for share in shares}
    percents = {share.team.slug: share.percent for share in shares}
    return [
        TeamPart(slug, names[slug], percents.get(slug or ""), total(found.get(slug, [])))
        for slug in dict.fromkeys([*percents, *found])
    ]
