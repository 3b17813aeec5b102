"""Rows of a list as a file to take away."""

import csv
import io
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from livestreams.sales.staff.totals.downloads import attachment
from zhunong.formulas import harmless
from zhunong.workbooks import write_workbook

FORMATS = ("xlsx", "csv")


def download_rows(name: str, headers: Sequence[str], rows: Iterable[Sequence], format: str) -> HttpResponse:
    """xlsx, or csv with BOM; text is never a formula, long numbers in csv end in a TAB, or Excel would round them."""
    if format == "xlsx":
        return attachment(write_workbook(name, headers, rows), [name], format)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(headers)
    writer.writerows([as_csv_cell(value) for value in row] for row in rows)
    return attachment(b"\xef\xbb\xbf" + text.getvalue().encode(), [name], format)


def as_csv_cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    return f"{value}\t" if len(value) > 11 and value.isdigit() else harmless(value)
