"""Lines (子订单): derived from sightings and the world, and derived again whenever one of them changes."""

from typing import Any, cast

from django.db import models
from django.utils.translation import gettext_lazy as _

from livestreams.sessions.models import Session
from livestreams.teams.models import Account
from products.models import Sku
from zhunong.places.models import Township, TownshipScopedQuerySet


class ShareSet(models.Model):
    """A split written once: `fourteen:60;feng-team:40`. Lines point at it; parts are derived on drill-down."""

    class Kind(models.TextChoices):
        TEAM = "team", _("team")
        VILLAGE = "village", _("village")

    kind = models.CharField(max_length=7, choices=Kind)
    shares = models.CharField(max_length=500)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "shares"], name="one_share_set_a_split")]

    def __str__(self) -> str:
        return self.shares


class ListingQuerySet(TownshipScopedQuerySet):
    township_path = "shop__township"


class Listing(models.Model):
    """One article as a shop lists it: codes, title, specification. Mapping it credits all its lines at once."""

    shop = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="listings", verbose_name=_("shop"))
    fingerprint = models.CharField(max_length=64)
    codes = models.JSONField(_("merchant's codes"), default=list)
    product_id = models.CharField(_("platform's product id"), max_length=64, blank=True)
    spec = models.CharField(_("specification"), max_length=200, blank=True)
    title = models.CharField(_("listed as"), max_length=300, blank=True)
    sku = models.ForeignKey(Sku, on_delete=models.PROTECT, null=True, related_name="listings", verbose_name=_("SKU"))

    objects = ListingQuerySet.as_manager()

    class Meta:
        verbose_name = _("listing")
        verbose_name_plural = _("listings")
        constraints = [models.UniqueConstraint(fields=["shop", "fingerprint"], name="one_listing_an_article")]

    def __str__(self) -> str:
        return " · ".join(filter(None, [self.title or self.product_id, self.spec]))


class RefundRule(models.TextChoices):
    """Why an amount counts as refunded (contracts, section 2, in this order)."""

    NONE = "", _("not refunded")
    WITHDRAWN = "withdrawn", _("a later file shows it without payment")
    AMOUNT = "amount", _("the file names the amount")
    WORD = "word", _("a status says refunded")
    CLOSED = "closed", _("paid, then closed")
    CORRECTED = "corrected", _("corrected by hand")


class AbstractLine(models.Model):
    """The columns of a line. First what files say of it, then whom it is credited to."""

    township = models.ForeignKey(Township, on_delete=models.PROTECT, related_name="+", db_index=False)
    shop = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    platform = models.CharField(_("platform"), max_length=20)
    key = models.CharField(_("sub-order"), max_length=200)
    order_no = models.CharField(_("order number"), max_length=100)
    placed_at = models.DateTimeField(_("placed at"), null=True)
    paid_at = models.DateTimeField(_("paid at"), null=True)
    day = models.DateField(_("day"), null=True)
    """Payment day, Beijing time. None = never paid, counts nowhere."""
    items = models.PositiveIntegerField(_("items"))
    paid_fen = models.BigIntegerField(_("paid"))
    refunded_fen = models.BigIntegerField(_("refunded"))
    refund_rule = models.CharField(_("refund"), max_length=10, choices=RefundRule, blank=True)
    refunded_on = models.DateField(_("refund day"), null=True)
    streamer = models.CharField(_("streamer's id"), max_length=100, blank=True)
    nickname = models.CharField(_("streamer's nickname"), max_length=100, blank=True)
    """Where the row names a streamer by nickname only."""
    mark = models.CharField(_("mark"), max_length=50, blank=True)
    province = models.CharField(_("province"), max_length=50, blank=True)
    listing = models.ForeignKey(Listing, on_delete=models.PROTECT, related_name="+", db_index=False)

    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    is_stranger = models.BooleanField(_("stranger"), default=False)
    is_provisional = models.BooleanField(_("provisional"), default=False)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    team_shares = models.ForeignKey(ShareSet, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    village_shares = models.ForeignKey(ShareSet, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    sku = models.ForeignKey(Sku, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    weight_g = models.BigIntegerField(_("weight (g)"))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.key


class Line(AbstractLine):
    """One order × SKU (子订单)."""

    objects = TownshipScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("line")
        verbose_name_plural = _("lines")
        permissions = [("view_totals", _("Can see totals and their lines"))]
        indexes = [
            models.Index(fields=["township", "day"], name="line_township_day"),
            models.Index(fields=["order_no"], name="line_order_no"),
            models.Index(fields=["shop"], name="line_shop"),
            models.Index(fields=["listing"], name="line_listing"),
            models.Index(fields=["account", "placed_at"], name="line_account_placed"),
        ]
        constraints = [models.UniqueConstraint(fields=["platform", "key"], name="one_line_a_key")]

    @property
    def net_fen(self) -> int:
        return self.paid_fen - self.refunded_fen


class StagedLine(AbstractLine):
    """A line as it will be once a batch is switched over; `is_gone` = no file tells of it any more."""

    batch = models.CharField(max_length=36)
    is_gone = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "platform", "key"], name="one_staged_line_a_key")]


for reference in StagedLine._meta.fields:
    if isinstance(reference, models.ForeignKey):
        # Checked when the line is switched over; checking twice would cost a third of staging.
        cast(Any, reference).db_constraint = False
