"""Totals, kept in the same transaction as the lines they come from."""

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from livestreams.sessions.models import Session
from livestreams.teams.models import Account, Team
from products.models import Sku
from zhunong.places.models import Township, TownshipScopedQuerySet, Village

KNOWN, NULLABLE = ("township", "shop"), ("account", "team", "village", "sku")


def dimension(to: type[models.Model], null: bool = False) -> models.ForeignKey:
    return models.ForeignKey(to, on_delete=models.PROTECT, related_name="+", db_index=False, null=null)


class AbstractTotal(models.Model):
    """What a cell of all dimensions sums to. A dimension that is not known is NULL, a row of its own."""

    township = dimension(Township)
    shop = dimension(Account)
    account = dimension(Account, null=True)
    team = dimension(Team, null=True)
    village = dimension(Village, null=True)
    sku = dimension(Sku, null=True)
    lines = models.BigIntegerField(_("lines"))
    items = models.BigIntegerField(_("items"))
    weight_g = models.BigIntegerField(_("weight (g)"))
    paid_fen = models.BigIntegerField(_("paid"))
    refunded_fen = models.BigIntegerField(_("refunded"))
    provisional_fen = models.BigIntegerField(_("paid, provisional"))
    """The part of paid_fen whose session the platform has not settled yet (次日更新)."""

    objects = TownshipScopedQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.team or '—'} · {self.village or '—'} · {self.sku or '—'}"


def one_cell(name: str, time: str, nullable: tuple[str, ...]) -> models.UniqueConstraint:
    """One row a cell; NULLs compared as 0, for SQLite has no NULLS NOT DISTINCT."""
    return models.UniqueConstraint(time, *KNOWN, *(Coalesce(column, 0) for column in nullable), name=name)


class DailyTotal(AbstractTotal):
    """Totals by payment day."""

    day = models.DateField(_("day"))
    session = dimension(Session, null=True)

    class Meta:
        constraints = [one_cell("one_daily_total_a_cell", "day", (*NULLABLE, "session"))]
        indexes = [
            models.Index(fields=["township", "day"], name="daily_total_day"),
            models.Index(fields=["session"], condition=models.Q(session__isnull=False), name="daily_total_session"),
        ]


class MonthlyTotal(AbstractTotal):
    """The daily totals rolled up; `month` is its first day. No session: with it there would be hardly fewer rows."""

    month = models.DateField(_("month"))

    class Meta:
        constraints = [one_cell("one_monthly_total_a_cell", "month", NULLABLE)]
        indexes = [models.Index(fields=["township", "month"], name="monthly_total_month")]
