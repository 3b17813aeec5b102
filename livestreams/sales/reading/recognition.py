"""Which sheets of a file are read, and by which layout."""

from dataclasses import dataclass

from livestreams.sales.layouts.base import Layout
from livestreams.sales.reading.headers import Header, best_header
from livestreams.sales.reading.other_reports import other_report
from livestreams.sales.reading.refusal import Refused
from livestreams.sales.reading.tables import Table


@dataclass
class Recognised:
    """The sheets to read, all of one layout and with the same kept columns."""

    layout: Layout
    columns: list[str]
    sheets: list[tuple[Table, Header]]
    ignored: int


def recognised(tables: list[Table], streamers: bool) -> Recognised:
    """Raises `Refused` where no sheet, or sheets that do not go together, can be read."""
    if not any(table.head for table in tables):
        raise Refused("no_rows")
    headers = [(table, best_header(table.head, streamers)) for table in tables]
    sheets = [(table, header) for table, header in headers if header and not header.missing]
    if not sheets:
        raise why_not(tables, [header for _, header in headers if header])
    first = sheets[0][1]
    if any(header.layout is not first.layout for _, header in sheets):
        raise Refused("several_platforms")
    if any(header.columns != first.columns for _, header in sheets):
        raise Refused("sheets_differ")
    return Recognised(first.layout, first.columns, sheets, len(tables) - len(sheets))


def why_not(tables: list[Table], headers: list[Header]) -> Refused:
    """The most helpful refusal: another export's name, else what is missing, else that nothing is known."""
    for table in tables:
        if (found := other_report(table.head)) is not None:
            return found
    likely = max((header for header in headers if header.likely), key=lambda header: header.score, default=None)
    if likely is None:
        return Refused("unknown_layout")
    return Refused("missing_columns", platform=likely.layout.name, columns="、".join(likely.missing))
