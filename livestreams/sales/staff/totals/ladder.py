"""Two steps of the ladder side by side: platforms' orders, and sales evidenced by hand. Added only where it says so."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from livestreams.sales.evidenced import BY_PLATFORM, HAND
from livestreams.sales.models import ManualSale
from livestreams.sales.staff.totals.addresses import lines_address, parameters
from livestreams.sales.staff.totals.names import Names
from livestreams.sales.staff.totals.tables import MOST_ROWS, Party, Tables
from livestreams.sales.totals import Answer, Key, Question, TotalRow

Keys = tuple[Key, ...]


class Step(NamedTuple):
    """One row of both: net of platforms' lines, amount and number of sales by hand, and what the two sum to."""

    keys: Keys
    platforms: TotalRow
    by_hand: TotalRow

    @property
    def together_fen(self) -> int:
        return self.platforms.net_fen + self.by_hand.net_fen


class ShownStep(NamedTuple):
    parties: list[Party]
    step: Step
    lines_address: str
    written_address: str

    @property
    def is_unknown(self) -> bool:
        return any(party.is_unknown for party in self.parties)


class Ladder:
    """Two answers to one question, row by row."""

    def __init__(self, platforms: Answer, by_hand: Answer, names: Names) -> None:
        self.platforms, self.by_hand, self.names = platforms, by_hand, names
        self.question = platforms.question
        for place, dimension in enumerate(self.question.by):
            if dimension == "sku":
                names.learn(dimension, {row.keys[place] for row in by_hand.rows})

    @cached_property
    def steps(self) -> list[Step]:
        """Every row that one of the two has, the greatest together first, times as they come, unknown last."""
        platforms = {row.keys: row for row in self.platforms.rows}
        by_hand = {row.keys: row for row in self.by_hand.rows}
        steps = {
            keys: Step(keys, platforms.get(keys) or nothing(keys), by_hand.get(keys) or nothing(keys))
            for keys in {**platforms, **by_hand}
        }
        sums = [TotalRow(keys, 0, 0, 0, step.together_fen, 0, 0) for keys, step in steps.items()]
        return [steps[row.keys] for row in Tables(Answer(self.question, sums), self.names, "net").sorted]

    @property
    def total(self) -> Step:
        return Step((), self.platforms.total, self.by_hand.total)

    def shown(self) -> list[ShownStep]:
        return [self.show(step) for place, step in enumerate(self.steps) if place < MOST_ROWS or None in step.keys]

    def show(self, step: Step) -> ShownStep:
        by = self.question.by
        parties = [Party(self.name(dimension, key), key is None) for dimension, key in zip(by, step.keys, strict=True)]
        is_by_hand_alone = HAND in step.keys
        return ShownStep(
            parties=parties,
            step=step,
            lines_address="" if is_by_hand_alone else lines_address(self.question, by, step.keys),
            written_address=written_address(self.question, by, step.keys) if step.by_hand.paid_fen else "",
        )

    def name(self, dimension: str, key: Key) -> str:
        if dimension in BY_PLATFORM and key == HAND:
            return _("by hand, no platform")
        if dimension == "sku" and key is None:
            return _("unmapped, or only the product known")
        return self.names.name(dimension, key)

    def context(self) -> dict[str, Any]:
        total = self.total
        return {
            "total": total,
            "rows": self.shown(),
            "all_lines": lines_address(self.question),
            "all_written": written_address(self.question),
        }


def nothing(keys: Keys) -> TotalRow:
    return TotalRow(keys, 0, 0, 0, 0, 0, 0)


def written_address(question: Question, by: Sequence[str] = (), keys: Sequence[Key] = ()) -> str:
    """The confirmed sales that a figure is made of."""
    asked = parameters(question, by, keys)
    kept = {name: value for name, value in asked.items() if name not in BY_PLATFORM}
    return f"{reverse('sales:written')}?{urlencode({'state': ManualSale.State.CONFIRMED.value, **kept})}"
