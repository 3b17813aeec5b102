"""Why something cannot be booked: one plain sentence each, never an error page."""

from typing import TYPE_CHECKING

from django.db import IntegrityError, OperationalError
from django.utils.translation import gettext as _

from livestreams.rooms.guard import GUARDS

if TYPE_CHECKING:
    from livestreams.rooms.models import Engagement, Occupancy


class Refused(Exception):
    """The sentence says what is wrong and what to do."""

    @property
    def sentence(self) -> str:
        return str(self)


class Taken(Refused):
    """Somebody else has it, or part of it, or needs it for tidying up."""

    def __init__(self, wanted: "Occupancy | None" = None) -> None:
        super().__init__(_("Just taken by somebody else. Choose another time below."))
        self.wanted = wanted


class Elsewhere(Refused):
    """A person cannot be in two events at once."""

    def __init__(self, engagement: "Engagement | None" = None) -> None:
        other = engagement.event_name if engagement else ""
        who = engagement.person if engagement else ""
        sentence = _("%(person)s is in another event then (%(other)s). Choose another time, or somebody else to come.")
        super().__init__(sentence % {"person": who, "other": other})


class Busy(Refused):
    """Many want to book at once, or a long write holds the database."""

    def __init__(self) -> None:
        super().__init__(_("The booking book is busy. Nothing was changed; try again in a moment."))


def told(error: IntegrityError | OperationalError) -> Refused | None:
    """What an error of the database means for who wanted to book; None = it is of another kind."""
    rooms, people = GUARDS
    if rooms.name in str(error):
        return Taken()
    if people.name in str(error):
        return Elsewhere()
    return Busy() if isinstance(error, OperationalError) and is_passing(error) else None


def is_passing(error: OperationalError) -> bool:
    """Lock not available, deadlock, database locked: gone when tried again."""
    state = getattr(error.__cause__, "sqlstate", None)
    return state in ("55P03", "40P01", "40001") or "locked" in str(error)
