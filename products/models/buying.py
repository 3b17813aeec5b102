"""How to get it: codes to long-press, words to copy, links, a number to call; and what it cost where, on which day."""

import datetime
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from products.models.goods import Product, Sku
from products.public_rows import PublicRow
from zhunong.places.models import TownshipScopedQuerySet


class OfProductQuerySet(TownshipScopedQuerySet):
    township_path = "product__township"


class BuyingWay(PublicRow):
    """One way to get a product, as WeChat lets it pass: a 小程序码, a 口令, a link, a number."""

    class Kind(models.TextChoices):
        CODE = "code", _("mini-program code to long-press")
        WORDS = "words", _("words to copy (口令)")
        LINK = "link", _("link")
        PHONE = "phone", _("number to call")

    NEEDS_PICTURE, NEEDS_VALUE = (Kind.CODE,), (Kind.WORDS, Kind.LINK, Kind.PHONE)

    product = ParentalKey(Product, on_delete=models.CASCADE, related_name="ways", verbose_name=_("product"))
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    platform = models.CharField(_("platform"), max_length=20, blank=True)
    seller = models.CharField(_("seller"), max_length=100, help_text=_("the co-op or firm that sells, as licensed"))
    value = models.CharField(_("words, link or number"), max_length=500, blank=True)
    picture = models.ForeignKey(
        "media.CustomImage", on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("picture of the code"),
    )  # fmt: skip
    is_shown = models.BooleanField(_("shown to visitors"), default=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    says = ("value",)
    names = ("seller",)
    objects = OfProductQuerySet.as_manager()

    class Meta:
        verbose_name = _("way to get it")
        verbose_name_plural = _("ways to get it")
        ordering = ["product", "sort_order", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.seller}"

    def clean(self) -> None:
        """Raises ValidationError at the field that its kind needs."""
        super().clean()
        if self.kind in self.NEEDS_PICTURE and not self.picture:
            raise ValidationError({"picture": _("A code to long-press needs its picture.")})
        if self.kind in self.NEEDS_VALUE and not self.value.strip():
            raise ValidationError({"value": _("Write the words to copy, the link or the number.")})
        if self.kind == self.Kind.LINK and not self.value.startswith("https://"):
            raise ValidationError({"value": _("A link begins with https://.")})


class PriceQuerySet(OfProductQuerySet):
    def valid_on(self, day: datetime.date) -> Self:
        return self.filter(Q(valid_until=None) | Q(valid_until__gte=day), noted_on__lte=day)


class Price(models.Model):
    """What a pack cost on a platform on the day it was looked up. The latest one of a pack and platform counts."""

    product = ParentalKey(Product, on_delete=models.CASCADE, related_name="prices", verbose_name=_("product"))
    sku = models.ForeignKey(Sku, on_delete=models.CASCADE, related_name="prices", verbose_name=_("SKU"))
    platform = models.CharField(_("platform"), max_length=20)
    price_fen = models.PositiveIntegerField(_("price in fen"))
    noted_on = models.DateField(_("price seen on"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True, help_text=_("blank = until a newer one"))

    objects = PriceQuerySet.as_manager()

    class Meta:
        verbose_name = _("price")
        verbose_name_plural = _("prices")
        ordering = ["product", "sku", "platform", "-noted_on"]
        constraints = [
            models.UniqueConstraint(fields=["sku", "platform", "noted_on"], name="one_price_a_platform_and_day"),
            models.CheckConstraint(condition=Q(price_fen__gt=0), name="a_price_is_above_zero"),
        ]

    def __str__(self) -> str:
        return f"{self.sku} {self.platform} {self.noted_on}"

    def clean(self) -> None:
        if self.sku_id and self.product_id and self.sku.product_id != self.product_id:
            raise ValidationError({"sku": _("This pack belongs to another product.")})
        if self.noted_on and self.valid_until and self.valid_until < self.noted_on:
            raise ValidationError({"valid_until": _("A price cannot end before it was seen.")})
