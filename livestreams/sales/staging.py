"""From an order file to sightings: staged in committed chunks, numbered where a key comes twice, kept sorted."""

import datetime
import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from django.db import connection, transaction
from django.utils import timezone

from livestreams.sales.bulk import insert_rows
from livestreams.sales.layouts import LAYOUTS
from livestreams.sales.layouts.base import Layout
from livestreams.sales.models import OrderImport, StagedRow
from livestreams.sales.reading import OrderFile
from livestreams.sales.sightings import CHUNK_ROWS, ChunkWriter
from livestreams.sales.times import as_aware

KEY = {"postgresql": 'key COLLATE "C"', "sqlite": "key"}
PAGE_ROWS = 5000
BEFORE_ALL = "2000-01-01 00:00:00"
"""Of a file that tells no time at all: every other file is later."""
LONGEST_KEY = 130
encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def stage(order_import: OrderImport, order_file: OrderFile) -> None:
    """Read the file into staging, chunk by committed chunk. Raises Refused; then nothing but staging is left."""
    times = time_places(LAYOUTS[order_file.platform], order_file.columns)
    first = ""
    for chunk in order_file.chunks():
        first = earliest(first, chunk, times)
        rows = [(order_import.pk, short(key), row, encode(values)) for row, key, values in chunk]
        with transaction.atomic():
            insert_rows(StagedRow, ("order_import", "key", "row", "cells"), rows)
            beat(order_import, order_file.progress or 0)
    summary = order_file.summary
    order_import.columns = order_file.columns
    order_import.sha256 = order_file.sha256
    order_import.exported_at = as_aware(summary.exported_at or BEFORE_ALL)
    order_import.first_day = datetime.date.fromisoformat(first[:10]) if first else None
    order_import.rows = summary.rows
    order_import.bad_count = summary.bad_count
    order_import.bad = [vars(bad) for bad in summary.bad]
    order_import.unknown_words = summary.unknown_words


def time_places(layout: Layout, columns: list[str]) -> list[int]:
    """Where the times of order and of payment stand."""
    return [place for place, column in enumerate(columns) if column in (*layout.placed_at, *layout.paid_at)]


def earliest(first: str, chunk: Iterable[tuple[int, str, list]], times: list[int]) -> str:
    """The earliest time of these rows and `first`, as Beijing text; blank = none yet."""
    found = [first] if first else []
    for place in times:
        if earlier := min((values[place] for _row, _key, values in chunk if values[place]), default=None):
            found.append(earlier)
    return min(found, default="")


def short(key: str) -> str:
    """A key that fits its column, with room for the shop and `#2`; one with texts without end goes by its hash."""
    return key if len(key) <= LONGEST_KEY else f"{key[:60]}|{hashlib.sha256(key.encode()).hexdigest()}"


def beat(order_import: OrderImport, progress: float) -> None:
    """Say that the reading is alive, and how far it is (0 to 1)."""
    OrderImport.objects.filter(pk=order_import.pk).update(heartbeat_at=timezone.now(), progress=progress)


def keep_sightings(order_import: OrderImport, layout: Layout) -> int:
    """Turn the staged rows into sightings. Returns how many rows repeated another to the letter."""
    repeats = 0
    prefix = shop_prefix(order_import, layout)
    writer = ChunkWriter(order_import)
    for key, twins in groupby(staged_rows(order_import), key=itemgetter(0)):
        rows = list(twins)
        distinct = {cells: row for _key, row, cells in reversed(rows)}
        repeats += len(rows) - len(distinct)
        for number, (row, cells) in enumerate(in_twin_order(distinct, order_import.columns, layout), start=1):
            writer.add(prefix + (key if number == 1 else f"{key}#{number}"), row, cells)
        writer.flush(at_least=CHUNK_ROWS)
    writer.flush()
    return repeats


def shop_prefix(order_import: OrderImport, layout: Layout) -> str:
    """What makes a shop's own numbers differ from another shop's; the order of keys stays."""
    if not layout.key_per_shop:
        return ""
    assert order_import.shop
    return f"{order_import.shop.account_id}:"


def in_twin_order(distinct: dict[str, int], columns: list[str], layout: Layout) -> Iterable[tuple[int, str]]:
    """Rows that bear one key, by paid amount, quantity and position (contracts, section 2, "Twice in one file")."""
    rows = [(row, cells) for cells, row in distinct.items()]
    if len(rows) == 1:
        return rows
    amount = columns.index(layout.amount if layout.amount in columns else layout.net_amount)
    quantity = columns.index(layout.quantity)

    def order(each: tuple[int, str]) -> tuple[int, int, int]:
        values = json.loads(each[1])
        return values[amount] or 0, values[quantity] or 0, each[0]

    return sorted(rows, key=order)


def staged_rows(order_import: OrderImport) -> Iterator[tuple[str, int, str]]:
    """(key, row number, cells) in the order of keys, page by page: memory stays flat and no snapshot is held open."""
    table, key = StagedRow._meta.db_table, KEY[connection.vendor]
    last = ("", -1)
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT key, row, cells FROM {table} WHERE order_import_id = %s AND ({key}, row) > (%s, %s)"
                f" ORDER BY {key}, row LIMIT {PAGE_ROWS}",
                [order_import.pk, *last],
            )
            page = cursor.fetchall()
        yield from page
        if len(page) < PAGE_ROWS:
            return
        last = page[-1][:2]


def sweep(order_import: OrderImport) -> None:
    """Take the staging of an import away."""
    StagedRow.objects.filter(order_import=order_import).delete()
