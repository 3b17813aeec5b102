"""Days as people say them. Django's own month-and-day writes `06月1日`."""

import datetime

from django.utils.translation import gettext as _


def spoken(day: datetime.date) -> str:
    """`2026年6月1日`."""
    return _("%(year)s/%(month)s/%(day)s") % {"year": day.year, "month": day.month, "day": day.day}


def spoken_short(day: datetime.date) -> str:
    """`6月1日`, for a day whose year is plain from where it stands."""
    return _("%(month)s/%(day)s") % {"month": day.month, "day": day.day}


def spoken_near(day: datetime.date, today: datetime.date) -> str:
    """Without the year when it is this one's."""
    return spoken_short(day) if day.year == today.year else spoken(day)


def spoken_span(first: datetime.date, last: datetime.date) -> str:
    """`5月10日至6月15日`."""
    return _("%(first)s to %(last)s") % {"first": spoken_short(first), "last": spoken_short(last)}
