"""Money, weight and counts as people read them."""

from django import template

from livestreams.sales import money

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
def item(mapping: dict, key: str) -> object:
    """A dictionary's value by a key that the template holds."""
    return mapping.get(key, "")
