"""What is sold: products, their packs, where they grow, and the codes that platforms know them by."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from products.public_rows import PublicRow
from products.shares import check_shares
from zhunong.places.models import Township, TownshipScopedQuerySet, Village


class Product(PublicRow, ClusterableModel):
    """A thing that grows or is made in a township, e.g. 大樱桃."""

    class Category(models.TextChoices):
        FRUIT = "fruit", _("fruit")
        GRAIN = "grain", _("grain")
        VEGETABLE = "vegetable", _("vegetable")
        PROCESSED = "processed", _("processed food")
        HERITAGE = "heritage", _("intangible heritage")
        OTHER = "other", _("other")

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=100)
    local_name = models.CharField(_("local name"), max_length=100, blank=True, help_text=_("what people here call it"))
    variety = models.CharField(_("variety"), max_length=100, blank=True)
    category = models.CharField(_("category"), max_length=20, choices=Category)
    township = models.ForeignKey(Township, on_delete=models.PROTECT, related_name="+", verbose_name=_("township"))
    area_mu = models.PositiveIntegerField(_("area in mu"), null=True, blank=True)
    area_is_at_least = models.BooleanField(_("area is “余”, a little more"), default=False)
    area_source = models.CharField(_("source of the area"), max_length=200, blank=True)

    says = ("local_name", "variety")
    names = ("area_source",)
    objects = TownshipScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("products")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """An area is told with its source only."""
        super().clean()
        if self.area_mu and not self.area_source.strip():
            raise ValidationError({"area_source": _("Write who states this area, and when.")})

    def product_of_row(self) -> "Product | None":
        return self if self.pk else None


class SkuQuerySet(TownshipScopedQuerySet):
    township_path = "product__township"


class Sku(models.Model):
    """A pack of a product: its net weight makes items into 斤."""

    code = models.CharField(_("code"), max_length=64, unique=True)
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="skus", verbose_name=_("product"))
    name = models.CharField(_("name"), max_length=100)
    net_weight_g = models.PositiveIntegerField(_("net weight (g)"))
    is_seasonal = models.BooleanField(
        _("only in season"), default=True, help_text=_("no for what is dried, frozen or made: it ships all year")
    )
    is_shown = models.BooleanField(_("shown to visitors"), default=True)

    objects = SkuQuerySet.as_manager()

    class Meta:
        verbose_name = _("SKU")
        verbose_name_plural = _("SKUs")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name

    @property
    def full_name(self) -> str:
        """The name with the product's, unless that is in it."""
        return self.name if self.product.name in self.name else f"{self.product} {self.name}"


class OriginQuerySet(TownshipScopedQuerySet):
    township_path = "product__township"


class Origin(models.Model):
    """Where a product grows from a day on: shares of villages. The latest not after the order's day counts."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="origins", verbose_name=_("product"))
    valid_from = models.DateField(_("valid from"), null=True, blank=True, help_text=_("blank = since ever"))

    objects = OriginQuerySet.as_manager()

    class Meta:
        verbose_name = _("origin")
        verbose_name_plural = _("origins")
        ordering = ["product", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["product", "valid_from"], name="one_origin_a_day"),
            models.UniqueConstraint(
                fields=["product"], condition=models.Q(valid_from=None), name="one_origin_since_ever"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product} {self.valid_from or ''}".strip()

    def shares_by_slug(self) -> dict[str, int]:
        return {part.village.slug: part.percent for part in self.parts.select_related("village")}

    @transaction.atomic
    def set_shares(self, shares: Mapping[Village, int]) -> None:
        """The only writer of origin shares. Raises ValidationError unless they sum to 100."""
        check_shares({village.slug: percent for village, percent in shares.items()})
        self.parts.all().delete()
        self.parts.bulk_create(
            OriginPart(origin=self, village=village, percent=percent) for village, percent in shares.items()
        )


class OriginPart(models.Model):
    """One village's share of an origin, in per cent. Written by `Origin.set_shares` only."""

    origin = models.ForeignKey(Origin, on_delete=models.CASCADE, related_name="parts")
    village = models.ForeignKey(Village, on_delete=models.PROTECT, related_name="+")
    percent = models.PositiveSmallIntegerField(_("per cent"))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["origin", "village"], name="one_share_a_village"),
            models.CheckConstraint(condition=models.Q(percent__range=(1, 100)), name="origin_percent_1_to_100"),
        ]

    def __str__(self) -> str:
        return f"{self.village}:{self.percent}"


class SkuCode(models.Model):
    """A platform's or merchant's code for a SKU, of one shop or (blank account) of any shop of the township."""

    township = models.ForeignKey(Township, on_delete=models.PROTECT, related_name="+", verbose_name=_("township"))
    platform = models.CharField(_("platform"), max_length=20)
    account_id = models.CharField(_("shop's account id"), max_length=64, blank=True, help_text=_("blank = any shop"))
    code = models.CharField(_("code"), max_length=200)
    sku = models.ForeignKey(Sku, on_delete=models.PROTECT, related_name="codes", verbose_name=_("SKU"))

    objects = TownshipScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("SKU code")
        verbose_name_plural = _("SKU codes")
        ordering = ["platform", "account_id", "code"]
        constraints = [
            models.UniqueConstraint(fields=["township", "platform", "account_id", "code"], name="one_sku_a_code")
        ]

    def __str__(self) -> str:
        return self.code
