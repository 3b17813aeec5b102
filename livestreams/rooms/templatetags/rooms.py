"""Times and slots of bookings in templates."""

import datetime

from django import template

from livestreams.rooms import words
from livestreams.rooms.models import Occupancy, Room
from livestreams.rooms.phone.days import slot_of
from livestreams.rooms.words import day_words, span_words, weekday_words

register = template.Library()
register.filter("day_words", day_words)
register.filter("span_words", span_words)
register.filter("weekday_words", weekday_words)


@register.simple_tag
def slot(room: Room, starts_at: datetime.datetime) -> str:
    return slot_of(room, starts_at)


@register.filter
def duration(minutes: int) -> str:
    """`1.5 小时`."""
    return words.length_words(minutes)


@register.filter
def state(row: Occupancy) -> str:
    """What became of a booking, in a word or two."""
    return words.state_words(row)


@register.filter
def tone(row: Occupancy) -> str:
    """The badge's colour: good, bad or none."""
    if row.ended:
        return "bad"
    return "good" if row.kind == Occupancy.Kind.BOOKING else ""
