"""Days and numbers as phones type them."""

import unicodedata
from typing import Any

from django import forms


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PlainNumber(forms.DecimalField):
    """A number as phones type it: full-width digits, thousands commas and a unit behind it are understood."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "maxlength": 20})

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = unicodedata.normalize("NFKC", value).strip().rstrip("元斤").lstrip("¥￥").replace(",", "")
        return super().to_python(value)
