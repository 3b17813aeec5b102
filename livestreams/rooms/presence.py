"""Whether somebody is in a booked room: a tap of theirs, or what rooms above know, such as a session's start."""

from collections.abc import Callable

from livestreams.rooms.models import Occupancy

Source = Callable[[Occupancy], bool]
sources: list[Source] = []


def add_source(source: Source) -> None:
    """What else shows that a booking's team is there."""
    sources.append(source)


def is_known(row: Occupancy) -> bool:
    return row.present_at is not None or any(source(row) for source in sources)
