"""排品表: the products of an event in their order, each with its price on air, its stock and its talking points."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from livestreams.sessions.models.events import Event
from products.models import Product, Sku


class LineUpItem(models.Model):
    """One product of the line-up. Price and stock are what the team means to say, not what a file says."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField(_("place"))
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="+", verbose_name=_("product"))
    sku = models.ForeignKey(
        Sku, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("SKU")
    )
    price_fen = models.PositiveIntegerField(_("price on air in fen"), null=True, blank=True)
    stock = models.PositiveIntegerField(_("stock in boxes"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes planned"), null=True, blank=True)
    points = models.TextField(_("talking points"), max_length=1000, blank=True)
    """手卡: looked at by the dated rules of words, as pages are."""
    batch = models.ForeignKey(
        "products.Batch", on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("batch"),
        help_text=_("whose 合格证 goes with the goods"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("product of a line-up")
        verbose_name_plural = _("line-up")
        ordering = ["event", "position", "pk"]
        constraints = [models.UniqueConstraint(fields=["event", "product", "sku"], name="one_place_a_pack")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return self.sku.full_name if self.sku else self.product.name


class Segment(models.Model):
    """讲解段: when a product was talked about. Open while it is on. Recorded by the live sheet, and need not be."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="segments")
    item = models.ForeignKey(LineUpItem, on_delete=models.CASCADE, related_name="segments")
    started_at = models.DateTimeField(_("from"))
    ended_at = models.DateTimeField(_("to"), null=True)

    class Meta:
        ordering = ["started_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["event"], condition=Q(ended_at=None), name="one_open_segment"),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("started_at")), name="segment_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.started_at:%H:%M}"


class EventCheck(models.Model):
    """One thing that the rules of live commerce want seen to, ticked by somebody (直播电商监督管理办法, 2026-02-01)."""

    class Item(models.TextChoices):
        HOSTS = "hosts", _("identity and age of the hosts looked at")
        LICENCE = "licence", _("the seller's licence is shown")
        CERTIFICATE = "batch", _("合格证 of each batch at hand")
        PRICES = "prices", _("prices marked clearly")
        WORDS = "words", _("talking points without forbidden words")
        RECORDING = "recording", _("the recording is kept by the platform")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="checks")
    item = models.CharField(_("what"), max_length=10, choices=Item)
    note = models.CharField(_("note"), max_length=200, blank=True)
    by = models.ForeignKey("access.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "item"], name="one_check_an_item")]

    def __str__(self) -> str:
        return self.get_item_display()
