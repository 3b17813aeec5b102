"""Opening hours and kit as people type them: a line a weekday, a line a thing."""

import datetime
import re
import unicodedata
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

TIME = r"(\d{1,2})(?:[:.](\d{2}))?"
SPAN = re.compile(f"{TIME}-{TIME}")
DASHES = re.compile(r"\s*(?:[-–—−~]|至|到)\s*")
BETWEEN = re.compile(r"[\s,;、。]+")
THING = re.compile(r"(?P<name>.*?\S)(?:\s*[×xX*]\s*|\s+)(?P<quantity>\d+)\s*[个台只把套张盏块件]?")
DAY = 24 * 60
LONGEST_NAME, MOST_OF_A_THING = 60, 999


class Hours(NamedTuple):
    opens: datetime.time
    closes: datetime.time
    """By its opening or before = on the next day."""


class Thing(NamedTuple):
    name: str
    quantity: int


def read_hours(text: str) -> list[Hours]:
    """`8-12, 14:00–22:00`: what a weekday's line says, in order; blank = closed. Raises ValidationError."""
    typed = DASHES.sub("-", unicodedata.normalize("NFKC", text).strip())
    spans = sorted(read_span(word) for word in BETWEEN.split(typed) if word)
    for (_begin, end), (begin, _end) in zip(spans, spans[1:], strict=False):
        if begin < end:
            sentence = _("These hours overlap: %(hours)s. Write each time once.")
            raise ValidationError(sentence % {"hours": text.strip()})
    return [Hours(time_of(begin), time_of(end)) for begin, end in spans]


def read_span(word: str) -> tuple[int, int]:
    """Minutes of the day; what ends by its beginning ends on the next day."""
    found = SPAN.fullmatch(word)
    hours = [int(part or 0) for part in found.groups()] if found else []
    if not hours or max(hours[0], hours[2]) > 24 or max(hours[1], hours[3]) > 59:
        raise ValidationError(_("“%(word)s” is no opening time; write it like 08:00–22:00.") % {"word": word})
    begin, end = hours[0] * 60 + hours[1], hours[2] * 60 + hours[3]
    if begin >= DAY or end > DAY:
        raise ValidationError(_("“%(word)s” is no opening time; write it like 08:00–22:00.") % {"word": word})
    return begin, end if end > begin else end + DAY


def time_of(minutes: int) -> datetime.time:
    return datetime.time(minutes // 60 % 24, minutes % 60)


def read_kit(text: str) -> list[Thing]:
    """`补光灯 3` or `补光灯 × 3`: a line a thing, one of it where no number stands. Raises ValidationError."""
    things = [read_thing(line.strip()) for line in text.splitlines() if line.strip()]
    names = [thing.name for thing in things]
    if twice := [name for name in names if names.count(name) > 1]:
        raise ValidationError(_("“%(name)s” stands there twice; write it once, with how many.") % {"name": twice[0]})
    return things


def read_thing(line: str) -> Thing:
    found = THING.fullmatch(line)
    name, quantity = (found["name"], int(found["quantity"])) if found else (line, 1)
    if len(name) > LONGEST_NAME:
        raise ValidationError(_("“%(name)s…” is too long; 60 characters are the most.") % {"name": name[:12]})
    if not 1 <= quantity <= MOST_OF_A_THING:
        raise ValidationError(_("Of “%(name)s” there can be 1 to 999.") % {"name": name})
    return Thing(name, quantity)
