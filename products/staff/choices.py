"""Choices of related rows that a form shows more than once and reads once."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.models import ModelChoiceIterator


class ReadOnce(ModelChoiceIterator):
    """Django's own asks the database each time that somebody looks through the choices."""

    def __iter__(self) -> Iterator[Any]:
        if not hasattr(self, "found"):
            self.found = list(super().__iter__())
        return iter(self.found)


def read_choices_once(form: forms.BaseForm) -> None:
    """For all of a form's related rows; also when their choices are narrowed down later."""
    for field in form.fields.values():
        if isinstance(field, forms.ModelChoiceField):
            field.iterator = ReadOnce
            field.queryset = field.queryset
