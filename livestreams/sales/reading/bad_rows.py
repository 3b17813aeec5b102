"""Rows that cannot be read: what is told about them, and how their values are masked (contracts, section 2)."""

import re
from dataclasses import dataclass, field

from livestreams.sales.msgids import gettext_noop

KEPT_BAD_ROWS = 1000
SHOWN_CHARACTERS = 40
LONG_NUMBER = re.compile(r"\d{7,}")

BAD_REASONS: dict[str, str] = {
    "time": gettext_noop("This is no time; write it like 2026-05-31 09:42:36."),
    "day": gettext_noop("There is no such day or hour."),
    "number": gettext_noop("This is no number."),
    "negative": gettext_noop("This is less than nothing."),
    "decimals": gettext_noop("This has more than two decimals."),
    "whole": gettext_noop("This is no whole number."),
    "too_big": gettext_noop("This number is too big."),
    "missing": gettext_noop("This must not be blank."),
    "shifted": gettext_noop("This row has more cells than the table has columns."),
}


class Unreadable(ValueError):
    """One cell cannot be read; carries only the reason's code, never the value."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass
class BadRow:
    """A row that cannot be read, for its first bad cell.

    `row` is the row number in the sheet, 1-based; `reason` a code of `BAD_REASONS`; `cells` the raw kept cells in the
    order of the file's `columns`, the bad one masked (none for a shifted row, whose cells may be anybody's).
    """

    row: int
    column: str
    value: str
    reason: str
    cells: list[str] = field(default_factory=list)
    sheet: int = 1


@dataclass
class Summary:
    """What a file held: `rows` counts data rows, bad ones too; `exported_at` is Beijing time."""

    rows: int = 0
    bad: list[BadRow] = field(default_factory=list)
    bad_count: int = 0
    unknown_words: dict[str, int] = field(default_factory=dict)
    exported_at: str | None = None
    sheets: int = 1
    ignored_sheets: int = 0


def without_long_numbers(text: str) -> str:
    """The text with every run of seven or more digits replaced by seven stars."""
    return LONG_NUMBER.sub("*******", text)


def masked(text: str) -> str:
    """A refused value as it may be shown: long numbers masked, cut to 40 characters."""
    return without_long_numbers(text)[:SHOWN_CHARACTERS]
