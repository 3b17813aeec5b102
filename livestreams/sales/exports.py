"""Answers as table, JSON, CSV and XLSX."""

import csv
import io
import json
from collections.abc import Callable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from livestreams.sales.totals import Answer, Key, TotalRow
from products.money import FEN_A_YUAN, GRAMS_A_JIN, jin, yuan
from zhunong.formulas import harmless

Naming = Callable[[str, Key], str]
"""What people call a key of a dimension."""

HEADERS = {
    "team": gettext_noop("team"),
    "village": gettext_noop("village"),
    "product": gettext_noop("product"),
    "sku": gettext_noop("SKU"),
    "session": gettext_noop("session"),
    "platform": gettext_noop("platform"),
    "account": gettext_noop("account"),
    "shop": gettext_noop("shop"),
    "township": gettext_noop("township"),
    "day": gettext_noop("day"),
    "month": gettext_noop("month"),
}
MEASURE_HEADERS = (
    gettext_noop("lines"),
    gettext_noop("items"),
    gettext_noop("weight (jin)"),
    gettext_noop("paid (yuan)"),
    gettext_noop("refunded (yuan)"),
    gettext_noop("net of refunds (yuan)"),
)
PROVISIONAL_HEADER = gettext_noop("of that provisional (yuan)")


def measures(row: TotalRow) -> dict[str, int]:
    """The measures of contracts, section 3, by name."""
    return {
        "lines": row.lines,
        "items": row.items,
        "weight_g": row.weight_g,
        "paid_fen": row.paid_fen,
        "refunded_fen": row.refunded_fen,
        "net_fen": row.net_fen,
    }


def as_json(answer: Answer) -> bytes:
    by = answer.question.by
    rows = [dict(zip(by, row.keys, strict=True)) | measures(row) for row in answer.rows]
    return json.dumps({"by": list(by), "rows": rows, "total": measures(answer.total)}, ensure_ascii=False).encode()


def key_itself(dimension: str, key: Key) -> str:
    return "—" if key is None else key


def headers(answer: Answer) -> list[str]:
    return [_(HEADERS[dimension]) for dimension in answer.question.by] + [_(header) for header in MEASURE_HEADERS]


def as_csv(answer: Answer, naming: Naming = key_itself) -> bytes:
    """CSV that Excel in China opens rightly: with BOM, yuan with two decimals, no formulas."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([*headers(answer), _(PROVISIONAL_HEADER)])
    for row in [*answer.rows, answer.total]:
        writer.writerow(
            [*map(harmless, labels(answer, row, naming)), row.lines, row.items, plain_jin(row.weight_g),
             *(f"{fen / FEN_A_YUAN:.2f}" for fen in money(row))]
        )  # fmt: skip
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def money(row: TotalRow) -> tuple[int, ...]:
    return row.paid_fen, row.refunded_fen, row.net_fen, row.provisional_fen


def plain_jin(grams: int) -> str:
    """斤 to the gram, without separators."""
    return f"{grams / GRAMS_A_JIN:.3f}".rstrip("0").rstrip(".")


def labels(answer: Answer, row: TotalRow, naming: Naming = key_itself) -> list[str]:
    """The row's keys as text; the total's row says so in its first cell."""
    by = answer.question.by
    if not row.keys:
        return [_("total"), *[""] * (len(by) - 1)][: len(by)]
    return [naming(dimension, key) for dimension, key in zip(by, row.keys, strict=True)]


def as_table(answer: Answer) -> bytes:
    """Text for people, columns in line."""
    rows = [headers(answer)]
    for row in [*answer.rows, answer.total]:
        amounts = [
            str(row.lines),
            str(row.items),
            jin(row.weight_g),
            *map(yuan, (row.paid_fen, row.refunded_fen, row.net_fen)),
        ]
        rows.append([*labels(answer, row), *amounts])
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(line(row, widths, len(answer.question.by)) for row in rows).encode()


def width(text: str) -> int:
    """Columns that a terminal gives the text: Chinese takes two a character."""
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)


def line(row: Sequence[str], widths: Sequence[int], texts: int) -> str:
    padded = [
        text + " " * (room - width(text)) if place < texts else " " * (room - width(text)) + text
        for place, (text, room) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join(padded).rstrip()


def as_xlsx(answer: Answer, naming: Naming = key_itself) -> bytes:
    """A workbook with real numbers and a head row that stays in sight."""
    from zhunong.workbooks import write_workbook  # openpyxl takes a third of a second to import

    rows = [
        [*labels(answer, row, naming), row.lines, row.items, row.weight_g / GRAMS_A_JIN,
         *(fen / FEN_A_YUAN for fen in money(row))]
        for row in [*answer.rows, answer.total]
    ]  # fmt: skip
    columns = [*headers(answer), _(PROVISIONAL_HEADER)]
    return write_workbook(_("totals"), columns, rows, dict.fromkeys(columns[-4:], "#,##0.00"))


WRITERS: dict[str, Callable[[Answer], bytes]] = {"table": as_table, "json": as_json, "csv": as_csv, "xlsx": as_xlsx}
FORMATS = tuple(WRITERS)


def write_answer(answer: Answer, format: str) -> bytes:
    """The answer in one of `FORMATS`, keys as they are."""
    return WRITERS[format](answer)
