"""Stretches of payment days that people ask for by name, Beijing time."""

import datetime
from typing import NamedTuple

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from livestreams.sales.times import BEIJING


class Period(models.TextChoices):
    THIS_MONTH = "this-month", _("this month")
    LAST_MONTH = "last-month", _("last month")
    THIS_YEAR = "this-year", _("this year")
    LAST_30_DAYS = "last-30-days", _("last 30 days")
    ALL = "all", _("all time")
    OWN = "own", _("from … to …")


class Days(NamedTuple):
    """First and last payment day, both included; None = open."""

    start: datetime.date | None
    end: datetime.date | None


def today() -> datetime.date:
    return timezone.now().astimezone(BEIJING).date()


def days_of(period: str, now: datetime.date) -> Days:
    """The days of a named period. Whole months, so that the monthly totals can answer."""
    this_month = now.replace(day=1)
    if period == Period.THIS_MONTH:
        return Days(this_month, month_end(now))
    if period == Period.LAST_MONTH:
        last = this_month - datetime.timedelta(1)
        return Days(last.replace(day=1), last)
    if period == Period.THIS_YEAR:
        return Days(now.replace(month=1, day=1), now.replace(month=12, day=31))
    if period == Period.LAST_30_DAYS:
        return Days(now - datetime.timedelta(29), now)
    return Days(None, None)


def month_end(day: datetime.date) -> datetime.date:
    return (day.replace(day=1) + datetime.timedelta(32)).replace(day=1) - datetime.timedelta(1)
