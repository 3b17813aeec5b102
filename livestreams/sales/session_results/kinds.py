"""Lines of a session and lines beside it: each kind told exactly, so that every figure leads to its lines."""

import datetime
from dataclasses import dataclass

from django.db import models
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from livestreams.sales.layouts.base import LIVE_MARKS, PROVISIONAL_MARKS
from livestreams.sales.models import Line
from livestreams.sales.session_results.eyes import Eyes
from livestreams.sessions.models import Session

LATE_FOR = datetime.timedelta(hours=24)
"""播后: so long after the end, or until the account's next session begins."""
OPEN_MARKS = ("", "-", *sorted(LIVE_MARKS | PROVISIONAL_MARKS))
"""Marks that leave it open or say that it came from a broadcast."""
PAID = Q(day__isnull=False)


class Kind(models.TextChoices):
    OWN = "own", _("paid in the session")
    PROVISIONAL = "provisional", _("provisional")
    UNMAPPED = "unmapped", _("unmapped products")
    REFUNDED = "refunded", _("refunded")
    UNPAID = "unpaid", _("ordered in the session, never paid")
    LATE = "late", _("ordered after the end")
    STRANGERS = "strangers", _("of streamers not entered, in the session's time")


OF_THE_SESSION = (Kind.OWN, Kind.PROVISIONAL, Kind.UNMAPPED, Kind.REFUNDED, Kind.UNPAID)


def next_start() -> Subquery:
    """For a queryset of sessions: when the same account is on air again."""
    later = Session.objects.filter(account=OuterRef("account"), started_at__gte=OuterRef("ended_at"))
    return Subquery(later.order_by("started_at").values("started_at")[:1])


@dataclass(frozen=True)
class Around:
    """The times and the account of a session, by which its lines and those beside it are found.

    Lines are sought by account and time, where there is an index; crediting gives a session no line elsewhere.
    """

    session: Session
    eyes: Eyes
    next_start: datetime.datetime | None = None

    @property
    def late_until(self) -> datetime.datetime:
        latest = self.session.ended_at + LATE_FOR
        return min(latest, self.next_start) if self.next_start else latest

    @property
    def in_time(self) -> Q:
        return Q(placed_at__gte=self.session.started_at, placed_at__lt=self.session.ended_at)

    @property
    def after(self) -> Q:
        return Q(placed_at__gte=self.session.ended_at, placed_at__lt=self.late_until)

    @property
    def its_own(self) -> Q:
        """Paid or not."""
        return Q(account=self.session.account_id, session=self.session.pk) & self.in_time

    def of(self, kind: str) -> Q:
        """The condition of a kind, as far as these eyes see it."""
        if kind == Kind.UNPAID:
            return self.its_own & Q(day=None)
        if kind == Kind.LATE:
            outside = Q(account=self.session.account_id, session=None, mark__in=OPEN_MARKS)
            return outside & self.after & PAID & self.eyes.late()
        if kind == Kind.STRANGERS:
            platform, township = self.session.account.platform, self.session.township_id
            unknown = Q(account=None, is_stranger=True, platform=platform, township=township, mark__in=OPEN_MARKS)
            return unknown & self.in_time & PAID & self.eyes.strangers()
        narrower = {
            Kind.PROVISIONAL: Q(is_provisional=True), Kind.UNMAPPED: Q(sku=None), Kind.REFUNDED: Q(refunded_fen__gt=0),
        }.get(Kind(kind), Q())  # fmt: skip
        return self.its_own & PAID & narrower

    def lines(self, kind: str) -> QuerySet[Line]:
        return self.eyes.lines().filter(self.of(kind)).order_by("placed_at", "pk")
