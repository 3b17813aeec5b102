"""What to ask from whom, as a text for the group: which shop, which days, where to."""

import datetime
from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from livestreams.sales.staff.coverage.board import Row, Stretch
from products.platforms import platform_name

OWN_TEMPLATE = "offline"
"""No platform to export from: the day's sales are filled into our own sheet."""


def text_for(row: Row, today: datetime.date) -> str:
    """The text for one shop."""
    said = {"who": who(row), "shop": shop_name(row), "days": told_days(row.asked, today), "address": address()}
    if row.shop.platform == OWN_TEMPLATE:
        asked = _(
            "%(who)s: please fill the sales of %(shop)s on %(days)s into our sheet and hand it in at %(address)s, "
            "thank you!"
        )
    else:
        asked = _(
            "%(who)s: please export the orders of %(shop)s of %(days)s (do not tick the recipient's data when you "
            "export) and hand the file in at %(address)s, thank you!"
        )
    return asked % said


def text_for_all(rows: Sequence[Row], today: datetime.date) -> str:
    """One text for all shops; empty where nothing is to be asked."""
    if not rows:
        return ""
    asked = [
        _("%(who)s %(shop)s: %(days)s") % {"who": who(row), "shop": shop_name(row), "days": told_days(row.asked, today)}
        for row in rows
    ]
    head = _("Order files are still missing. Please export these days (do not tick the recipient's data):")
    tail = _("Hand them in at %(address)s, thank you!") % {"address": address()}
    return "\n".join([head, *asked, tail])


def who(row: Row) -> str:
    """People are addressed by name, else the team; a shop of nobody asks everybody."""
    return " ".join(f"@{name}" for name in row.people or row.teams) or _("@all")


def shop_name(row: Row) -> str:
    names = {"platform": platform_name(row.shop.platform), "shop": row.shop.nickname}
    return _("%(platform)s “%(shop)s”") % names


def address() -> str:
    return settings.PUBLIC_URL.rstrip("/") + reverse("my_sales:hand_in")


def told_days(stretches: Sequence[Stretch], today: datetime.date) -> str:
    """`11月1日—11月7日、11月9日`; the year only where it is another one."""
    return _(", ").join(told_stretch(each, today) for each in stretches)


def told_stretch(stretch: Stretch, today: datetime.date) -> str:
    first, last = told_day(stretch.first, today), told_day(stretch.last, today)
    return first if stretch.first == stretch.last else f"{first}—{last}"


def told_day(day: datetime.date, today: datetime.date) -> str:
    said = {"year": day.year, "month": day.month, "day": day.day}
    return (_("%(month)s/%(day)s") if day.year == today.year else _("%(year)s/%(month)s/%(day)s")) % said
