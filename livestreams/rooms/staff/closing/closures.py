"""Closures as people think of them: the rooms closed in one go, with what that called off."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from livestreams.rooms.changing import OF_TEAMS
from livestreams.rooms.models import Occupancy
from livestreams.rooms.models.occupancies import OccupancyQuerySet
from livestreams.rooms.words import closing_text, span_words

Ended = Occupancy.Ended


@dataclass
class Closure:
    """The rows of one act: the same time, the same reason, the same hand."""

    rows: list[Occupancy]

    @property
    def first(self) -> Occupancy:
        return self.rows[0]

    @property
    def rooms(self) -> str:
        return "、".join(row.room.name for row in self.rows)

    @property
    def span(self) -> str:
        return span_words(self.first)

    def called_off(self) -> list[Occupancy]:
        """The bookings whose teams were told this reason."""
        ended = Occupancy.objects.filter(
            room__in=[row.room_id for row in self.rows], kind__in=OF_TEAMS, ended=Ended.CANCELLED,
            note=self.first.note, starts_at__lt=self.first.ends_at, ends_at__gt=self.first.starts_at,
        )  # fmt: skip
        return list(ended.select_related("room", "team"))

    def text(self, called_off: Sequence[Occupancy]) -> str:
        """For the group."""
        return closing_text(self.rows, called_off)


def in_acts(rows: Iterable[Occupancy]) -> list[Closure]:
    """Rows put together that were written together, in their order."""
    acts: dict[tuple, Closure] = {}
    for row in rows:
        key = (row.starts_at, row.ends_at, row.note, row.booked_by_id, row.room.township_id)
        acts.setdefault(key, Closure([])).rows.append(row)
    return list(acts.values())


def closures(rows: OccupancyQuerySet) -> OccupancyQuerySet:
    """Of these rows the closures that stand, rooms in their order."""
    found = rows.filter(kind=Occupancy.Kind.CLOSURE).live().select_related("room", "booked_by")
    return found.order_by("starts_at", "ends_at", "room__sort_order", "room__pk")


def act_of(row: Occupancy, rows: OccupancyQuerySet) -> Closure:
    """All rooms that were closed together with this one."""
    alike = rows.filter(
        room__township=row.room.township_id, starts_at=row.starts_at, ends_at=row.ends_at, note=row.note,
        booked_by=row.booked_by_id,
    )  # fmt: skip
    return Closure(list(closures(alike)))
