"""有凭证登记: sales that no platform knows, written down by a team with a proof and confirmed by a clerk (记一笔)."""

import uuid
from typing import Any, Self

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from livestreams.sales.proofs import proof_path, proof_storage
from livestreams.teams.models import Team
from products.models import Product, Sku
from zhunong.places.models import Township, TownshipScopedQuerySet


class ManualSaleQuerySet(TownshipScopedQuerySet):
    def of_person(self, user: Any) -> Self:
        """What the person's teams of today wrote down."""
        return self.filter(team__in=Team.objects.of_person(user))

    def confirmed(self) -> Self:
        """Those that stand on the ladder's second step."""
        return self.filter(state=ManualSale.State.CONFIRMED)

    def waiting(self) -> Self:
        return self.filter(state=ManualSale.State.WAITING)


class ManualSale(models.Model):
    """One sale written down by hand. No buyer: neither a field nor a remark could hold one."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting for the clerk")
        CONFIRMED = "confirmed", _("evidenced")
        RETURNED = "returned", _("sent back")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Channel(models.TextChoices):
        MARKET = "market", _("market stall")
        GROUP = "group", _("group purchase")
        WECHAT = "wechat", _("WeChat transfer")
        HALL = "hall", _("exhibition hall")
        OTHER = "other", _("other channel")

    class Receiver(models.TextChoices):
        TEAM = "team", _("the team")
        COOP = "coop", _("the co-op or village company")
        GROWER = "grower", _("the grower")
        HALL = "hall", _("the hall's till")
        OTHER = "other", _("somebody else")

    township = models.ForeignKey(Township, on_delete=models.PROTECT, related_name="+", verbose_name=_("township"))
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="manual_sales", verbose_name=_("team"))
    day = models.DateField(_("day"))
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="+", verbose_name=_("product"))
    sku = models.ForeignKey(
        Sku, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("SKU")
    )
    items = models.PositiveIntegerField(_("boxes"), null=True, blank=True)
    weight_g = models.PositiveBigIntegerField(_("weight (g)"), null=True, blank=True)
    """Typed in 斤, or boxes × the SKU's net weight. None = not known."""
    amount_fen = models.BigIntegerField(_("amount"), validators=[MinValueValidator(1)])
    channel = models.CharField(_("channel"), max_length=10, choices=Channel)
    receiver = models.CharField(_("who received the money"), max_length=10, choices=Receiver)
    proof = models.FileField(_("proof picture"), upload_to=proof_path, storage=proof_storage, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    draft = models.UUIDField(_("draft"), default=uuid.uuid4, unique=True, editable=False)
    """Made on the phone: sending one draft twice writes one sale."""
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("written down by")
    )
    written_at = models.DateTimeField(_("written down at"), auto_now_add=True)

    objects = ManualSaleQuerySet.as_manager()

    class Meta:
        verbose_name = _("sale written down by hand")
        verbose_name_plural = _("sales written down by hand")
        ordering = ["-day", "-pk"]
        indexes = [models.Index(fields=["township", "state", "day"], name="manual_sale_state")]
        constraints = [
            models.CheckConstraint(condition=models.Q(amount_fen__gt=0), name="manual_sale_has_an_amount"),
            models.CheckConstraint(
                condition=models.Q(items__isnull=False) | models.Q(weight_g__isnull=False),
                name="manual_sale_has_a_quantity",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} · {self.sku or self.product} · {self.amount_fen / 100:,.2f}"


class ManualSaleEvent(models.Model):
    """What happened to a sale written down: who, when, why. Never edited."""

    class Kind(models.TextChoices):
        WRITTEN = "written", _("written down")
        REWRITTEN = "rewritten", _("corrected and sent in again")
        CONFIRMED = "confirmed", _("confirmed")
        RETURNED = "returned", _("sent back")
        WITHDRAWN = "withdrawn", _("withdrawn")
        REOPENED = "reopened", _("confirmation taken back")
        KEPT = "kept", _("seen beside a platform's line: two different sales")

    sale = models.ForeignKey(ManualSale, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=10, choices=Kind)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300, blank=True)
    told = models.JSONField(default=dict)
    """What the sale said at that time, so that nothing is overwritten unseen."""

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.sale}"
