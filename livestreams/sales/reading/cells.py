"""Raw cells to clean text and ids (order-exports.md, section 10).

The converters run a million times a file, so the common case comes first and uses no regular expression.
"""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

JUNK = " \t\r\n\v\f\x85\xa0\u3000\ufeff\u180e\u2028\u2029\u202f\u205f\u2060" + "".join(map(chr, range(0x2000, 0x2010)))
BLANKS = frozenset({"", "-", "--", "—", "——", "/", "无"})
WRAPPERS = frozenset({"'", "="})
SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[eE]\+\d+|\d\.\d+[eE]\d+")
SEVERAL = re.compile(r"[^;；,，\n\s][\s]*[;；,，\n]+\s*[^;；,，\n\s]")
LONGEST_EXACT_NUMBER = 10**15


class DamagedId(Exception):
    """A spreadsheet has rounded this id."""


class SeveralIds(Exception):
    """One cell holds the ids of several items."""


def clean(value: str) -> str:
    """The text without blanks, TABs, zero-width characters, a leading apostrophe or `="…"` around it."""
    cleaned = value.strip(JUNK)
    if cleaned[:1] in WRAPPERS:
        return unwrapped(cleaned)
    return cleaned


def unwrapped(text: str) -> str:
    if text.startswith('="') and text.endswith('"') and len(text) > 2:
        text = text[2:-1].strip(JUNK)
    return text.lstrip("'").strip(JUNK)


def text(value: Any) -> str | None:
    """The cell as clean text, None if blank."""
    if value.__class__ is not str:
        return plain(value)
    cleaned = value.strip(JUNK)
    if cleaned[:1] in WRAPPERS:
        cleaned = unwrapped(cleaned)
    return None if cleaned in BLANKS else cleaned


def plain(value: Any) -> str | None:
    """A cell that a workbook holds as something else than text; whole numbers without decimals."""
    match value:
        case None:
            return None
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return value.isoformat(" ", "seconds")
        case date() | time() | timedelta():
            return str(value)
        case str():
            return text(str(value))
    return str(value)


def identifier(value: Any) -> str | None:
    """An id as text, None if blank. Raises `DamagedId`."""
    if value.__class__ is str:
        cleaned = value.strip(JUNK)
        if cleaned.isdigit() and cleaned.isascii():
            return cleaned
        return odd_identifier(clean(cleaned))
    if isinstance(value, int | float) and abs(value) >= LONGEST_EXACT_NUMBER:
        raise DamagedId
    return plain(value)


def odd_identifier(cleaned: str) -> str | None:
    if cleaned in BLANKS:
        return None
    if SCIENTIFIC.fullmatch(cleaned):
        raise DamagedId
    return str(int(cleaned)).zfill(len(cleaned)) if cleaned.isdecimal() else cleaned


def single_identifier(value: Any) -> str | None:
    """An id of one item. Raises `DamagedId` and, where the cell names several items, `SeveralIds`."""
    found = identifier(value)
    if found is not None and not found.isdigit() and SEVERAL.search(found):
        raise SeveralIds
    return found


def streamer(value: Any) -> str | None:
    """A streamer's id; `0` says that there is none. Raises `DamagedId`."""
    found = identifier(value)
    return None if found == "0" else found
