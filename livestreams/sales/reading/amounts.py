"""Raw cells to whole fen and whole pieces."""

import re
from typing import Any
from unicodedata import normalize

from livestreams.sales.reading.bad_rows import Unreadable
from livestreams.sales.reading.cells import BLANKS, JUNK, clean

NO_REFUND = "无退款申请"
PLAIN = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?", re.ASCII)
SIGNS = str.maketrans("", "", "¥元 \t\xa0")
LARGEST_FEN = 10**13
LARGEST_QUANTITY = 10**9


def fen(value: Any) -> int | None:
    """An amount of yuan in fen, None if blank. Raises `Unreadable`."""
    if value.__class__ is str:
        cleaned = value.strip(JUNK)
        if cleaned[-3:-2] == ".":
            yuan, rest = cleaned[:-3], cleaned[-2:]
            if len(yuan) < 10 and yuan.isdecimal() and rest.isdecimal():
                return int(yuan) * 100 + int(rest)
        elif len(cleaned) < 10 and cleaned.isdecimal():
            return int(cleaned) * 100
        return within(scaled(cleaned, 2), LARGEST_FEN)
    return within(scaled_number(value, 2), LARGEST_FEN)


def refund_fen(value: Any) -> int | None:
    """As `fen`, but the words for "no refund asked" are blank too."""
    if value.__class__ is str and value.strip(JUNK) == NO_REFUND:
        return None
    return fen(value)


def pieces(value: Any) -> int | None:
    """A whole number of pieces, None if blank. Raises `Unreadable`."""
    if value.__class__ is str:
        cleaned = value.strip(JUNK)
        if len(cleaned) < 10 and cleaned.isdecimal():
            return int(cleaned)
        return within(scaled(cleaned, 0), LARGEST_QUANTITY)
    return within(scaled_number(value, 0), LARGEST_QUANTITY)


def scaled(raw: str, decimals: int) -> int | None:
    """The number written in `raw`, as a whole number of its last decimal."""
    cleaned = clean(raw)
    if cleaned in BLANKS:
        return None
    number = normalize("NFKC", cleaned).translate(SIGNS)
    match = PLAIN.fullmatch(number)
    if not match or not any(map(str.isdigit, number)):
        raise Unreadable("number")
    return scaled_match(number, match[1] or "", decimals)


def scaled_match(number: str, fraction: str, decimals: int) -> int:
    fraction = fraction.rstrip("0")
    if len(fraction) > decimals:
        raise Unreadable("decimals" if decimals else "whole")
    whole = number.partition(".")[0].replace(",", "").lstrip("+")
    amount = int((whole.lstrip("-") or "0") + fraction.ljust(decimals, "0")) if len(whole) < 30 else 10**30
    return -amount if whole.startswith("-") else amount


def scaled_number(value: Any, decimals: int) -> int | None:
    """A workbook's number; what spreadsheets' arithmetic leaves behind the decimals is forgiven."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Unreadable("number")
    exact = value * 10**decimals
    amount = round(exact)
    if abs(exact - amount) > 1e-6 + abs(exact) * 1e-12:
        raise Unreadable("decimals" if decimals else "whole")
    return amount


def within(amount: int | None, largest: int) -> int | None:
    if amount is not None and amount < 0:
        raise Unreadable("negative")
    if amount is not None and amount > largest:
        raise Unreadable("too_big")
    return amount
