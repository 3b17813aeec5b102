"""What a change of time moves, in plain words: who gains and who loses, line by line of a table."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from products.money import signed, yuan

DIMENSIONS: dict[str, Promise] = {
    "team": _("team"), "session": _("session"), "village": _("village"), "sku": _("SKU"), "account": _("account"),
}  # fmt: skip
UNKNOWN: dict[str, Promise] = {
    "team": _("unclaimed"), "session": _("outside sessions"), "village": _("origin unknown"),
    "sku": _("unmapped product"), "account": _("streamer not entered"),
}  # fmt: skip


class Told(NamedTuple):
    """One party. `lines` and `net` have their sign: + gains, − loses."""

    dimension: str
    name: str
    lines: str
    net: str
    is_gain: bool


def told(moves: Iterable[Any]) -> Iterator[Told]:
    """Moves of an `Effect`, or as a `WindowRequest` keeps them. Teams first, then sessions."""
    kept = [move if isinstance(move, dict) else vars(move) for move in moves]
    for dimension, words in DIMENSIONS.items():
        for move in kept:
            if move["dimension"] == dimension:
                net = move["paid_fen"] - move["refunded_fen"]
                name = move["name"] or str(UNKNOWN[dimension])
                yield Told(str(words), name, signed(move["lines"], str(abs(move["lines"]))), signed_yuan(net), net > 0)


def signed_yuan(fen: int) -> str:
    """`+1,234.05`."""
    return signed(fen, yuan(abs(fen)))
