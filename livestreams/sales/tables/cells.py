"""Raw cells to values. Each reader raises `BadCell` with a reason for people (contracts, section 1)."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, time, timedelta
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db.models import Field, Model
from django.utils.translation import gettext as _

from livestreams.sales.reading.cells import LONGEST_EXACT_NUMBER, SCIENTIFIC, clean, plain
from products import platforms
from products.shares import parse_shares

Reader = Callable[[Any], Any]
WHOLE_NUMBER = re.compile(r"\d{1,10}", re.ASCII)
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
    longest = cast(Field, model._meta.get_field(field)).max_length

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
    if not WHOLE_NUMBER.fullmatch(found) or int(found) > LARGEST_NUMBER:
        raise BadCell(_("“%(value)s” is not a whole number") % {"value": found})
    return int(found)


def shares(raw: Any) -> dict[str, int]:
    """`changgan:55;feng:45`, summing to 100."""
    try:
        return parse_shares(written(raw))
    except ValidationError as error:
        raise BadCell(" ".join(error.messages)) from None


def slugs(raw: Any) -> list[str]:
    """Slugs joined by `;`, each once."""
    return list(dict.fromkeys(filter(None, (part.strip() for part in written(raw).split(";")))))
