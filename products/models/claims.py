"""What is claimed of selenium: of the soil by a source, of the fruit by a report. Two things (design, rule 7)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from products.models.goods import Product
from products.models.standards import Limit, Unit
from products.public_rows import PublicRow
from zhunong.places.models import Township, TownshipScopedQuerySet, Village


class SoilClaim(PublicRow):
    """产自富硒土壤区域: a source says so of a village's soil, or of the whole township's. Says nothing of fruit."""

    township = models.ForeignKey(Township, on_delete=models.PROTECT, related_name="+", verbose_name=_("township"))
    village = models.ForeignKey(
        Village, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("village"),
        help_text=_("blank = the whole township"),
    )  # fmt: skip
    source = models.CharField(_("source"), max_length=200, help_text=_("who says so, where and when"))
    finding = models.CharField(
        _("what was found"), max_length=200, blank=True, help_text=_("values and method, if the source gives them")
    )
    stated_on = models.DateField(_("stated on"), null=True, blank=True)

    names = ("source", "finding")  # of soil, not of fruit
    objects = TownshipScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("soil claim")
        verbose_name_plural = _("soil claims")
        ordering = ["township", "village", "pk"]

    def __str__(self) -> str:
        return f"{self.village or self.township}"

    def clean(self) -> None:
        super().clean()
        if self.village and self.township_id and self.village.township_id != self.township_id:
            raise ValidationError({"village": _("This village belongs to another township.")})


class ReportQuerySet(TownshipScopedQuerySet):
    township_path = "product__township"


class Report(PublicRow):
    """A laboratory's report on one batch. Whether it carries a fruit claim: `products.selenium`."""

    product = ParentalKey(Product, on_delete=models.CASCADE, related_name="reports", verbose_name=_("product"))
    number = models.CharField(_("number of the report"), max_length=60)
    batch = models.CharField(_("batch that was sampled"), max_length=60)
    value = models.DecimalField(_("selenium measured"), max_digits=10, decimal_places=4)
    unit = models.CharField(_("unit"), max_length=10, choices=Unit)
    method = models.CharField(_("method"), max_length=80, help_text=_("e.g. GB 5009.93"))
    laboratory = models.CharField(_("laboratory"), max_length=120)
    sampled_on = models.DateField(_("sampled on"))
    valid_until = models.DateField(_("valid until"), help_text=_("the last day on which it is shown as proof"))
    limit = models.ForeignKey(
        Limit, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("standard and category"), help_text=_("blank = measured, compared with no standard"),
    )  # fmt: skip
    picture = models.ForeignKey(
        "media.CustomImage", on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("picture of the report"),
    )  # fmt: skip

    names = ("number", "batch", "method", "laboratory")
    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("test report")
        verbose_name_plural = _("test reports")
        ordering = ["product", "-sampled_on"]
        constraints = [models.UniqueConstraint(fields=["product", "number"], name="one_report_a_number")]

    def __str__(self) -> str:
        return self.number

    def clean(self) -> None:
        super().clean()
        if self.sampled_on and self.valid_until and self.valid_until < self.sampled_on:
            raise ValidationError({"valid_until": _("A report cannot end before its sample was taken.")})
        if self.value is not None and self.value < 0:
            raise ValidationError({"value": _("A content cannot be below zero.")})
