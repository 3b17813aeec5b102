"""Prices at the edge: people write yuan with at most two decimals, the database holds whole fen. Exact both ways."""

import re
import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from products.money import FEN_A_YUAN, written_yuan

WRITTEN = re.compile(r"[¥￥]?\s*(?P<yuan>\d{1,7}|\d{1,3}(?:,\d{3})+)(?:\.(?P<fen>\d{1,2}))?\s*元?")
"""Up to 9,999,999.99 yuan."""


def read_yuan(text: str) -> int:
    """`59.9`, `¥59.90` or `59.9元` as 5990 fen. Raises ValidationError, one sentence."""
    typed = unicodedata.normalize("NFKC", text).strip()
    found = WRITTEN.fullmatch(typed)
    if not found:
        raise ValidationError(_("“%(text)s” is no price in yuan; write it like 59.90.") % {"text": text.strip()[:20]})
    fen = int(found["yuan"].replace(",", "")) * FEN_A_YUAN + int((found["fen"] or "").ljust(2, "0"))
    if not fen:
        raise ValidationError(_("A price is above zero."))
    return fen


class YuanField(forms.CharField):
    """A text box for a price; its value is whole fen, None where it was left blank."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def prepare_value(self, value: Any) -> Any:
        return written_yuan(value) if isinstance(value, int) else value

    def clean(self, value: Any) -> int | None:
        text = super().clean(value)
        return read_yuan(text) if text else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        """`59.9` typed over `59.90` is no change; what cannot be read is one, so that it is refused."""
        try:
            return self.clean(data) != initial
        except ValidationError:
            return True
