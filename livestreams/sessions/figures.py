"""What platforms say of a session: which source counts for a field, and what the others say. Entered by `entering`."""

import dataclasses
import datetime
from dataclasses import dataclass

from django.utils import timezone

from livestreams.sessions.models import PlatformFigures, Session
from livestreams.sessions.models.figures import FIELDS

Source = PlatformFigures.Source
ORDER = {source.value: place for place, source in enumerate(Source)}
"""The better source first: the platform's own list, then typed with a picture, then typed."""


@dataclass(frozen=True)
class Said:
    """A figure as one source has it."""

    source: str
    value: int
    as_of: datetime.datetime

    @property
    def source_name(self) -> str:
        return str(Source(self.source).label)


@dataclass(frozen=True)
class Standing:
    """A field with the source that counts. `others` said something too, the better first; they stay visible."""

    field: str
    value: int
    source: str
    as_of: datetime.datetime
    others: list[Said] = dataclasses.field(default_factory=list)

    @property
    def source_name(self) -> str:
        return str(Source(self.source).label)

    @property
    def is_disputed(self) -> bool:
        return any(other.value != self.value for other in self.others)


def standing(session: Session) -> dict[str, Standing]:
    """Every field that some source has, with the source that counts. Prefetch `figures` for many sessions."""
    rows = sorted(session.figures.all(), key=lambda row: ORDER[row.source])
    found: dict[str, Standing] = {}
    for name in FIELDS:
        said = [Said(row.source, value, row.as_of) for row in rows if (value := getattr(row, name)) is not None]
        if said:
            found[name] = Standing(name, said[0].value, said[0].source, said[0].as_of, said[1:])
    return found


def known(session: Session) -> dict[str, int | None]:
    """The figures that count, for `metrics`; a length that no platform told is that of the time that counts."""
    found: dict[str, int | None] = {name: figure.value for name, figure in standing(session).items()}
    if "duration_s" not in found and session.ended_at <= timezone.now():
        found["duration_s"] = int((session.ended_at - session.started_at).total_seconds())
    return found
