"""Splitting whole fen and grams so that nothing is lost (contracts, section 2, "Splitting")."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

Pair = tuple[int | None, int | None]


@dataclass(frozen=True)
class Shares:
    """Who has a part in something: parties in the order of their slugs' code points, with whole per cents.

    `parties` are primary keys; (None,) with (100,) stands for "not known".
    """

    parties: tuple[int | None, ...]
    percents: tuple[int, ...]

    @cached_property
    def leader(self) -> int | None:
        """The party with the greatest share, ties to the slug that sorts first: it gets the lines and items."""
        return self.parties[self.percents.index(max(self.percents))]


NOBODY = Shares((None,), (100,))


def split(amount: int, percents: Sequence[int]) -> list[int]:
    """Parts of a whole amount by largest remainder; of equal remainders the first gets the odd unit.

    The parts sum to the amount, whatever its sign. `percents` sum to 100 and stand in the order of the slugs.
    """
    if len(percents) == 1:
        return [amount]
    if amount == 0:
        return [0] * len(percents)
    sign = -1 if amount < 0 else 1
    amount = abs(amount)
    parts = [amount * percent // 100 for percent in percents]
    missing = amount - sum(parts)
    if missing:
        by_remainder = sorted(range(len(parts)), key=lambda place: -(amount * percents[place] % 100))
        for place in by_remainder[:missing]:
            parts[place] += 1
    return [sign * part for part in parts]


def cells(amounts: Sequence[int], teams: Shares, villages: Shares) -> Iterable[tuple[Pair, Sequence[int]]]:
    """(team, village) and its parts of the amounts: each amount by itself, first over teams, then over villages."""
    if len(teams.parties) == len(villages.parties) == 1:
        return [((teams.parties[0], villages.parties[0]), amounts)]
    parts = [
        [part for team_part in split(amount, teams.percents) for part in split(team_part, villages.percents)]
        for amount in amounts
    ]
    return zip(product(teams.parties, villages.parties), zip(*parts, strict=True), strict=True)
