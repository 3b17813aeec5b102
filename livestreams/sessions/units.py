"""What figures of sessions are counted in, and how they are written. Rounding happens here, at the edge, alone."""

from fractions import Fraction

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from products.money import GRAMS_A_JIN, yuan

MISSING = "—"


class Unit(TextChoices):
    COUNT = "count", ""
    PEOPLE = "people", gettext_lazy("people")
    SECONDS = "seconds", gettext_lazy("time")
    PERCENT = "percent", "%"
    FEN = "fen", gettext_lazy("yuan")
    GRAMS = "grams", gettext_lazy("jin")


def written(value: int | Fraction | None, unit: Unit) -> str:
    """`1,234`, `3.21%`, `1,234.05` (yuan), `12.5` (斤), `1小时21分5秒`; — where there is none."""
    if value is None:
        return MISSING
    if unit == Unit.FEN:
        return yuan(nearest(value))
    if unit == Unit.PERCENT:
        return f"{decimals(value * 100, 2)}%"
    if unit == Unit.SECONDS:
        return time(nearest(value))
    if unit == Unit.GRAMS:
        return decimals(Fraction(value) / GRAMS_A_JIN, 1).removesuffix(".0")
    return f"{nearest(value):,}"


def nearest(value: int | Fraction) -> int:
    """The nearest whole number, halves away from zero as people round."""
    return -nearest(-value) if value < 0 else int(value + Fraction(1, 2))


def decimals(value: int | Fraction, places: int) -> str:
    scaled = nearest(value * 10**places)
    sign, scaled = ("-", -scaled) if scaled < 0 else ("", scaled)
    return f"{sign}{scaled // 10**places:,}.{scaled % 10**places:0{places}}"


def time(seconds: int) -> str:
    """Hours, minutes and seconds, each only where there are some."""
    hours, minutes, rest = seconds // 3600, seconds % 3600 // 60, seconds % 60
    parts = [
        _("%(count)sh") % {"count": hours} if hours else "",
        _("%(count)smin") % {"count": minutes} if minutes else "",
        _("%(count)ss") % {"count": rest} if rest or not seconds else "",
    ]
    return "".join(parts)
