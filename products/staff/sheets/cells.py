"""Cells of a catalogue sheet both ways: days, yuan, whole numbers, yes and no, words for codes."""

import datetime
import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from import_export.widgets import Widget

from products.money import written_yuan
from products.staff.sheets.scope import Scope
from products.staff.yuan import read_yuan
from zhunong.formulas import FORMULA_STARTS

DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]00:00(?::00)?)?")
YES, NO = {"是", "yes", "y", "true", "1", "✓", "√", "有"}, {"否", "no", "n", "false", "0", "", "无"}
LARGEST = 2**31 - 1


def text_of(cell: Any) -> str:
    """A cell as people read it; what our own sheet made harmless is as it was."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = str(cell).strip()
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_STARTS) else text


def plain(text: str) -> str:
    """Digits and signs of full width as usual ones."""
    return unicodedata.normalize("NFKC", text)


class Text(Widget):
    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str:
        return text_of(value)

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> Any:
        return "" if value is None else str(value)


class Day(Widget):
    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> datetime.date | None:
        text = plain(text_of(value))
        if not text:
            return None
        found = DAY.fullmatch(text)
        try:
            return datetime.date(*map(int, found.groups())) if found else self.refused(text)
        except ValueError:
            return self.refused(text)

    def refused(self, text: str) -> datetime.date:
        raise ValueError(_("“%(text)s” is no day; write it like 2026-06-01.") % {"text": text[:20]})

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> Any:
        return value


class Whole(Widget):
    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> int | None:
        text = plain(text_of(value)).replace(",", "")
        if not text:
            return None
        if not re.fullmatch(r"\d{1,10}", text) or int(text) > LARGEST:
            raise ValueError(_("“%(text)s” is no whole number.") % {"text": text[:20]})
        return int(text)

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> Any:
        return value


class Yes(Widget):
    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> bool:
        text = plain(text_of(value)).casefold()
        if text not in YES | NO:
            raise ValueError(_("Write 是 or 否."))
        return text in YES

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return "是" if value else "否"


class Yuan(Widget):
    """Whole fen inside. A number that Excel worked out is read to the millionth."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> int | None:
        text = f"{value:.6f}".rstrip("0").rstrip(".") if isinstance(value, float) else text_of(value)
        if not text:
            raise ValueError(_("A price is missing."))
        try:
            return read_yuan(text)
        except ValidationError as refused:
            raise ValueError(refused.messages[0]) from None

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> Any:
        return None if value is None else Decimal(written_yuan(value))


class Choice(Widget):
    """A code, written as its word; `choices`: code → word."""

    def __init__(self, choices: Mapping[str, Any]) -> None:
        super().__init__()
        self.words = {code: str(word) for code, word in choices.items()}

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str:
        text = text_of(value)
        codes = {word: code for code, word in self.words.items()} | {code: code for code in self.words}
        if text and text not in codes:
            words = "、".join(self.words.values())
            raise ValueError(_("“%(text)s” is none of: %(words)s.") % {"text": text[:20], "words": words})
        return codes.get(text, "")

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return self.words.get(value, value or "")


class OfScope(Widget):
    """A product, or what is looked up below it: a village of its township, a pack of its own."""

    def __init__(self, scope: Scope, what: str = "product") -> None:
        super().__init__()
        self.scope, self.what = scope, what

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        text = text_of(value)
        if self.what == "product" or (row is None):
            return self.scope.product(text)
        named = text_of(row.get("product"))
        if self.what == "village" and (not text or named not in self.scope.products):
            return None  # that the product is not there is told at its own cell
        product = self.scope.product(named)
        return self.scope.village(product, text) if self.what == "village" else self.scope.pack(product, text)

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        if value is None:
            return ""
        if self.what == "product":
            return self.scope.named(value)
        return value.code if self.what == "pack" else value.name
