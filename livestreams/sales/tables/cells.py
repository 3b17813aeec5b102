"""Raw cells to values. Each reader raises `BadCell` with a reason for people (contracts, section 1)."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db.models import Model
from django.utils.translation import gettext as _

from livestreams.sales.reading.cells import LONGEST_EXACT_NUMBER, SCIENTIFIC, clean, plain
from livestreams.sales.times import BEIJING
from products import platforms
from products.shares import parse_shares

Reader = Callable[[Any], Any]
DAY = r"(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?"
CLOCK = r"(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?"
WRITTEN_DAY = re.compile(rf"{DAY}(?:[ T]+0{{1,2}}:00(?::00)?)?", re.ASCII)
WRITTEN_MOMENT = re.compile(rf"{DAY}[ T]+{CLOCK}", re.ASCII)
LARGEST_NUMBER = 2**31 - 1


class BadCell(Exception):
    """The cell says nothing that its column can mean."""


def cleaned(raw: Any) -> Any:
    """The cell without blanks, TABs and byte-order marks around it; "" where it says nothing."""
    if raw is None:
        return ""
    return clean(raw) if isinstance(raw, str) else raw


def text(model: type[Model], field: str) -> Reader:
    """Text that fits the model's field."""
    longest = model._meta.get_field(field).max_length

    def read(raw: Any) -> str:
        found = written(raw)
        if any(unicodedata.category(character) == "Cc" for character in found):
            raise BadCell(_("“%(value)s” holds a line break or another control character") % {"value": found})
        if longest and len(found) > longest:
            raise BadCell(_("“%(value)s” is longer than %(longest)s characters") % {"value": found, "longest": longest})
        return found

    return read


def written(raw: Any) -> str:
    """The cell as text, refused where a spreadsheet has made something else of it."""
    if isinstance(raw, date | time | timedelta):
        raise BadCell(_("a spreadsheet has made the date “%(value)s” of it; format the cell as text") % {"value": raw})
    if isinstance(raw, int | float) and abs(raw) >= LONGEST_EXACT_NUMBER:
        raise damaged(raw)
    return plain(raw) or "" if not isinstance(raw, str) else raw


def damaged(raw: Any) -> BadCell:
    reason = _("a spreadsheet has damaged the number “%(value)s”; write it anew in a cell formatted as text")
    return BadCell(reason % {"value": raw})


def identifier(model: type[Model], field: str) -> Reader:
    """An id or code: text that no spreadsheet has rounded."""
    read_text = text(model, field)

    def read(raw: Any) -> str:
        found = read_text(raw)
        if SCIENTIFIC.fullmatch(found):
            raise damaged(found)
        return found

    return read


def slug(model: type[Model], field: str = "slug") -> Reader:
    """A slug: Latin letters, digits, hyphens, underscores."""
    read_text = text(model, field)

    def read(raw: Any) -> str:
        found = read_text(raw)
        try:
            validate_slug(found)
        except ValidationError:
            reason = _("“%(value)s” is not a slug: only Latin letters, digits, - and _ may stand in it")
            raise BadCell(reason % {"value": found}) from None
        return found

    return read


def choice(values: Iterable[str]) -> Reader:
    """One of the values."""
    allowed = list(values)

    def read(raw: Any) -> str:
        if (found := written(raw)) not in allowed:
            reason = _("“%(value)s” is none of %(allowed)s")
            raise BadCell(reason % {"value": found, "allowed": ", ".join(allowed)})
        return found

    return read


def platform(raw: Any) -> str:
    """A platform that the site knows."""
    return choice(platforms.names)(raw)


def whole_number(raw: Any) -> int:
    """A whole number that is not negative."""
    found = written(raw)
    if not (found.isascii() and found.isdigit() and int(found) <= LARGEST_NUMBER):
        raise BadCell(_("“%(value)s” is not a whole number") % {"value": found})
    return int(found)


def day(raw: Any) -> date:
    """A day, as `2026-05-29`, `2026/5/29` or a date cell."""
    if isinstance(raw, datetime) and raw.time() == time():
        return raw.date()
    if isinstance(raw, date) and not isinstance(raw, datetime):
        return raw
    match = WRITTEN_DAY.fullmatch(str(raw))
    try:
        return date(*map(int, match.groups())) if match else no_day(raw)
    except ValueError:
        return no_day(raw)


def no_day(raw: Any) -> date:
    raise BadCell(_("“%(value)s” is not a day; write it like 2026-05-29") % {"value": raw})


def moment(raw: Any) -> datetime:
    """A time in Beijing, as `2026-05-29 20:00:00`, `2026/5/29 20:00` or a date cell."""
    if isinstance(raw, date):
        clock = raw.time() if isinstance(raw, datetime) else time()
        return (datetime.combine(raw, clock) + timedelta(microseconds=500_000)).replace(microsecond=0, tzinfo=BEIJING)
    match = WRITTEN_MOMENT.fullmatch(str(raw))
    try:
        return datetime(*(int(part or 0) for part in match.groups()), tzinfo=BEIJING) if match else no_moment(raw)
    except ValueError:
        return no_moment(raw)


def no_moment(raw: Any) -> datetime:
    raise BadCell(_("“%(value)s” is not a time; write it like 2026-05-29 20:00:00") % {"value": raw})


def shares(raw: Any) -> dict[str, int]:
    """`changgan:55;feng:45`, summing to 100."""
    try:
        return parse_shares(written(raw))
    except ValidationError as error:
        raise BadCell(" ".join(error.messages)) from None


def slugs(raw: Any) -> list[str]:
    """Slugs joined by `;`, each once."""
    return list(dict.fromkeys(filter(None, (part.strip() for part in written(raw).split(";")))))
