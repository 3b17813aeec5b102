"""Rows that visitors read as soon as they are kept: no forbidden word goes in, and nobody who has not been asked.

Forms at the desk and on the phone, taps and sheets all ask a row's `clean`, so that none of them goes round it.
"""

from collections import defaultdict
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from media.models import CustomImage
from products.page_editing.texts import sentence


class PublicRow(models.Model):
    """Mixin before `Model`. Tell the fields in `says` and `names`; a row's own `clean` calls this one."""

    says: ClassVar[tuple[str, ...]] = ()
    """What is written in these may hold no forbidden word."""
    names: ClassVar[tuple[str, ...]] = ()
    """Firms, laboratories, papers as they are registered, and sources: 富硒 in a name is no claim (design, rule 7)."""

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Raises ValidationError, at each field the reason and what may be done instead."""
        super().clean()
        if refused := self.refused_words() | self.refused_pictures():
            raise ValidationError(refused)

    def refused_words(self) -> dict[str, list[str]]:
        from products.wording import wording_on

        texts = {name: str(getattr(self, name) or "") for name in (*self.says, *self.names)}
        if not any(not text.isascii() for text in texts.values()):
            return {}
        wording, refused = wording_on(timezone.localdate()), defaultdict(list)
        for name, text in texts.items():
            is_free = name in self.names
            found = wording.findings([text], is_proven=is_free)
            if found and not is_free and self.is_proven():
                found = wording.findings([text], is_proven=True)
            for finding in found:
                refused[name].append(sentence(finding))
        return dict(refused)

    def is_proven(self) -> bool:
        """Whether a valid report lets the product be called rich in selenium today."""
        from products.selenium import has_proof

        product = self.product_of_row()
        return product is not None and has_proof(product, timezone.localdate())

    def product_of_row(self) -> Any:
        """The product that it is about; None for what is about none."""
        return self.product if getattr(self, "product_id", None) else None  # type: ignore[attr-defined]

    def refused_pictures(self) -> dict[str, list[str]]:
        return {name: [picture.why_not_shown] for name, picture in pictures_of(self) if picture.why_not_shown}


def pictures_of(row: models.Model) -> list[tuple[str, CustomImage]]:
    """The pictures that a row points at, with their fields' names."""
    fields = [each for each in row._meta.concrete_fields if each.related_model is CustomImage]
    found = [(field.name, getattr(row, field.name)) for field in fields if getattr(row, field.attname)]
    return [(name, picture) for name, picture in found if picture]
