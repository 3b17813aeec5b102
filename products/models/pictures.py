"""What a product's page shows beside its first picture."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from products.models.pages import ProductPage


class ProductPicture(Orderable):
    """One more picture of a product's page."""

    page = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="pictures", verbose_name=_("product page"))
    picture = models.ForeignKey(
        "media.CustomImage", on_delete=models.CASCADE, related_name="+", verbose_name=_("picture")
    )
    caption = models.CharField(_("caption"), max_length=100, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("more pictures")

    def __str__(self) -> str:
        return self.caption or str(self.picture)
