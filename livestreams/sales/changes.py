"""Changing the world at the desk: first what would move, then the same thing for good, and a record of it."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import F, Sum

from livestreams.sales.batches import Batch
from livestreams.sales.deltas import MEASURES, Deltas
from livestreams.sales.leftovers import sweep_dead_batches
from livestreams.sales.locks import crediting
from livestreams.sales.models import RecordedChange, StagedLine
from livestreams.sales.recrediting import Touched, recredit
from livestreams.sessions.models import Session
from livestreams.teams.models import Account, Team
from products.models import Sku
from zhunong.access.models import User
from zhunong.places.models import Township, Village

Act = Callable[[], Batch | None]
"""Writes to the database and returns the lines that change with it, or None. May raise ValidationError or Refused."""
DIMENSIONS: dict[str, Any] = {"team": Team, "village": Village, "sku": Sku, "session": Session, "account": Account}
"""In the order in which moves are told."""


@dataclass(frozen=True)
class Move:
    """What one party of a dimension gains or loses. `key` is a slug or code, None = not known."""

    dimension: str
    key: str | None
    name: str
    lines: int
    paid_fen: int
    refunded_fen: int
    weight_g: int = 0

    @property
    def net_fen(self) -> int:
        return self.paid_fen - self.refunded_fen


@dataclass(frozen=True)
class Effect:
    """What a change does to the figures: paid lines credited otherwise, their net, and who gains and loses."""

    lines: int = 0
    net_fen: int = 0
    unpaid: int = 0
    """Lines never paid among those that change: they count nowhere."""
    moves: list[Move] = field(default_factory=list)

    @property
    def moves_weight(self) -> bool:
        return any(move.weight_g for move in self.moves)

    @property
    def fingerprint(self) -> str:
        """Two previews alike have the same: what was seen is what happens."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()[:16]


class Otherwise(Exception):
    """The figures moved since the preview, so the change would do something else than was seen."""

    def __init__(self, effect: Effect) -> None:
        super().__init__()
        self.effect = effect


@dataclass(frozen=True)
class Record:
    """What a `RecordedChange` is to say."""

    township: Township
    table: str
    rows: list[dict[str, Any]]
    by: User | None
    reason: str = ""


def changing(write: Callable[[Touched], None]) -> Act:
    """The act of a write that tells what of the world it touched; the lines concerned are credited anew."""

    def act() -> Batch | None:
        touched = Touched()
        write(touched)
        return recredit(touched) if touched else None

    return act


def foresee(act: Act) -> Effect:
    """What the act would move. Nothing of it stays."""
    with crediting(Township.objects.values_list("pk", flat=True)), transaction.atomic():
        effect = effect_of(act())
        transaction.set_rollback(True)
    return effect


def carry_out(
    act: Act,
    records: Iterable[Record],
    expected: str | None = None,
    check: Callable[[Effect], None] | None = None,
) -> Effect:
    """Do it, and record it. Raises Otherwise where `expected`, the fingerprint of the effect seen, differs.

    `check` is asked before anything is final; what it raises undoes all.
    """
    townships = list(Township.objects.values_list("pk", flat=True))
    batch = None
    with crediting(townships):
        sweep_dead_batches(townships)
        try:
            with transaction.atomic():
                batch = act()
                effect = effect_of(batch)
                if expected is not None and effect.fingerprint != expected:
                    raise Otherwise(effect)
                if check:
                    check(effect)
                if batch:
                    batch.switch()
                for record in records:
                    write_down(record, effect)
        finally:
            if batch:
                batch.sweep()
    return effect


def write_down(record: Record, effect: Effect) -> RecordedChange:
    return RecordedChange.objects.create(
        **vars(record), lines=effect.lines, net_fen=effect.net_fen, moves=[asdict(move) for move in effect.moves]
    )


def effect_of(batch: Batch | None) -> Effect:
    """What a batch is about to move."""
    if batch is None:
        return Effect()
    batch.flush()
    staged = StagedLine.objects.filter(batch=batch.name)
    paid = staged.filter(day__isnull=False)
    net = paid.filter(is_gone=False).aggregate(net=Sum(F("paid_fen") - F("refunded_fen")))["net"] or 0
    lines = paid.count() + batch.credits.paid
    return Effect(lines, net + batch.credits.net_fen, len(batch) - lines, moves_of(batch.deltas))


def moves_of(deltas: Deltas) -> list[Move]:
    """The sums of the moved cells by each dimension, those left alone not among them."""
    moves = []
    places = [MEASURES.index(name) for name in ("lines", "paid_fen", "refunded_fen", "weight_g")]
    for dimension, model in DIMENSIONS.items():
        sums: dict[int | None, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        for cell, measures in deltas.cells.items():
            kept = sums[getattr(cell, dimension)]
            for at, place in enumerate(places):
                kept[at] += measures[place]
        parties = model.objects.in_bulk([pk for pk in sums if pk])
        named = [(parties.get(pk) if pk else None, amounts) for pk, amounts in sums.items() if any(amounts)]
        moves += [Move(dimension, key_of(party), str(party or ""), *amounts) for party, amounts in named]
    return sorted(moves, key=lambda move: (list(DIMENSIONS).index(move.dimension), move.key or ""))


def key_of(party: Any) -> str | None:
    return None if party is None else party.code if isinstance(party, Sku) else party.slug
