"""What people wrote in a page's fields, to look for words in it; and a finding as a sentence."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from wagtail.fields import StreamField

NO_TEXT = (models.SlugField, models.URLField, models.EmailField, models.UUIDField, models.FileField)


def sentence(finding: Any) -> str:
    """One finding in plain words."""
    said = {"word": finding.word, "reason": finding.reason, "instead": finding.instead, "source": finding.source}
    if finding.instead:
        return _("“%(word)s” may not be said. %(reason)s Say instead: %(instead)s (source: %(source)s)") % said
    return _("“%(word)s” may not be said. %(reason)s (source: %(source)s)") % said


def text_fields(model: type[models.Model]) -> list[models.Field]:
    """Fields of a row in which people write."""
    return [field for field in model._meta.concrete_fields if holds_text(field)]


def holds_text(field: models.Field) -> bool:
    if not field.editable or field.choices or isinstance(field, NO_TEXT):
        return False
    return isinstance(field, models.CharField | models.TextField | StreamField)


def text_of(row: models.Model, field: models.Field) -> str:
    """What is written in a field, rich text with its tags."""
    value = field.value_from_object(row)
    if isinstance(field, StreamField):
        return "\n".join(field.get_searchable_content(value))
    return str(value or "")


def texts_of(row: models.Model) -> list[str]:
    """All that is written in a row."""
    return [text_of(row, field) for field in text_fields(type(row))]
