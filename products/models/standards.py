"""Dated rules of others: standards with their limits, words that may not be said. Data with sources, no constants."""

import datetime
from decimal import Decimal
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel


class DatedQuerySet(models.QuerySet):
    """Rules with `valid_from` and `valid_to` (half-open; blank = open)."""

    def on(self, day: datetime.date) -> Self:
        begun = self.filter(Q(valid_from=None) | Q(valid_from__lte=day))
        return begun.filter(Q(valid_to=None) | Q(valid_to__gt=day))


class Unit(models.TextChoices):
    """Units of a measured content of selenium."""

    MCG_PER_100G = "µg/100g", "μg/100 g"
    MCG_PER_KG = "µg/kg", "μg/kg"
    MG_PER_KG = "mg/kg", "mg/kg"

    @property
    def in_mcg_per_kg(self) -> Decimal:
        """How many μg/kg one of it is."""
        return {"µg/100g": Decimal(10), "µg/kg": Decimal(1), "mg/kg": Decimal(1000)}[self.value]


class Standard(ClusterableModel):
    """A standard against which a content is measured, e.g. GB 28050-2011."""

    code = models.CharField(_("number"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=120)
    valid_from = models.DateField(_("in force from"), null=True, blank=True)
    valid_to = models.DateField(_("no longer in force from"), null=True, blank=True)
    scope = models.CharField(_("what it is for"), max_length=200, blank=True)
    source = models.CharField(_("source"), max_length=300)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("standard")
        verbose_name_plural = _("standards")
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.code} {self.name}".strip()


class Limit(models.Model):
    """What a standard asks of a category before a wording may be used. Both ends included, in `unit`."""

    standard = ParentalKey(Standard, on_delete=models.CASCADE, related_name="limits", verbose_name=_("standard"))
    category = models.CharField(_("category"), max_length=80)
    wording = models.CharField(_("wording that it allows"), max_length=40)
    least = models.DecimalField(_("at least"), max_digits=10, decimal_places=4)
    most = models.DecimalField(_("at most"), max_digits=10, decimal_places=4, null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=10, choices=Unit)

    class Meta:
        verbose_name = _("limit of a standard")
        verbose_name_plural = _("limits of standards")
        ordering = ["standard", "category", "-least"]
        constraints = [
            models.UniqueConstraint(fields=["standard", "category", "wording"], name="one_limit_a_wording"),
            models.CheckConstraint(condition=Q(most=None) | Q(most__gte=F("least")), name="limit_is_a_range"),
        ]

    def __str__(self) -> str:
        return f"{self.standard.code} · {self.category} · {self.wording}"

    def is_met_by(self, value: Decimal, unit: str) -> bool:
        """Whether a content lies in the range, whatever its unit."""
        measured, own = value * Unit(unit).in_mcg_per_kg, Unit(self.unit).in_mcg_per_kg
        return self.least * own <= measured and (self.most is None or measured <= self.most * own)


class WordRule(models.Model):
    """A word that may not be said of food, or not without proof: why, and what may be said instead."""

    class Kind(models.TextChoices):
        MEDICAL = "medical", _("medical effect")
        SUPERLATIVE = "superlative", _("superlative")
        ENDORSEMENT = "endorsement", _("recommendation by an authority")
        SELENIUM = "selenium", _("selenium claim that needs a report")
        OTHER = "other", _("other")

    word = models.CharField(_("word"), max_length=40)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    reason = models.CharField(_("why not"), max_length=200)
    instead = models.CharField(_("what may be said instead"), max_length=200, blank=True)
    source = models.CharField(_("source"), max_length=300)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("no longer valid from"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("word not to be used")
        verbose_name_plural = _("words not to be used")
        ordering = ["kind", "word", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["word", "valid_from"], name="one_rule_a_word_and_day"),
            models.UniqueConstraint(fields=["word"], condition=Q(valid_from=None), name="one_rule_a_word_since_ever"),
        ]

    def __str__(self) -> str:
        return self.word


class ProperName(models.Model):
    """A name that contains such a word and claims nothing, e.g. 富硒土壤, or that of the centre."""

    name = models.CharField(_("name"), max_length=60, unique=True)
    note = models.CharField(_("why it is no claim"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("proper name")
        verbose_name_plural = _("proper names")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if len(self.name.strip()) < 3:
            raise ValidationError({"name": _("Write the whole name; a word of one or two characters is no name.")})
