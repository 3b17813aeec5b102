"""The three times of a session side by side: planned, pressed here, the platform's own; and which one counts."""

import datetime
from dataclasses import dataclass

from django.utils.functional import Promise

from livestreams.sessions.counting import Source
from livestreams.sessions.models import Session

SECONDS_A_MINUTE = 60


@dataclass(frozen=True)
class Clock:
    """One source's times; None where it has none. `counts_from`, `counts_to`: the session begins or ends by it."""

    name: str | Promise
    start: datetime.datetime | None
    end: datetime.datetime | None
    counts_from: bool = False
    counts_to: bool = False

    @property
    def minutes(self) -> int | None:
        return minutes_between(self.start, self.end)


def minutes_between(start: datetime.datetime | None, end: datetime.datetime | None) -> int | None:
    """Whole minutes; None where one of the two is missing."""
    return None if start is None or end is None else round((end - start).total_seconds() / SECONDS_A_MINUTE)


def clocks(session: Session) -> list[Clock]:
    """The weakest first, as people read: planned, pressed, platform. Of equal times the strongest source counts."""
    starts = {source: getattr(session, f"{source}_start") for source in Source}
    ends = {source: getattr(session, f"{source}_end") for source in Source}
    begins = next((source for source in Source if starts[source] == session.started_at), None)
    stops = next((source for source in Source if ends[source] == session.ended_at), None)
    return [
        Clock(source.label, starts[source], ends[source], source == begins, source == stops)
        for source in reversed(list(Source))
    ]


def is_from_table(session: Session) -> bool:
    """None of the three sources knows it: its times were entered in the table of sessions."""
    return not any(clock.start or clock.end for clock in clocks(session))
