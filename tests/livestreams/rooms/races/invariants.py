"""What must hold after every round, asked of the database alone."""

import datetime
from collections import Counter

from django.db import connection, transaction

from livestreams.rooms.hours import monday_of
from livestreams.rooms.models import Change, Engagement, Occupancy, Series, Wish

OVERLAPPING = """
SELECT one.id, other.id FROM rooms_occupancy one JOIN rooms_occupancy other
ON one.room_id = other.room_id AND one.id < other.id
AND one.starts_at < other.blocked_until AND other.starts_at < one.blocked_until
WHERE one.ended = '' AND other.ended = ''
"""
IN_TWO_EVENTS = """
SELECT one.id, other.id FROM rooms_engagement one JOIN rooms_engagement other
ON one.person_id = other.person_id AND one.id < other.id
AND one.starts_at < other.ends_at AND other.starts_at < one.ends_at
"""
IN_NO_EVENT = """
SELECT engaged.id FROM rooms_engagement engaged JOIN rooms_occupancy event ON event.id = engaged.occupancy_id
WHERE event.ended <> '' OR event.starts_at <> engaged.starts_at OR event.ends_at <> engaged.ends_at
"""
NOT_WRITTEN_DOWN = """
SELECT row.id FROM rooms_occupancy row WHERE kind <> 'hold'
AND NOT EXISTS (SELECT 1 FROM rooms_change written WHERE written.occupancy_id = row.id)
"""
OFFERED_TO_NOBODY = """
SELECT row.id FROM rooms_occupancy row JOIN rooms_wish wish ON wish.id = row.wish_id
WHERE row.kind = 'offer' AND row.ended = '' AND wish.state <> 'offered'
"""
MUST_BE_EMPTY = {
    "overlapping": OVERLAPPING,
    "in two events": IN_TWO_EVENTS,
    "in no event": IN_NO_EVENT,
    "not written down": NOT_WRITTEN_DOWN,
    "offered to nobody": OFFERED_TO_NOBODY,
}


def asked(question: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return list(cursor.fetchall())


def broken() -> dict[str, list]:
    """What does not hold, and where; empty = all is well."""
    found = {name: asked(question) for name, question in MUST_BE_EMPTY.items()} | {"untidied": untidied()}
    return {name: rows for name, rows in found.items() if rows}


def untidied() -> list[int]:
    """Standing rows that nobody can tidy up after, though no closure follows."""
    standing = list(Occupancy.objects.filter(ended="").exclude(kind="closure").select_related("room"))
    closed = set(Occupancy.objects.filter(kind="closure").values_list("room", "starts_at"))
    return [
        row.pk
        for row in standing
        if row.blocked_until - row.ends_at != datetime.timedelta(minutes=row.room.turn_around_minutes)
        and (row.room_id, row.blocked_until) not in closed
    ]


def hours_used() -> Counter:
    """Counted hours of standing bookings, by team and week."""
    used: Counter = Counter()
    for row in Occupancy.objects.filter(ended="").exclude(team=None):
        used[row.team_id, monday_of(row.starts_at)] += row.counted_minutes / 60
    return used


def clear() -> None:
    """Nothing was ever booked."""
    with transaction.atomic():
        for model in (Change, Engagement, Occupancy, Wish, Series):
            model.objects.all()._raw_delete("default")
