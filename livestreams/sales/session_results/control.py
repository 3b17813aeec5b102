"""The control total: the platform's figure of a session beside ours, and what is known of the difference.

What a platform counts is only known to the platform. So a cause explains at most what its lines come to, in the order
given, and only where it moves the figure the way it is off. What is left is a row of its own (design, rule 1).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from livestreams.sales.session_results.kinds import Kind

MORE = (Kind.LATE, Kind.STRANGERS, Kind.UNPAID)
"""Not among ours, and the platform may count them: it shows more."""
LESS = (Kind.PROVISIONAL, Kind.REFUNDED)
"""Among ours, and the platform may not (yet, or no longer) count them: it shows less."""
NEITHER = (Kind.UNMAPPED,)
"""Among ours and the platform's: they lack a product, no money."""


class Known(NamedTuple):
    """What the lines of a kind come to."""

    lines: int = 0
    paid_fen: int = 0
    refunded_fen: int = 0

    @property
    def net_fen(self) -> int:
        return self.paid_fen - self.refunded_fen


class Cause(NamedTuple):
    """`fen` is what there is of it, `explains_fen` (signed) how much of the difference that explains at most."""

    kind: Kind
    fen: int
    explains_fen: int


@dataclass(frozen=True)
class Control:
    """Fen. `causes` and `rest_fen` sum to the difference."""

    platform_fen: int
    ours_fen: int
    causes: Sequence[Cause]

    @property
    def difference_fen(self) -> int:
        return self.platform_fen - self.ours_fen

    @property
    def rest_fen(self) -> int:
        return self.difference_fen - sum(cause.explains_fen for cause in self.causes)


def amounts(known: dict[Kind, Known]) -> dict[Kind, int]:
    """What could be off for each cause: of refunds the money given back, of the others what was (to be) paid."""
    return {kind: each.refunded_fen if kind == Kind.REFUNDED else each.paid_fen for kind, each in known.items()}


def control(platform_fen: int, ours_fen: int, known: dict[Kind, Known]) -> Control:
    """Explain what differs, cause by cause."""
    left, causes, fen = platform_fen - ours_fen, [], amounts(known)
    for kind in (*MORE, *LESS, *NEITHER):
        sign = 1 if kind in MORE else -1 if kind in LESS else 0
        taken = min(fen.get(kind, 0), max(sign * left, 0))
        causes.append(Cause(kind, fen.get(kind, 0), sign * taken))
        left -= sign * taken
    return Control(platform_fen, ours_fen, causes)
