"""Times of rooms in templates."""

import datetime

from django import template
from django.utils import timezone

from livestreams.rooms.hours import moment
from livestreams.rooms.words import day_words

register = template.Library()
ONE_DAY = datetime.timedelta(1)


@register.filter
def end_time(when: datetime.datetime) -> str:
    """`20:30`; midnight as `24:00`."""
    local = timezone.localtime(when)
    return "24:00" if local.time() == datetime.time() else f"{local:%H:%M}"


@register.filter
def clock(when: datetime.datetime, now: datetime.datetime) -> str:
    """`20:30`, with its day where that is not the day of `now`."""
    if when <= moment(timezone.localtime(now).date() + ONE_DAY):
        return end_time(when)
    return f"{day_words(when)} {timezone.localtime(when):%H:%M}"


@register.filter
def begin_clock(when: datetime.datetime, now: datetime.datetime) -> str:
    """The same of a beginning: midnight is the next day's."""
    local = timezone.localtime(when)
    return clock(when, now) if local.time() != datetime.time() else f"{day_words(when)} {local:%H:%M}"
