"""Corrections by hand: entries of their own with a reason, which no later file overwrites (design, rule 8)."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from livestreams.teams.models import Account
from products.models import Sku
from zhunong.places.models import Township, TownshipScopedQuerySet


class CorrectionQuerySet(TownshipScopedQuerySet):
    def in_force(self) -> Self:
        return self.filter(undone_at=None)


class Correction(models.Model):
    """What counts for one line whatever its files say, field by field; of two, the later. Blank = as the files say."""

    township = models.ForeignKey(Township, on_delete=models.PROTECT, related_name="+", verbose_name=_("township"))
    shop = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", verbose_name=_("shop"))
    platform = models.CharField(_("platform"), max_length=20)
    key = models.CharField(_("sub-order"), max_length=200)
    teams = models.CharField(_("credited teams"), max_length=500, blank=True)
    """Shares as text, `fourteen:60;feng-team:40`."""
    sku = models.ForeignKey(
        Sku, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("SKU")
    )
    refunded_fen = models.BigIntegerField(_("refunded"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("corrected by")
    )
    at = models.DateTimeField(_("corrected at"), auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("undone by")
    )
    undone_at = models.DateTimeField(_("undone at"), null=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction by hand")
        verbose_name_plural = _("corrections by hand")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["platform", "key"], name="correction_line")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(teams="", sku=None, refunded_fen=None), name="correction_says_something"
            ),
            models.CheckConstraint(
                condition=models.Q(refunded_fen=None) | models.Q(refunded_fen__gte=0),
                name="correction_refunds_no_less_than_nothing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} · {self.reason}"
