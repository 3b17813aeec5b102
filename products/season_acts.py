"""What people in the orchard tell of a season, one tap each. Every act keeps the season's dates in order."""

import datetime
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from products.days import spoken
from products.models import Season
from products.telling import SEASON, write_down

Act = Callable[[Season, datetime.date], None]


def pick(season: Season, day: datetime.date) -> None:
    """Picking begins: a fact now, no expectation."""
    season.picked_from, season.is_estimate = day, False
    season.picked_to = max(season.picked_to or day, day)


def pick_until(season: Season, day: datetime.date) -> None:
    season.picked_to = day


def sell_out(season: Season, day: datetime.date) -> None:
    season.sold_out_on = day


def have_again(season: Season, day: datetime.date) -> None:
    """It was said too early, or there is more."""
    season.sold_out_on = None


def bloom(season: Season, day: datetime.date) -> None:
    season.blooms_from = day
    season.blooms_to = max(season.blooms_to or day, day)


ACTS: dict[str, Act] = {
    "pick": pick, "until": pick_until, "sold_out": sell_out, "again": have_again, "bloom": bloom,
}  # fmt: skip
TOLD = ("picked_from", "picked_to", "blooms_from", "blooms_to", "sold_out_on", "is_estimate", "note")
"""What people tell; product, village and year say of what."""


@transaction.atomic
def keep(season: Season, by: Any) -> str:
    """Save a season and write down what changed, and return that. Raises ValidationError, nothing written."""
    before = Season.objects.select_for_update().filter(pk=season.pk).first() if season.pk else None
    season.full_clean()
    words = told_changes(before, season)
    if words:
        season.save()
        write_down(season.product, SEASON, by, f"{season.village or _('all villages')} {season.year}: {words}")
    return words


def told_changes(before: Season | None, after: Season) -> str:
    """`picked from — → 2026-06-01; …`, blank where nothing differs."""
    changes = []
    for name in TOLD:
        old, new = getattr(before, name, None), getattr(after, name)
        if (old or new) and old != new:
            label = Season._meta.get_field(name).verbose_name  # type: ignore[union-attr]
            changes.append(f"{label} {told(old)} → {told(new)}")
    return "；".join(changes)


def told(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return spoken(value) if isinstance(value, datetime.date) else value or "—"


def one_sentence(refused: ValidationError) -> str:
    """The first thing that is wrong."""
    return refused.messages[0]
