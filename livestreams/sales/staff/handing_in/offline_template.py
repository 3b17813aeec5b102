"""Our own template for sales that no platform knows, with the SKU codes of the townships on a second sheet."""

import io
from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from products.models import Sku
from zhunong.formulas import harmless

HEADERS = ("流水号", "日期", "产品名称", "规格编码", "数量", "金额(元)", "退款金额(元)")
WIDTHS = (22, 14, 22, 22, 8, 12, 14)
FORMATS = {"A": "@", "B": "yyyy-mm-dd", "D": "@", "F": "0.00", "G": "0.00"}
READY_ROWS = 500
HEAD = Font(bold=True)
GROUND = PatternFill("solid", fgColor="FBEFD2")
WRAPPED = Alignment(wrap_text=True, vertical="top")


def template_workbook(skus: QuerySet[Sku]) -> bytes:
    """The first sheet is to be filled in; the others explain and are passed over by the importer."""
    book = Workbook()
    book.remove(book.worksheets[0])
    fill_in_sheet(book.create_sheet(_("To fill in")))
    codes_sheet(book.create_sheet(_("SKU codes")), skus)
    explain_sheet(book.create_sheet(_("How to")))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def fill_in_sheet(sheet: Worksheet) -> None:
    """Headers and nothing below them: an example row would one day be handed in as a sale."""
    write_head(sheet, HEADERS, WIDTHS)
    for letter, shape in FORMATS.items():
        for row in range(2, READY_ROWS + 2):
            sheet[f"{letter}{row}"].number_format = shape


def codes_sheet(sheet: Worksheet, skus: QuerySet[Sku]) -> None:
    write_head(sheet, [_("SKU code"), _("SKU name"), _("Product")], (24, 24, 24))
    for sku in skus.select_related("product").order_by("code"):
        sheet.append([harmless(sku.code), harmless(sku.name), harmless(sku.product.name)])


def explain_sheet(sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].width = 80
    for text in how_to():
        sheet.append([text])
        sheet.cell(sheet.max_row, 1).alignment = WRAPPED
    sheet["A1"].font = HEAD


def how_to() -> list[str]:
    return [
        _("How to fill in the sheet"),
        _("1. One row for each product sold. Leave the headers in the first row as they are."),
        _("2. Receipt number (first column): a number of your own, never used twice, such as XX20261001-001."),
        _("3. Day: the day the money was paid, such as 2026-10-01."),
        _("4. SKU code: copy it from the second sheet; without it the sale has no product, weight or village."),
        _("5. Amount: all that was paid for the row, in yuan. Refund: what was paid back of it; blank if nothing."),
        _(
            "6. To correct a row later, change it, put the day and time into the file's name, such as"
            " sales-20261003-1530.xlsx, and hand it in again: of two files with one receipt number the later stamp"
            " holds."
        ),
        _("7. No names, phone numbers or addresses of buyers. Other columns are not read."),
    ]


def write_head(sheet: Worksheet, headers: Sequence[str], widths: Sequence[int]) -> None:
    sheet.append(list(headers))
    sheet.freeze_panes = "A2"
    for cell, width in zip(sheet[1], widths, strict=True):
        assert isinstance(cell, Cell)
        cell.font, cell.fill = HEAD, GROUND
        sheet.column_dimensions[cell.column_letter].width = width
