"""Taking lines apart into what each team and village has of them, as the totals do."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import QuerySet

from livestreams.sales.models import Line, ShareSet
from livestreams.sales.splitting import NOBODY, Shares, cells
from livestreams.sales.totals import Key


class Part(NamedTuple):
    """What a team and a village, or several, have of a line. `lines` is 1 for the part that the line counts for."""

    lines: int
    items: int
    weight_g: int
    paid_fen: int
    refunded_fen: int

    @property
    def net_fen(self) -> int:
        return self.paid_fen - self.refunded_fen

    def plus(self, other: "Part") -> "Part":
        return Part(*map(sum, zip(self, other, strict=True)))


NOTHING = Part(0, 0, 0, 0, 0)
Whole = Sequence[int]
"""Items, weight, paid, refunded of a whole line."""


def parts(teams: Shares, villages: Shares, whole: Whole) -> Iterator[tuple[Key, Key, Part]]:
    """(team, village, part) of a line."""
    items, *amounts = whole
    leaders = (teams.leader, villages.leader)
    pairs: Any = cells(amounts, teams, villages)
    for pair, (weight, paid, refunded) in pairs:
        counts = pair == leaders
        yield *pair, Part(int(counts), items if counts else 0, weight, paid, refunded)


def line_parts(line: Line) -> list[tuple[Key, Key, Part]]:
    whole = (line.items, line.weight_g, line.paid_fen, line.refunded_fen)
    return list(parts(shares_of(line.team_shares), shares_of(line.village_shares), whole))


def shares_of(share_set: ShareSet | None) -> Shares:
    return parsed(share_set.shares if share_set else None)


@lru_cache(maxsize=10_000)
def parsed(text: str | None) -> Shares:
    """`fourteen:60;feng-team:40` with slugs for parties, in their order; None = nobody."""
    if text is None:
        return NOBODY
    pairs = [part.rpartition(":") for part in text.split(";")]
    parties: Any = tuple(slug for slug, _colon, _percent in pairs)
    return Shares(parties, tuple(int(percent) for _slug, _colon, percent in pairs))


def containing(kind: str, keys: Iterable[Key]) -> QuerySet[ShareSet]:
    """The splits in which one of the parties has a share. By regex, for LIKE knows no upper case on SQLite."""
    slugs = "|".join(re.escape(key) for key in keys if key is not None)
    return ShareSet.objects.filter(kind=kind, shares__regex=f"(^|;)({slugs}):") if slugs else ShareSet.objects.none()
