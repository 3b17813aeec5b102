"""前期自报数: figures that somebody states, on the first step of the ladder of truth. Never in totals."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from livestreams.teams.models import Team
from zhunong.places.models import Township, TownshipScopedQuerySet


class Claim(models.Model):
    """A stated amount of sales with its source, unchecked (未核对)."""

    township = models.ForeignKey(Township, on_delete=models.PROTECT, related_name="claims", verbose_name=_("township"))
    team = models.ForeignKey(
        Team, on_delete=models.PROTECT, null=True, blank=True, related_name="claims", verbose_name=_("team")
    )
    amount_fen = models.BigIntegerField(_("figure"), validators=[MinValueValidator(1)])
    is_at_least = models.BooleanField(_("“余”, a little more"), default=False)
    period = models.CharField(_("period"), max_length=100, help_text=_("as the source states it"))
    source = models.CharField(_("source"), max_length=300, help_text=_("who says so, where and when"))
    note = models.TextField(_("note"), blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("entered by"),
    )  # fmt: skip
    entered_at = models.DateTimeField(_("entered at"), auto_now_add=True)

    objects = TownshipScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("claimed figure")
        verbose_name_plural = _("claimed figures")
        ordering = ["-entered_at"]

    def __str__(self) -> str:
        return f"{self.amount_fen / 1_000_000:,.2f} 万元"
