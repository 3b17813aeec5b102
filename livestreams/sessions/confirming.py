"""A picture of figures is kept until the platform's own list says the same; then it is deleted, and the note stays."""

from django.db import transaction
from django.utils import timezone

from livestreams.sessions.models import PlatformFigures
from livestreams.sessions.models.figures import FIELDS

LARGE, LARGE_FEN = 10_000, 1_000_000
"""From here on screens show 万: 1.2万 stands for anything from 11,500 to 12,999."""
SLACK_S = {"duration_s": 60, "avg_watch_s": 3}
"""Lists give minutes, with one or two decimals; end screens cut seconds off."""


def drop_confirmed_picture(typed: PlatformFigures, export: PlatformFigures) -> bool:
    """Delete the picture where every typed figure that the list has too agrees with it. Returns whether it did."""
    if not typed.picture or not confirms(typed, export):
        return False
    name, storage = str(typed.picture.name), typed.picture.storage
    typed.picture, typed.picture_deleted_at = "", timezone.now()
    typed.save(update_fields=["picture", "picture_deleted_at"])
    transaction.on_commit(lambda: storage.delete(name))
    return True


def confirms(typed: PlatformFigures, export: PlatformFigures) -> bool:
    pairs = [
        (name, ours, theirs)
        for name in FIELDS
        if (ours := getattr(typed, name)) is not None and (theirs := getattr(export, name)) is not None
    ]
    return bool(pairs) and all(agrees(*pair) for pair in pairs)


def agrees(name: str, typed: int, exported: int) -> bool:
    """Within what the end screen rounds or cuts off: whole yuan, 万 with decimals, whole minutes."""
    if name in SLACK_S:
        return abs(typed - exported) <= SLACK_S[name]
    if name == "acu":
        return abs(typed - exported) <= 1
    return abs(typed - exported) < rounded_to(typed, is_money=name.endswith("_fen"))


def rounded_to(value: int, is_money: bool) -> int:
    """The unit of the last digit that is not 0, where screens round; else 1."""
    unit = 1
    while value and value % (unit * 10) == 0:
        unit *= 10
    if is_money:
        return unit if value >= LARGE_FEN else min(unit, 100)
    return unit if value >= LARGE else 1
