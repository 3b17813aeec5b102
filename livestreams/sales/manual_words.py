"""Sales written down by hand in people's words: their quantity and their history."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from livestreams.sales.models import ManualSale, ManualSaleEvent
from products.money import GRAMS_A_JIN, yuan

TONES = {
    ManualSale.State.WAITING: "",
    ManualSale.State.CONFIRMED: "badge--good",
    ManualSale.State.RETURNED: "badge--bad",
    ManualSale.State.WITHDRAWN: "badge--off",
}
"""Styles of the states' badges."""
LABELS = {
    "day": lambda: _("day"),
    "team": lambda: _("team"),
    "product": lambda: _("product"),
    "sku": lambda: _("SKU"),
    "items": lambda: _("boxes"),
    "weight_g": lambda: _("weight"),
    "amount_fen": lambda: _("amount"),
    "channel": lambda: _("channel"),
    "receiver": lambda: _("who received the money"),
    "proof": lambda: _("proof picture"),
}


class Happened(NamedTuple):
    """An event with what it changed: (name, before, after)."""

    event: ManualSaleEvent
    changes: list[tuple[str, str, str]]


def quantity(items: int | None, weight_g: int | None) -> str:
    """`3 boxes · 15 jin`."""
    parts = [_("%(count)s boxes") % {"count": f"{items:,}"}] if items else []
    return " · ".join([*parts, in_jin(weight_g)] if weight_g else parts)


def in_jin(grams: int) -> str:
    """斤 to the gram."""
    text = f"{grams / GRAMS_A_JIN:,.3f}".rstrip("0").rstrip(".")
    return _("%(jin)s jin") % {"jin": text}


def goods(sale: ManualSale) -> str:
    """The SKU with its product's name, unless that is in it; else the product."""
    product, sku = sale.product.name, sale.sku.name if sale.sku else ""
    return sku if product in sku else f"{product} {sku}".strip()


def history(events: Iterable[ManualSaleEvent]) -> list[Happened]:
    """The first event first, each with what it says otherwise than the one before."""
    happened: list[Happened] = []
    before: dict[str, Any] | None = None
    for event in events:
        changes = changed(before, event.told) if event.kind == ManualSaleEvent.Kind.REWRITTEN and before else []
        happened.append(Happened(event, changes))
        before = event.told
    return happened


def changed(before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [
        (label(), in_words(name, before.get(name)), in_words(name, after.get(name)))
        for name, label in LABELS.items()
        if before.get(name) != after.get(name)
    ]


def in_words(name: str, value: Any) -> str:
    if value in (None, ""):
        return "—"
    match name:
        case "amount_fen":
            return _("%(yuan)s yuan") % {"yuan": yuan(value)}
        case "weight_g":
            return in_jin(value)
        case "channel":
            return str(ManualSale.Channel(value).label)
        case "receiver":
            return str(ManualSale.Receiver(value).label)
        case "proof":
            return _("picture %(code)s") % {"code": value.rpartition("/")[2][:4]}
    return str(value)
