"""Papers that a product holds: 地理标志, 承诺达标合格证, green, organic."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from products.models.goods import Product
from products.public_rows import PublicRow
from zhunong.places.models import TownshipScopedQuerySet


class CertificateQuerySet(TownshipScopedQuerySet):
    township_path = "product__township"


class Certificate(PublicRow):
    """A paper with its holder and its last day. Use of a geographical indication needs its holder's permission."""

    class Kind(models.TextChoices):
        INDICATION = "indication", _("geographical indication")
        CONFORMITY = "conformity", _("certificate of conformity")
        GREEN = "green", _("green food")
        ORGANIC = "organic", _("organic")
        FAMOUS = "famous", _("famous, special, excellent and new")
        OTHER = "other", _("other")

    product = ParentalKey(Product, on_delete=models.CASCADE, related_name="certificates", verbose_name=_("product"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    name = models.CharField(_("name on the paper"), max_length=120)
    number = models.CharField(_("number"), max_length=80, blank=True)
    holder = models.CharField(_("holder"), max_length=120)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    expires_on = models.DateField(_("valid until"), null=True, blank=True, help_text=_("blank = without an end"))
    picture = models.ForeignKey(
        "media.CustomImage", on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("picture of the paper"),
    )  # fmt: skip
    source = models.CharField(_("source"), max_length=200, blank=True)

    says = ("name",)
    names = ("number", "holder", "source")
    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["product", "kind", "-issued_on"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.issued_on and self.expires_on and self.expires_on < self.issued_on:
            raise ValidationError({"expires_on": _("A paper cannot end before it begins.")})
