"""What order files said of lines, kept append-only in compact chunks sorted by key (design, section 5)."""

import json
import zlib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from livestreams.sales.models import OrderImport, SightingChunk

CHUNK_ROWS = 1000
encode = json.JSONEncoder(ensure_ascii=False).encode


class Sighting(NamedTuple):
    """One import's word on one line."""

    order_import: OrderImport
    row: int
    values: Sequence


class ChunkWriter:
    """Writes one import's sightings, which come in the order of their keys."""

    def __init__(self, order_import: OrderImport) -> None:
        self.order_import = order_import
        self.pending: list[tuple[str, str]] = []
        self.number = 0

    def add(self, key: str, row: int, cells: str) -> None:
        """Note a sighting; `cells` is the JSON list of its values."""
        self.pending.append((key, f"[{encode(key)},{row},{cells[1:]}"))

    def flush(self, at_least: int = 1) -> None:
        """Write the pending sightings in chunks while there are `at_least` so many."""
        while self.pending and len(self.pending) >= at_least:
            rows, self.pending = self.pending[:CHUNK_ROWS], self.pending[CHUNK_ROWS:]
            self.write(rows)

    def write(self, rows: list[tuple[str, str]]) -> None:
        text = f"[{','.join(text for _key, text in rows)}]"
        SightingChunk.objects.create(
            order_import=self.order_import,
            number=self.number,
            first_key=min(row[0] for row in rows),
            last_key=max(row[0] for row in rows),
            rows=zlib.compress(text.encode(), 1),
        )
        self.number += 1


def decode(blob: bytes | memoryview) -> list[list]:
    return json.loads(zlib.decompress(blob))


def load_rows(chunk_id: int) -> list[list]:
    return decode(SightingChunk.objects.values_list("rows", flat=True).get(pk=chunk_id))


class Sightings:
    """The sightings of some imports of one shop, looked up by runs of keys."""

    def __init__(self, imports: Iterable[OrderImport]) -> None:
        self.imports = sorted(imports, key=lambda each: each.rank)
        self.rows = lru_cache(maxsize=32)(load_rows)
        self.chunks: dict[int, list[tuple[str, str, int]]] = defaultdict(list)
        chunks = SightingChunk.objects.filter(order_import__in=self.imports).order_by("order_import_id", "number")
        for import_id, first, last, pk in chunks.values_list("order_import_id", "first_key", "last_key", "pk"):
            self.chunks[import_id].append((first, last, pk))

    def of(self, keys: Sequence[str]) -> dict[str, list[Sighting]]:
        """Sightings by key, earliest export first. Keys never seen are left out."""
        wanted = set(keys)
        in_order = sorted(wanted)
        found: dict[str, list[Sighting]] = defaultdict(list)
        for order_import in self.imports:
            for pk in self.holding(order_import, in_order):
                for key, row, *values in self.rows(pk):
                    if key in wanted:
                        found[key].append(Sighting(order_import, row, values))
        return found

    def holding(self, order_import: OrderImport, keys: Sequence[str]) -> list[int]:
        """The chunks within whose bounds one of the keys (sorted) lies: a few keys far apart read little."""
        found = []
        for first, last, pk in self.chunks[order_import.pk]:
            place = bisect_left(keys, first)
            if place < len(keys) and keys[place] <= last:
                found.append(pk)
        return found

    def overlapping(self, order_import: OrderImport, first: str, last: str) -> list[int]:
        chunks = self.chunks[order_import.pk]
        return [pk for chunk_first, chunk_last, pk in chunks if chunk_first <= last and chunk_last >= first]

    def all(self) -> Iterator[tuple[str, list[Sighting]]]:
        """Every key with its sightings, in the order of keys, streamed."""
        for keys in self.key_runs():
            found = self.of(keys)
            yield from ((key, found[key]) for key in keys)

    def key_runs(self, size: int = CHUNK_ROWS) -> Iterator[list[str]]:
        """All keys once, sorted, in runs."""
        bounds = sorted({last for chunks in self.chunks.values() for _first, last, _pk in chunks})
        after = ""
        for bound in bounds:
            keys: set[str] = set()
            for order_import in self.imports:
                for pk in self.overlapping(order_import, after, bound):
                    keys.update(row[0] for row in self.rows(pk) if after < row[0] <= bound)
            if keys:
                yield sorted(keys)
            after = bound


def own_rows(order_import: OrderImport) -> Iterator[list[list]]:
    """All sightings of one import, chunk by chunk."""
    chunks = SightingChunk.objects.filter(order_import=order_import).order_by("number")
    for pk in list(chunks.values_list("pk", flat=True)):
        yield load_rows(pk)
