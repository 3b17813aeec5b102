"""Writing XLSX files for people who work in Excel."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from zhunong.formulas import harmless


def write_workbook(
    title: str, headers: Sequence[str], rows: Iterable[Sequence], formats: dict[str, str] | None = None
) -> bytes:
    """One sheet with a head row that stays in sight, real numbers, and text that is never a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    shapes = [(formats or {}).get(header) for header in headers]
    for place, header in enumerate(headers, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = max(12, 2 * len(header) + 2)
    sheet.append([text_cell(sheet, header, Font(bold=True)) for header in headers])
    for row in rows:
        sheet.append([as_cell(sheet, value, shape) for value, shape in zip(row, shapes, strict=True)])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def as_cell(sheet: WriteOnlyWorksheet, value: Any, shape: str | None) -> Any:
    if isinstance(value, str):
        return text_cell(sheet, value)
    if shape is None:
        return value
    cell = WriteOnlyCell(sheet, value)
    cell.number_format = shape
    return cell


def text_cell(sheet: WriteOnlyWorksheet, text: str, font: Font | None = None) -> Any:
    cell = WriteOnlyCell(sheet, harmless(text))
    cell.data_type = "s"
    if font:
        cell.font = font
    return cell
