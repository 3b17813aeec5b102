"""When a product blooms, is picked and is sold out: per year, for a village or for all (commerce.md, section 6.2)."""

import datetime
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from products.models.goods import Product
from products.public_rows import PublicRow
from zhunong.places.models import TownshipScopedQuerySet, Village


class SeasonQuerySet(TownshipScopedQuerySet):
    township_path = "product__township"

    def in_season(self, day: datetime.date) -> Self:
        """Being picked on that day, and not sold out."""
        picked = self.filter(picked_from__lte=day, picked_to__gte=day)
        return picked.filter(Q(sold_out_on=None) | Q(sold_out_on__gt=day))

    def to_come(self, day: datetime.date) -> Self:
        return self.filter(picked_from__gt=day).order_by("picked_from")


class Season(PublicRow):
    """上市期 of one year. A winter season belongs to the year in which picking begins. Dates include both ends."""

    product = ParentalKey(Product, on_delete=models.CASCADE, related_name="seasons", verbose_name=_("product"))
    village = models.ForeignKey(
        Village, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("village"),
        help_text=_("blank = all villages"),
    )  # fmt: skip
    year = models.PositiveSmallIntegerField(_("year"), help_text=_("in which picking begins"))
    blooms_from = models.DateField(_("blooms from"), null=True, blank=True)
    blooms_to = models.DateField(_("blooms to"), null=True, blank=True)
    picked_from = models.DateField(_("picked from"))
    picked_to = models.DateField(_("picked to"))
    sold_out_on = models.DateField(_("sold out on"), null=True, blank=True, help_text=_("blank while there is some"))
    is_estimate = models.BooleanField(_("expected, not yet certain"), default=False)
    note = models.CharField(
        _("note for visitors"), max_length=200, blank=True, help_text=_("frost, rain, a late spring")
    )

    says = ("note",)
    objects = SeasonQuerySet.as_manager()

    class Meta:
        verbose_name = _("season")
        verbose_name_plural = _("seasons")
        ordering = ["product", "-year", "picked_from"]
        constraints = [
            models.UniqueConstraint(fields=["product", "village", "year"], name="one_season_a_year_and_village"),
            models.UniqueConstraint(
                fields=["product", "year"], condition=Q(village=None), name="one_season_a_year_of_all_villages"
            ),
            models.CheckConstraint(condition=Q(picked_to__gte=F("picked_from")), name="picking_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"{self.product} {self.year}"

    def clean(self) -> None:
        """Dates in the order of the year. Raises ValidationError, one sentence at the field that is off."""
        super().clean()
        if self.picked_from and self.picked_to and self.picked_to < self.picked_from:
            raise ValidationError({"picked_to": _("Picking cannot end before it begins.")})
        if self.picked_from and self.year and self.picked_from.year != self.year:
            raise ValidationError({"year": _("Write the year in which picking begins.")})
        if bool(self.blooms_from) != bool(self.blooms_to):
            raise ValidationError({"blooms_to": _("Write both days of bloom, or neither.")})
        if self.blooms_from and self.blooms_to and self.blooms_to < self.blooms_from:
            raise ValidationError({"blooms_to": _("Bloom cannot end before it begins.")})

    def is_on(self, day: datetime.date) -> bool:
        """Whether it is picked on that day and not sold out: 正当季."""
        return self.picked_from <= day <= self.picked_to and not (self.sold_out_on and self.sold_out_on <= day)
