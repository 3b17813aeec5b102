"""Mobile numbers as people type them: with blanks, +86, or full-width digits."""

import re
import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MOBILE = re.compile(r"1[3-9]\d{9}", re.ASCII)


def plain_number(typed: str) -> str:
    """The bare digits of a number; what is no number comes back without its blanks."""
    bare = re.sub(r"[\s\-()]", "", unicodedata.normalize("NFKC", typed))
    return re.sub(r"^(\+|00)?86(?=1\d{10}$)", "", bare)


class PhoneField(forms.CharField):
    """A mobile number of mainland China; empty is None, since numbers are unique."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "off"})
        super().__init__(**{"empty_value": None, "max_length": 20, "widget": widget} | options)

    def to_python(self, value: Any) -> str | None:
        typed = super().to_python(value)
        return plain_number(typed) if typed else None

    def validate(self, value: str | None) -> None:
        super().validate(value)
        if value and not MOBILE.fullmatch(value):
            raise ValidationError(_("A mobile number has 11 digits and begins with 1."))
