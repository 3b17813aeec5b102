"""What pages say of a product, in words: its area, where it grows today, the weight of a pack."""

from decimal import Decimal

from django import template
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from products.models import Product

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
GRAMS_IN_JIN = 500
LIGHT = 250
"""Below half a jin people speak of grams."""


@register.filter
def area_in_mu(product: Product) -> str:
    """`8000余亩`, the “余” of the source kept."""
    sentence = _("over %(area)s mu") if product.area_is_at_least else _("%(area)s mu")
    return sentence % {"area": product.area_mu}


@register.filter
def weight(grams: int) -> str:
    """斤 first, then kilograms."""
    if grams < LIGHT:
        return _("%(grams)s g") % {"grams": grams}
    jin, kilograms = plain(Decimal(grams) / GRAMS_IN_JIN), plain(Decimal(grams) / 1000)
    return _("%(jin)s jin (%(kilograms)s kg)") % {"jin": jin, "kilograms": kilograms}


def plain(number: Decimal) -> str:
    """At most two decimals, none that say nothing."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


@register.simple_tag
def origin_today(product: Product) -> str:
    """The villages where it grows today, the greatest share first; blank when nobody knows."""
    origins = product.origins.exclude(valid_from__gt=timezone.localdate())
    origin = origins.order_by(F("valid_from").desc(nulls_last=True)).first()
    if origin is None:
        return ""
    parts = origin.parts.select_related("village").order_by("-percent", "village__slug")
    return say_shares([(part.village.name, part.percent) for part in parts])


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
