"""The catalogue as one workbook to take away: a sheet for each kind, ready to be handed in again."""

import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from products.staff.sheets.kinds import DAYS, Kind
from products.staff.sheets.scope import Scope
from zhunong.workbooks import as_cell, text_cell

SHAPES = dict.fromkeys(DAYS, "yyyy-mm-dd") | {"price_fen": "0.00"}
WIDE = {"area_source", "source", "note", "value", "seller", "holder", "name"}


def catalogue_workbook(kinds: Sequence[Kind], scope: Scope, *, is_empty: bool = False) -> bytes:
    """`is_empty`: headers only, for somebody who begins."""
    book = Workbook(write_only=True)
    for kind in kinds:
        resource = kind.resource(scope)
        add_sheet(book, kind, () if is_empty else rows_of(kind, resource))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def rows_of(kind: Kind, resource: Any) -> Any:
    fields = [resource.fields[name] for name in kind.columns]
    return ([field.export(record) for field in fields] for record in resource.records())


def add_sheet(book: Any, kind: Kind, rows: Any) -> None:
    sheet = book.create_sheet(str(kind.label))
    sheet.freeze_panes = "B2"
    for place, name in enumerate(kind.columns, start=1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = 32 if name in WIDE else max(13, 2 * len(kind.spoken(name)) + 2)
    sheet.append([text_cell(sheet, kind.spoken(name), Font(bold=True)) for name in kind.columns])
    shapes = [SHAPES.get(name) for name in kind.columns]
    for cells in rows:
        sheet.append([as_cell(sheet, cell, shape) for cell, shape in zip(cells, shapes, strict=True)])
