"""Boxes for figures: one line each, the phone's number keys first, and one sentence where something cannot be read."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from livestreams.sessions import typed
from livestreams.sessions.platform_words import Word, unit_of
from livestreams.sessions.units import Unit, written

MEANS = frozenset({"acu"})


class FigureField(forms.CharField):
    """A figure under the platform's own word; its value is a whole number, None where it is missing."""

    def __init__(self, word: Word) -> None:
        self.word, self.unit = word, unit_of(word.field)
        keys = "text" if self.unit == Unit.SECONDS else "decimal"
        attributes = {"inputmode": keys, "autocomplete": "off", "maxlength": 30, "placeholder": self.example()}
        super().__init__(label=word.text, required=False, max_length=30, widget=forms.TextInput(attributes))

    def example(self) -> str:
        """Only where the way to write it is not plain."""
        if self.unit != Unit.SECONDS:
            return "¥" if self.unit == Unit.FEN else ""
        return "2小时30分" if self.word.field == "duration_s" else "1分5秒"

    def clean(self, value: Any) -> int | None:
        text = super().clean(value)
        try:
            return self.read(text)
        except typed.Unreadable as error:
            raise ValidationError(str(error), code="invalid") from error

    def read(self, text: str) -> int | None:
        if self.unit == Unit.SECONDS:
            return typed.seconds(text, self.word.plain)
        if self.unit == Unit.FEN:
            return typed.fen(text)
        return typed.mean(text) if self.word.field in MEANS else typed.count(text)

    def prepare_value(self, value: Any) -> Any:
        """A kept figure as somebody would type it; what was typed stays as it was."""
        if not isinstance(value, int):
            return value
        return written(value, self.unit).replace(",", "")


class MomentField(forms.DateTimeField):
    """A time as browsers send it, with seconds where they have them."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local", "step": 1}, format="%Y-%m-%dT%H:%M:%S")
        formats = [f"%Y-%m-%d{mark}%H:%M{rest}" for mark in "T " for rest in (":%S", "")]
        super().__init__(required=False, widget=widget, input_formats=formats, **options)
