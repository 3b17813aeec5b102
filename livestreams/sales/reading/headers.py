"""Recognising a table by its normalised headers alone (contracts, section 2, "Required columns")."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from unicodedata import normalize

from livestreams.sales.layouts import LAYOUTS
from livestreams.sales.layouts.base import Layout
from livestreams.sales.reading.cells import JUNK, clean

HEADER_ROWS = 30
DROPPED = str.maketrans("", "", JUNK + "\"'“”‘’")
REQUIRED_WEIGHT = 3


@dataclass
class Header:
    """A header row: the layout it fits best, where each of its columns stands, and what is lacking."""

    row: int
    layout: Layout
    positions: dict[str, int]
    width: int
    missing: list[str]
    score: int

    @property
    def likely(self) -> bool:
        """Whether at least half of what is required is there, so that the rest can be asked for."""
        return 2 * len(self.missing) <= len(required(self.layout, True))

    @property
    def columns(self) -> list[str]:
        return [column for column in self.layout.kept if column in self.positions]


def normalised(header: Any) -> str:
    """The header as it is compared: one form of brackets, no blanks or quotes, lower case."""
    if not isinstance(header, str):
        return ""
    return normalize("NFKC", clean(header)).translate(DROPPED).replace("帐", "账").lower()


def required(layout: Layout, streamers: bool) -> tuple[tuple[str, ...], ...]:
    """Groups of columns; of each at least one must be there. A `+` joins columns that only count together."""
    amount = (layout.amount, f"{layout.net_amount}+{layout.refund}") if layout.net_amount else (layout.amount,)
    groups = [*((column,) for column in layout.key), layout.paid_at, amount, (layout.quantity,)]
    if layout.statuses:
        groups.append(layout.statuses)
    if streamers and layout.streamer_required:
        groups.append(tuple(column for column in (layout.streamer, layout.nickname) if column))
    return tuple(groups)


@cache
def spellings(platform: str) -> tuple[dict[str, str], dict[str, str]]:
    """Normalised headers to the layout's columns: their own names, and other spellings of them."""
    layout = LAYOUTS[platform]
    own = {normalised(column): column for column in (*layout.kept, *layout.happened)}
    return own, {normalised(alias): column for alias, column in layout.aliases.items()}


def missing(layout: Layout, present: Iterable[str], streamers: bool) -> list[str]:
    """The platform's names of what is lacking."""
    there = set(present)
    lacking = [group for group in required(layout, streamers) if not any(there.issuperset(c.split("+")) for c in group)]
    return [" / ".join(dict.fromkeys(group)) for group in lacking]


def positions(layout: Layout, names: Sequence[str]) -> dict[str, int]:
    """Where the layout's columns stand; of repeated headers the first, and a column's own name before an alias."""
    found: dict[str, int] = {}
    for known in spellings(layout.platform):
        for index, name in enumerate(names):
            if name in known:
                found.setdefault(known[name], index)
    return found


def header_of(row: int, names: Sequence[str], layout: Layout, streamers: bool) -> Header:
    found = positions(layout, names)
    important = {column for group in required(layout, True) for choice in group for column in choice.split("+")}
    score = sum(REQUIRED_WEIGHT if column in important else 1 for column in found if column in layout.kept)
    width = max((index for index, name in enumerate(names) if name), default=-1) + 1
    return Header(row, layout, found, width, missing(layout, found, streamers), score)


def best_header(rows: Iterable[tuple[int, Sequence[Any]]], streamers: bool) -> Header | None:
    """The header row among the first rows of a table and the one layout it fits best; None where none or two do."""
    best: list[Header] = []
    for number, cells in rows:
        names = [normalised(cell) for cell in cells]
        if not any(names):
            continue
        for layout in LAYOUTS.values():
            best.append(header_of(number, names, layout, streamers))
    best.sort(key=rank, reverse=True)
    if not best or not best[0].score:
        return None
    if len(best) > 1 and rank(best[0]) == rank(best[1]) and best[0].layout is not best[1].layout:
        return None
    return best[0]


def rank(header: Header) -> tuple[bool, int]:
    return not header.missing, header.score
