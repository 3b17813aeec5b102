"""How a product stands in its season on a day, in a word for a badge and a sentence: 正当季, 即将上市, 已售完."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from products.days import spoken_near
from products.models import Season

SOON = datetime.timedelta(days=45)


@dataclass(frozen=True)
class Standing:
    """`kind` is now, soon, later, over or unknown; it names the badge's colour."""

    kind: str
    badge: str = ""
    sentence: str = ""
    is_sold_out: bool = False

    @property
    def is_now(self) -> bool:
        return self.kind == "now"


def standing_of(seasons: Iterable[Season], today: datetime.date) -> Standing:
    """What visitors ask first. Unknown, and silent, when no season of these days is written down."""
    rows = sorted(seasons, key=lambda season: season.picked_from)
    if on := [season for season in rows if season.is_on(today)]:
        return being_picked(on, today)
    if coming := [season for season in rows if season.picked_from > today]:
        return to_come(coming[0], today)
    if ended := [season for season in rows if season.year == today.year]:
        return over(ended, today)
    return Standing("unknown")


def being_picked(on: list[Season], today: datetime.date) -> Standing:
    last, places = max(season.picked_to for season in on), _(", ").join(villages_of(on))
    facts = {"places": places, "day": spoken_near(last, today)}
    sentence = (
        _("Being picked in %(places)s, until about %(day)s") if places else _("Being picked, until about %(day)s")
    )
    return Standing("now", _("In season"), sentence % facts)


def to_come(season: Season, today: datetime.date) -> Standing:
    facts = {"place": season.village.name if season.village else "", "day": spoken_near(season.picked_from, today)}
    sentence = _("%(place)s picks from about %(day)s on") if facts["place"] else _("Picked from about %(day)s on")
    is_soon = season.picked_from - today <= SOON
    return Standing("soon" if is_soon else "later", _("Coming soon") if is_soon else "", sentence % facts)


def over(ended: list[Season], today: datetime.date) -> Standing:
    sold_out = [season.sold_out_on for season in ended if season.sold_out_on and season.sold_out_on <= today]
    if len(sold_out) == len(ended):
        day = {"day": spoken_near(max(sold_out), today)}
        return Standing("over", _("Sold out"), _("This year's was sold out on %(day)s") % day, is_sold_out=True)
    return Standing("over", "", _("This year's picking is over"))


def villages_of(seasons: list[Season]) -> list[str]:
    return sorted({season.village.name for season in seasons if season.village})
