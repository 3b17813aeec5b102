"""Figures as people type them: 1.2万, 1,234, ¥59.9, 1小时21分5秒. Blank or “—” = missing, never 0."""

import re
from decimal import Decimal, InvalidOperation
from unicodedata import normalize

from django.utils.translation import gettext as _

BLANKS = frozenset({"", "-", "--", "—", "——", "/", "无", "暂无"})
TIMES = {"万": 10_000, "w": 10_000, "亿": 100_000_000, "千": 1_000, "k": 1_000}
COUNTED = ("人次", "人", "次", "个", "单", "件", "粉")
LARGEST = 10**13
GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?=\D|$)")
NUMBER = re.compile(r"\d+(?:\.\d+)?|\.\d+", re.ASCII)
PART = r"(\d+(?:\.\d+)?)"
SPOKEN = re.compile(
    rf"(?:{PART}(?:小时|时|h))?(?:{PART}(?:分钟|分|min|m))?(?:{PART}(?:秒钟|秒|s))?", re.ASCII | re.IGNORECASE
)
CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})", re.ASCII)
MINUTES, HOURS = 60, 3600


class Unreadable(ValueError):
    """Says in one sentence how to write it."""


def count(raw: str) -> int | None:
    """People or times; `1.2万` is 12,000. Raises Unreadable."""
    text = plain(raw)
    for ending in COUNTED:
        text = text.removesuffix(ending)
    number = scaled(text, _("Write a whole number, like 1234 or 1.2万."))
    return whole(number, _("Write a whole number, like 1234 or 1.2万."))


def mean(raw: str) -> int | None:
    """As `count`, of which platforms give decimals; to the nearest whole."""
    text = plain(raw)
    number = scaled(text.removesuffix("人"), _("Write a whole number, like 1234 or 1.2万."))
    return None if number is None else int(number + Decimal("0.5"))


def fen(raw: str) -> int | None:
    """An amount of yuan in whole fen. Raises Unreadable, also for parts of a fen."""
    sentence = _("Write the amount in yuan with at most two decimals, like 1280.50 or 1.2万.")
    number = scaled(plain(raw).lstrip("¥￥").removesuffix("元"), sentence)
    return whole(None if number is None else number * 100, sentence)


def seconds(raw: str, bare: int | None = None) -> int | None:
    """A length of time: 1小时21分5秒, 12分30秒, 1:21:05; `bare` is what a number without unit stands for, in seconds.

    Raises Unreadable, also where a number could be minutes as well as hours.
    """
    text = plain(raw)
    if text in BLANKS:
        return None
    sentence = _("Write the time with its units, like 1小时21分 or 1分5秒.")
    if NUMBER.fullmatch(text) and bare:
        return rounded(Decimal(text) * bare)
    if clock := CLOCK.fullmatch(text):
        return of_clock(clock, bare, sentence)
    parts = SPOKEN.fullmatch(text)
    if not parts or not any(parts.groups()):
        raise Unreadable(sentence)
    hours, minutes, rest = (Decimal(part or 0) for part in parts.groups())
    return rounded(hours * HOURS + minutes * MINUTES + rest)


def of_clock(clock: re.Match[str], bare: int | None, sentence: str) -> int:
    """`1:21:05` is clear; `2:30` is minutes and seconds of what is told in seconds, else either."""
    hours, minutes, rest = (int(part or 0) for part in clock.groups())
    if (clock[1] is None and bare) or rest > 59 or (clock[1] and minutes > 59):
        raise Unreadable(sentence)
    return hours * HOURS + minutes * MINUTES + rest


def plain(raw: str) -> str:
    """One form of digits and signs, without blanks and thousands commas."""
    text = "".join(normalize("NFKC", raw or "").split()).replace("，", ",")
    return GROUPED.sub(lambda match: match[0].replace(",", ""), text)


def scaled(text: str, sentence: str) -> Decimal | None:
    if text in BLANKS:
        return None
    factor = TIMES.get(text[-1:].lower(), 1)
    digits = text[:-1] if factor > 1 else text
    if not NUMBER.fullmatch(digits):
        raise Unreadable(sentence)
    try:
        return Decimal(digits) * factor
    except InvalidOperation as error:
        raise Unreadable(sentence) from error


def whole(number: Decimal | None, sentence: str) -> int | None:
    if number is None:
        return None
    if number != int(number) or number > LARGEST:
        raise Unreadable(sentence)
    return int(number)


def rounded(number: Decimal) -> int:
    return int(min(number, Decimal(LARGEST)) + Decimal("0.5"))
