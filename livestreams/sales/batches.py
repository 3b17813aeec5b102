"""A batch of line changes: staged in committed chunks, switched over in one short transaction (design, section 5)."""

import uuid
from collections.abc import Sequence

from django.db import connection, transaction

from livestreams.sales.books import Books
from livestreams.sales.bulk import column_names, insert_rows
from livestreams.sales.deltas import Deltas
from livestreams.sales.models import Line, StagedLine
from livestreams.sales.new_credits import CREDIT_PLACE, CreditedRow, NewCredits
from livestreams.sales.reading.refusal import Refused
from livestreams.sales.rows import LineRow, rows_by_key, select_rows

STAGED_FIELDS = (*LineRow._fields, "batch", "is_gone")
CHUNK_LINES = 5000


class Batch:
    """Line changes that come about together or not at all. The caller holds the crediting lock throughout."""

    def __init__(self, books: Books) -> None:
        self.name = uuid.uuid4().hex
        self.deltas = Deltas(books.parties())
        self.books = books
        self.buffer: dict[tuple[str, str], tuple] = {}
        self.restaged: set[tuple[str, str]] = set()
        self.is_sealed = False
        self.credits = NewCredits()

    def __len__(self) -> int:
        """How many lines change, once all is flushed."""
        return len(self.credits) + StagedLine.objects.filter(batch=self.name).count()

    def credit(self, old: CreditedRow, new: CreditedRow) -> None:
        """Note that a line is credited otherwise; the two differ in nothing else."""
        if old[CREDIT_PLACE:] != new[CREDIT_PLACE:]:
            self.deltas.add(old, -1)
            self.deltas.add(new)
            self.credits.note(old, new)

    def existing(self, platform: str, keys: Sequence[str]) -> dict[str, LineRow]:
        """The lines as they are, or as the sealed part of this batch will leave them."""
        rows = rows_by_key(platform, keys)
        if self.is_sealed:
            places = ", ".join(["%s"] * len(keys))
            where = f"batch = %s AND platform = %s AND key IN ({places})"
            staged = select_rows(where, [self.name, platform, *keys], StagedLine._meta.db_table)
            rows.update({row.key: row for row in staged})
            self.restaged.update((platform, row.key) for row in staged)
        return rows

    def seal(self) -> None:
        """One file is through: what it changes is what the next file of the batch finds."""
        self.flush()
        self.is_sealed = True

    def change(self, old: LineRow | None, new: LineRow | None) -> None:
        """Note that a line becomes another; None = there is none."""
        if old == new:
            return
        if old:
            self.deltas.add(old, -1)
        if new:
            self.deltas.add(new)
        kept = new or old
        assert kept is not None
        self.buffer[kept.platform, kept.key] = (*kept, self.name, new is None)
        if len(self.buffer) >= CHUNK_LINES:
            self.flush()

    def flush(self) -> None:
        """Commit the changes noted so far to staging."""
        if not self.buffer:
            return
        with transaction.atomic():
            for platform, key in self.restaged & self.buffer.keys():
                StagedLine.objects.filter(batch=self.name, platform=platform, key=key).delete()
            insert_rows(StagedLine, STAGED_FIELDS, self.buffer.values())
        self.buffer = {}

    def switch(self) -> None:
        """Make it true: lines and totals, set-based. Call inside a transaction. Raises Refused.

        Two shops of two townships, each under its own lock, may bring one line at once: the second one is refused.
        """
        self.flush()
        columns = ", ".join(names := column_names(Line, LineRow._fields))
        updates = ", ".join(f"{name} = excluded.{name}" for name in names if name not in ('"platform"', '"key"'))
        line, staged = Line._meta.db_table, StagedLine._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(
                f"DELETE FROM {line} WHERE EXISTS (SELECT 1 FROM {staged} s WHERE s.batch = %s AND s.is_gone"
                f" AND s.platform = {line}.platform AND s.key = {line}.key)",
                [self.name],
            )
            cursor.execute(
                f"INSERT INTO {line} ({columns}) SELECT {columns} FROM {staged} WHERE batch = %s AND NOT is_gone"
                f" ON CONFLICT (platform, key) DO UPDATE SET {updates} WHERE {line}.shop_id = excluded.shop_id",
                [self.name],
            )
            if cursor.rowcount != StagedLine.objects.filter(batch=self.name, is_gone=False).count():
                raise Refused("shops_at_once")
        self.credits.write()
        self.deltas.write()

    def sweep(self) -> None:
        """Take the batch's staging away, whether it was switched over or given up."""
        StagedLine.objects.filter(batch=self.name).delete()
