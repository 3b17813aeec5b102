"""Fold keys again from what files say: applying a file, undoing and taking it back are this one act."""

from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from livestreams.sales.batches import Batch
from livestreams.sales.correcting import credited_row
from livestreams.sales.crediting import Creditor
from livestreams.sales.facts import FactReader, Facts
from livestreams.sales.folding import Fold, fold, fold_one
from livestreams.sales.layouts import LAYOUTS
from livestreams.sales.listings import Listings
from livestreams.sales.models import OrderImport
from livestreams.sales.reading.refusal import Refused
from livestreams.sales.rows import LineRow
from livestreams.sales.sightings import Sighting, Sightings, own_rows
from livestreams.teams.models import Account


@dataclass
class Tally:
    """What became of the rows of one file."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    older: int = 0
    unmapped: int = 0
    strangers: int = 0
    without_team: int = 0
    provisional: int = 0
    paid_fen: int = 0
    refunded_fen: int = 0

    def count(self, row: LineRow) -> None:
        """What staff has to look after. Lines never paid count nowhere."""
        if row.day is None:
            return
        self.unmapped += row.sku is None
        self.strangers += row.is_stranger
        self.without_team += row.team_shares is None
        self.provisional += row.is_provisional


class LineFolder:
    """Folds lines of one shop anew from what its files say, and hands what changes to a batch."""

    def __init__(self, shop: Account, imports: Iterable[OrderImport], batch: Batch) -> None:
        self.shop, self.batch = shop, batch
        self.layout = LAYOUTS[shop.platform]
        self.reader = FactReader(self.layout)
        self.creditor = Creditor(batch.books, self.layout, shop)
        self.listings = Listings(shop)
        self.sightings = Sightings(imports)

    def refold(self, keys: Sequence[str]) -> None:
        """These lines as the imports say and the books credit. One that no import tells of goes away."""
        seen = self.sightings.of(keys)
        self.existing = self.batch.existing(self.layout.platform, keys)
        self.replace({key: self.fold(seen[key]) for key in keys if key in seen})
        for key in keys:
            if key not in seen:
                self.batch.change(self.existing.get(key), None)

    def fold(self, sightings: Sequence[Sighting]) -> Fold:
        return fold_one(self.layout, sightings[0]) if len(sightings) == 1 else fold(self.layout, sightings)

    def replace(self, folds: dict[str, Fold]) -> dict[str, LineRow]:
        """Credit the folds and note the changes. Returns the lines as they become."""
        self.facts = {key: self.reader.read(each) for key, each in folds.items()}
        self.listings.ensure((each.article for each in self.facts.values()), self.creditor)
        rows = {}
        for key, each in self.facts.items():
            rows[key] = credited_row(self.creditor, key, each, self.listings.ids[each.article])
            self.batch.change(self.existing.get(key), rows[key])
        return rows


class Refolder(LineFolder):
    """Folds the lines that one import tells of."""

    def __init__(self, order_import: OrderImport, others: Iterable[OrderImport], batch: Batch) -> None:
        assert order_import.shop, "an import that is folded has its shop"
        super().__init__(order_import.shop, others, batch)
        self.order_import = order_import
        self.tally = Tally()

    def apply(self) -> Tally:
        """Count the import in. Raises Refused when one of its lines is another shop's."""
        for own in self.sighting_runs():
            seen = self.sightings.of(list(own))
            folds = {key: self.fold(with_own(seen.get(key, []), own[key])) for key in own}
            self.check_shop(own)
            for key, row in self.replace(folds).items():
                self.sort(own[key], seen.get(key), folds[key])
                self.count_money(self.reader.read(fold_one(self.layout, own[key])) if key in seen else self.facts[key])
                self.tally.count(row)
        self.batch.seal()
        return self.tally

    def withdraw(self) -> None:
        """Count the import out, as if it had never come."""
        for own in self.sighting_runs():
            self.refold(list(own))
        self.batch.seal()

    def sighting_runs(self) -> Iterator[dict[str, Sighting]]:
        for rows in own_rows(self.order_import):
            yield {key: Sighting(self.order_import, row, values) for key, row, *values in rows}

    def check_shop(self, own: dict[str, Sighting]) -> None:
        self.existing = self.batch.existing(self.layout.platform, list(own))
        for key, row in self.existing.items():
            if row.shop != self.shop.pk:
                raise Refused("other_shop", row=own[key].row)

    def sort(self, own: Sighting, seen: Sequence[Sighting] | None, now: Fold) -> None:
        """New, updated, unchanged or older: an older file that changes nothing."""
        if not seen:
            self.tally.new += 1
        elif self.fold(seen) != now:
            self.tally.updated += 1
        elif seen[-1].order_import.rank > own.order_import.rank:
            self.tally.older += 1
        else:
            self.tally.unchanged += 1

    def count_money(self, said: Facts) -> None:
        """What the file itself says, whatever later files say."""
        if said.paid_at:
            self.tally.paid_fen += said.paid_fen
            self.tally.refunded_fen += said.refunded_fen


def with_own(seen: list[Sighting], own: Sighting) -> list[Sighting]:
    """The sightings of a line with the import's own in its place."""
    if not seen:
        return [own]
    together = list(seen)
    insort(together, own, key=lambda sighting: sighting.order_import.rank)
    return together
