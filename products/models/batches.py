"""What was picked together: the page behind the code on a box."""

import secrets

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from products.models.claims import Report
from products.models.goods import Product
from products.public_rows import PublicRow
from zhunong.places.models import TownshipScopedQuerySet, Village

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without those that are mistaken for one another on a printed box."""
LENGTH = 8


def new_code() -> str:
    """An address that says nothing and cannot be counted up."""
    return "".join(secrets.choice(LETTERS) for _letter in range(LENGTH))


class BatchQuerySet(TownshipScopedQuerySet):
    township_path = "product__township"


class Batch(PublicRow):
    """A batch of one product from one village, with its 承诺达标合格证 (MARA 2025 no. 4) and its report, if any."""

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="batches", verbose_name=_("product"))
    village = models.ForeignKey(Village, on_delete=models.PROTECT, related_name="+", verbose_name=_("village"))
    number = models.CharField(_("batch number"), max_length=60, help_text=_("as it stands on the 合格证"))
    code = models.CharField(_("address"), max_length=16, unique=True, default=new_code, editable=False)
    picked_on = models.DateField(_("picked on"))
    report = models.ForeignKey(
        Report, on_delete=models.SET_NULL, null=True, blank=True, related_name="batches",
        verbose_name=_("test report of this batch"),
    )  # fmt: skip
    issuer = models.CharField(_("who issued the 合格证"), max_length=120, blank=True)
    issued_on = models.DateField(_("合格证 issued on"), null=True, blank=True)
    contact = models.CharField(_("contact on the 合格证"), max_length=60, blank=True)
    quantity = models.CharField(_("quantity on the 合格证"), max_length=40, blank=True)
    picture = models.ForeignKey(
        "media.CustomImage", on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("picture of the 合格证"),
    )  # fmt: skip
    shows_ways = models.BooleanField(
        _("show how to buy"), default=False,
        help_text=_("Platforms punish boxes that lead their buyers elsewhere: leave off for what they sold."),
    )  # fmt: skip

    names = ("number", "issuer", "contact", "quantity")
    objects = BatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("batch")
        verbose_name_plural = _("batches")
        ordering = ["-picked_on", "-pk"]
        constraints = [models.UniqueConstraint(fields=["product", "number"], name="one_batch_a_number")]

    def __str__(self) -> str:
        return f"{self.product} {self.number}"

    def clean(self) -> None:
        super().clean()
        if self.report_id and self.product_id and self.report and self.report.product_id != self.product_id:
            raise ValidationError({"report": _("This report is of another product.")})
        if self.village_id and self.product_id and self.village.township_id != self.product.township_id:
            raise ValidationError({"village": _("This village belongs to another township.")})
