"""Money, weight and counts as people read them."""

from django import template
from django.utils.translation import gettext

from livestreams.sales.changes import Move
from livestreams.sales.exports import HEADERS
from livestreams.sales.staff.totals.words import UNKNOWN
from products import money
from products.platforms import platform_name

register = template.Library()


@register.filter
def yuan(fen: int | None) -> str:
    """`1,234.05`; — where there is none."""
    return "—" if fen is None else money.yuan(fen)


@register.filter
def jin(grams: int | None) -> str:
    return "—" if grams is None else money.jin(grams)


@register.filter
def count(number: int | None) -> str:
    return "—" if number is None else f"{number:,}"


@register.filter
def platform(code: str) -> str:
    return platform_name(code)


@register.filter
def item(mapping: dict, key: str) -> object:
    """A dictionary's value by a key that the template holds."""
    return mapping.get(key, "")


@register.filter
def signed_yuan(fen: int) -> str:
    """`+1,234.05`: what somebody gains, or loses."""
    return money.signed(fen, money.yuan(abs(fen)))


@register.filter
def signed_count(number: int) -> str:
    return money.signed(number, f"{abs(number):,}")


@register.filter
def signed_jin(grams: int) -> str:
    return money.signed(grams, money.jin(abs(grams)))


@register.filter
def dimension(name: str) -> str:
    return gettext(HEADERS[name])


@register.filter
def party(move: Move) -> str:
    """Who gains or loses; what is not known by its own name."""
    return str(UNKNOWN.get(move.dimension, "—")) if move.key is None else move.name
