"""What a metric of a session is, and how sessions of it go together.

Source: commerce.md, section 3, with the departure of design.md (a refund stands on the day its line was paid). Where
several definitions are in use, ours is the one here, and screens print its note (统计口径) beside the number.
"""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from livestreams.sessions.units import Unit

PEOPLE_ONCE = frozenset({"impression_uv", "viewers_uv", "product_impression_uv", "product_click_uv", "buyers"})
"""People counted once in a session: below a line they are 场次人数口径."""

Text = str | Promise


class Agg(TextChoices):
    """How sessions go together."""

    SUM = "sum", _("added")
    MAX = "max", _("the highest")
    NO = "no", _("not added: the same people may come twice")
    WEIGHTED = "w", _("weighted")


@dataclass(frozen=True)
class Metric:
    """One number. A ratio has a numerator and a denominator, names of figures; × `factor` before it is told.

    `weight`: what a mean that the platform gives ready is weighted by.
    """

    name: str
    title: Text
    unit: Unit
    agg: Agg
    note: Text = ""
    numerator: str = ""
    denominator: str = ""
    factor: int = 1
    weight: str = ""

    @property
    def is_ratio(self) -> bool:
        return bool(self.denominator)

    @property
    def is_by_people(self) -> bool:
        return (self.denominator or self.weight) in PEOPLE_ONCE


def added(name: str, title: Text, unit: Unit = Unit.COUNT, note: Text = "") -> Metric:
    return Metric(name, title, unit, Agg.SUM, note)


def people(name: str, title: Text, note: Text = "") -> Metric:
    return Metric(name, title, Unit.PEOPLE, Agg.NO, note)


def rate(name: str, title: Text, above: str, below: str, note: Text = "") -> Metric:
    return Metric(name, title, Unit.PERCENT, Agg.WEIGHTED, note, above, below)


def price(name: str, title: Text, below: str, note: Text, factor: int = 1) -> Metric:
    """Paid yuan for each of something."""
    return Metric(name, title, Unit.FEN, Agg.WEIGHTED, note, "paid_fen", below, factor)
