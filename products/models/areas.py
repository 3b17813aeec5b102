"""How much of a product grows in which village, as somebody states it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from products.models.goods import Product
from products.public_rows import PublicRow
from zhunong.places.models import TownshipScopedQuerySet, Village


class VillageAreaQuerySet(TownshipScopedQuerySet):
    township_path = "product__township"


class VillageArea(PublicRow):
    """An area in whole mu (1 mu = 666.67 m²) with the source that states it; “余” is a flag, not a number."""

    product = ParentalKey(Product, on_delete=models.CASCADE, related_name="areas", verbose_name=_("product"))
    village = models.ForeignKey(Village, on_delete=models.PROTECT, related_name="+", verbose_name=_("village"))
    area_mu = models.PositiveIntegerField(_("area in mu"))
    is_at_least = models.BooleanField(_("area is “余”, a little more"), default=False)
    source = models.CharField(_("source of the area"), max_length=200)

    names = ("source",)
    objects = VillageAreaQuerySet.as_manager()

    class Meta:
        verbose_name = _("area of a village")
        verbose_name_plural = _("areas of villages")
        ordering = ["product", "-area_mu", "village"]
        constraints = [models.UniqueConstraint(fields=["product", "village"], name="one_area_a_village")]

    def __str__(self) -> str:
        return f"{self.village} {self.area_mu}"
