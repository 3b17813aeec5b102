"""What pages say of a product, in words: its area, where it grows today, the weight of a pack."""

import datetime
from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from products.days import spoken, spoken_near
from products.models import OriginPart, Product, VillageArea
from products.money import GRAMS_A_JIN, LIGHT_G, price_tag
from products.platforms import app_name

register = template.Library()

TENTHS = {
    10: gettext_noop("one tenth"),
    20: gettext_noop("one fifth"),
    30: gettext_noop("three tenths"),
    40: gettext_noop("two fifths"),
    50: gettext_noop("half"),
    60: gettext_noop("three fifths"),
    70: gettext_noop("seven tenths"),
    80: gettext_noop("four fifths"),
    90: gettext_noop("nine tenths"),
}


@register.filter
def area_in_mu(product: Product) -> str:
    """`8000余亩`, the “余” of the source kept."""
    sentence = _("over %(area)s mu") if product.area_is_at_least else _("%(area)s mu")
    return sentence % {"area": product.area_mu}


@register.filter
def mu(area: VillageArea) -> str:
    """`300余亩` of one village."""
    sentence = _("over %(area)s mu") if area.is_at_least else _("%(area)s mu")
    return sentence % {"area": area.area_mu}


@register.filter
def yuan(fen: int) -> str:
    """`¥29.80`."""
    return price_tag(fen)


@register.filter
def spoken_day(day: datetime.date) -> str:
    """`2026年6月1日`."""
    return spoken(day)


@register.filter
def near_day(moment: datetime.datetime) -> str:
    """`11月29日`, with the year where it is not this one."""
    return spoken_near(timezone.localdate(moment), timezone.localdate())


@register.filter
def platform(code: str) -> str:
    """The platform's name in the reader's language."""
    return app_name(code)


@register.filter
def shares(parts: list[OriginPart]) -> str:
    """`下柏村六成、东三涧村两成` of parts in hand."""
    return say_shares([(part.village.name, part.percent) for part in parts])


@register.filter
def weight(grams: int) -> str:
    """斤 first, then kilograms."""
    if grams < LIGHT_G:
        return _("%(grams)s g") % {"grams": grams}
    jin, kilograms = plain(Decimal(grams) / GRAMS_A_JIN), plain(Decimal(grams) / 1000)
    return _("%(jin)s jin (%(kilograms)s kg)") % {"jin": jin, "kilograms": kilograms}


def plain(number: Decimal) -> str:
    """At most two decimals, none that say nothing."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def say_shares(shares: list[tuple[str, int]]) -> str:
    """`下柏村六成、东三涧村两成`; exact per cents where tenths would not do."""
    if len(shares) == 1:
        return shares[0][0]
    tenths = all(percent in TENTHS for _name, percent in shares)
    parts = [
        _("%(village)s %(share)s") % {"village": village, "share": _(TENTHS[percent]) if tenths else f"{percent}%"}
        for village, percent in shares
    ]
    return _(", ").join(parts)
