"""Figures that cannot be: somebody has typed into the wrong box."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from livestreams.rooms.refusals import Refused
from livestreams.sessions.platform_words import word

NEVER_MORE = (
    ("viewers_uv", "views"),
    ("impression_uv", "impressions"),
    ("acu", "pcu"),
    ("pcu", "views"),
    ("avg_watch_s", "duration_s"),
    ("comment_uv", "viewers_uv"),
    ("share_uv", "viewers_uv"),
    ("product_click_uv", "product_clicks"),
    ("product_impression_uv", "product_impressions"),
    ("buyers", "paid_orders"),
    ("paid_orders", "items"),
    ("refund_fen", "paid_fen"),
    ("refund_orders", "paid_orders"),
)
"""The first is part of the second."""
LONGEST_S = 36 * 3600


def refuse_implausible(values: Mapping[str, int | None], platform: str) -> None:
    """Raises Refused with one sentence for the first pair that contradicts itself."""
    for less, more in NEVER_MORE:
        small, large = values.get(less), values.get(more)
        if small is not None and large is not None and small > large:
            words = {"less": word(platform, less), "more": word(platform, more)}
            raise Refused(_("“%(less)s” cannot be more than “%(more)s”: look at both numbers again.") % words)
    if (values.get("duration_s") or 0) > LONGEST_S:
        raise Refused(_("That is longer than 36 hours: look at the day of the end."))
