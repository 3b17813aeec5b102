"""Answers as table, JSON, CSV and XLSX."""

import csv
import io
import json
from collections.abc import Callable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from livestreams.sales.money import FEN_A_YUAN, GRAMS_A_JIN, jin, yuan
from livestreams.sales.totals import Answer, TotalRow

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
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


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


def headers(answer: Answer) -> list[str]:
    return [_(HEADERS[dimension]) for dimension in answer.question.by] + [_(header) for header in MEASURE_HEADERS]


def as_csv(answer: Answer) -> bytes:
    """CSV that Excel in China opens rightly: with BOM, yuan with two decimals, no formulas."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(headers(answer))
    for row in [*answer.rows, answer.total]:
        writer.writerow(
            [*map(harmless, labels(answer, row)), row.lines, row.items, f"{row.weight_g / GRAMS_A_JIN:g}",
             *(f"{fen / FEN_A_YUAN:.2f}" for fen in (row.paid_fen, row.refunded_fen, row.net_fen))]
        )  # fmt: skip
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def harmless(label: str) -> str:
    """Text that a spreadsheet does not take for a formula."""
    return f"'{label}" if label.startswith(FORMULA_STARTS) else label


def labels(answer: Answer, row: TotalRow) -> list[str]:
    """The row's keys as text; the total's row says so in its first cell."""
    if not row.keys:
        return [_("total"), *[""] * (len(answer.question.by) - 1)][: len(answer.question.by)]
    return [key if key is not None else "—" for key in row.keys]


def as_xlsx(answer: Answer) -> bytes:
    """A workbook with real numbers and a head row that stays in sight."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("totals"))
    sheet.freeze_panes = "A2"
    for place in range(1, len(headers(answer)) + 1):
        sheet.column_dimensions[get_column_letter(place)].width = 18
    sheet.append([bold(sheet, header) for header in headers(answer)])
    for row in [*answer.rows, answer.total]:
        yuans = [number(sheet, fen / FEN_A_YUAN, "#,##0.00") for fen in (row.paid_fen, row.refunded_fen, row.net_fen)]
        texts = [plain(sheet, label) for label in labels(answer, row)]
        sheet.append([*texts, row.lines, row.items, row.weight_g / GRAMS_A_JIN, *yuans])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def bold(sheet: object, text: str) -> WriteOnlyCell:
    cell = plain(sheet, text)
    cell.font = Font(bold=True)
    return cell


def plain(sheet: object, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, harmless(text))
    cell.data_type = "s"
    return cell


def number(sheet: object, amount: float, shape: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, amount)
    cell.number_format = shape
    return cell


def as_table(answer: Answer) -> bytes:
    """Text for people, columns in line."""
    rows = [headers(answer)]
    for row in [*answer.rows, answer.total]:
        amounts = [str(row.lines), str(row.items), jin(row.weight_g), *map(yuan, (row.paid_fen, row.refunded_fen, row.net_fen))]
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


WRITERS: dict[str, Callable[[Answer], bytes]] = {"table": as_table, "json": as_json, "csv": as_csv, "xlsx": as_xlsx}
FORMATS = tuple(WRITERS)


def write_answer(answer: Answer, format: str) -> bytes:
    """The answer in one of `FORMATS`."""
    return WRITERS[format](answer)
