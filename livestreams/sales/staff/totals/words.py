"""What the screens call dimensions, figures, and what is not known."""

from django.utils.translation import gettext_lazy as _

UNKNOWN_KEY = "~"
"""Stands for "not known" in addresses; no slug holds it."""

UNKNOWN = {
    "team": _("unclaimed"),
    "village": _("origin unknown"),
    "product": _("unmapped product"),
    "sku": _("unmapped product"),
    "session": _("outside sessions"),
    "account": _("streamer not entered"),
}
"""The row of what is not known, by dimension."""

HINTS = {
    "team": _(
        "No team owned the account on the day of the order. Say whose account it is, or for which teams the "
        "session was."
    ),
    "village": _(
        "The product is unmapped, or nobody has said yet where it grows. Map the listing, or enter the product's "
        "origin."
    ),
    "product": _("No code names one of our SKUs. Map the listing once, and all its lines are credited."),
    "sku": _("No code names one of our SKUs. Map the listing once, and all its lines are credited."),
    "session": _(
        "Sold outside any session: from a product card or a short video, or at an hour with no session entered."
    ),
    "account": _(
        "The file names a streamer's id that is not among our accounts. Enter the account, and its lines are credited."
    ),
}
"""What to do about it."""

MEASURES = {
    "net": _("net sales"),
    "paid": _("paid"),
    "refunded": _("refunded"),
    "lines": _("lines"),
    "items": _("items"),
    "weight": _("weight (jin)"),
}
FIELDS = {
    "net": "net_fen",
    "paid": "paid_fen",
    "refunded": "refunded_fen",
    "lines": "lines",
    "items": "items",
    "weight": "weight_g",
}
SHORT_DEFINITIONS = {
    "net": _("paid less refunded"),
    "paid": _("by payment day"),
    "refunded": _("booked on the payment day"),
    "lines": _("paid sub-orders"),
    "items": _("items sold"),
    "weight": _("net weight of mapped SKUs"),
    "provisional": _("settled by the platform next day"),
}
DEFINITIONS = {
    "net": _("Paid less refunded, of lines paid in the period. Shipping costs, fees and commission are not taken off."),
    "paid": _(
        "What buyers paid for the lines whose payment day (Beijing time) lies in the period, refunds not taken "
        "off. Lines never paid count nowhere."
    ),
    "refunded": _(
        "Refunds of these lines, whenever they came; booked on the payment day of their line, so that paid and "
        "refunded speak of the same goods."
    ),
    "lines": _(
        "Sub-orders: one SKU of one order. A line shared by several teams or villages counts once, for the one "
        "with the greatest share."
    ),
    "items": _("Items of the paid lines, refunded ones included; not split either."),
    "weight": _("Items times the SKU's net weight, in jin of 500 g. Unmapped lines have no weight."),
    "provisional": _(
        "Paid amount that the platform has not yet assigned for good; a file exported the next day may move it."
    ),
    "team": _(
        "Who sold: the session's teams by their shares; else the team that owned the account on the day of the order."
    ),
    "village": _(
        "Where it grew: the product's origin shares on the day of the order. Teams and villages are two views of "
        "the same money and are never added."
    ),
    "evidenced": _(
        "Sales that no platform knows, written down by a team with a picture as proof and confirmed by the township's "
        "staff; by the day of the sale, the amount received. All of it goes to the team that wrote it down, and to "
        "villages by the product's origin shares on that day. Never part of the platforms' figures."
    ),
    "together": _(
        "The platforms' net sales and what is evidenced by hand, added. The same money claimed by both is looked for "
        "and taken out of the sales by hand."
    ),
}
