"""What has to be shown of a broadcast when somebody asks: who, what, when, looked at by whom. On one page.

Rules: commerce.md, section 6.4 (直播电商监督管理办法, 电子商务法 art. 31, 承诺达标合格证办法). Never an id number.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone

from livestreams.sessions.claims import Said, findings_of
from livestreams.sessions.counting import Source, Window, source_of
from livestreams.sessions.models import Crew, Event, EventChange, EventCheck, EventTeam, LineUpItem, Session
from products.models import BuyingWay
from products.platforms import app_name

YEARS_KEPT, ROOMY = 3, 8
MOST_CHANGES, CHARACTERS = 6, 600
"""Of the changes the latest, the whole record is on the event's page; and how many characters of 手卡 in all."""


@dataclass(frozen=True)
class OnAir:
    """One account's broadcast with its times side by side. `counts`: the source whose time counts, blank = a table."""

    session: Session
    platform: str
    times: list[tuple[Source, Window | None]]
    counting: Window
    counts: str


@dataclass(frozen=True)
class Talked:
    """A product, what is wrong with its words, and when it was talked about."""

    item: LineUpItem
    said: Said | None
    at: list[Window]


@dataclass(frozen=True)
class Looked:
    """One thing of the checklist; `check` is None where nobody ticked it."""

    label: str
    check: EventCheck | None


@dataclass(frozen=True)
class Sheet:
    """All of it. `kept_until`: the last day on which it must still be there."""

    event: Event
    sessions: list[OnAir]
    parts: list[EventTeam]
    crew: list[tuple[str, list[Crew]]]
    items: list[Talked]
    title_said: Said | None
    checks: list[Looked]
    sellers: list[str]
    changes: list[EventChange]
    more_changes: int
    kept_until: datetime.date

    @property
    def hosts(self) -> list[Crew]:
        return [each for job, crew in self.crew if job == Crew.Job.HOST for each in crew]

    @property
    def helpers(self) -> list[Crew]:
        return [each for job, crew in self.crew if job != Crew.Job.HOST for each in crew]

    @property
    def points_length(self) -> int:
        """How much of each 手卡 fits the page, in characters; all of it stands in the line-up."""
        return max(24, min(150, CHARACTERS // max(1, len(self.items))))

    @property
    def is_roomy(self) -> bool:
        """Few enough products for every detail; many have a line or two each, so that it stays one page."""
        return len(self.items) <= ROOMY

    @property
    def is_clean(self) -> bool:
        return not self.title_said and not any(each.said for each in self.items)

    def check(self, item: str) -> EventCheck | None:
        return next((each.check for each in self.checks if each.check and each.check.item == item), None)


def sheet_of(event: Event) -> Sheet:
    """Twelve queries, however long the line-up is."""
    items = list(event.items.select_related("product", "sku__product", "batch__village").prefetch_related("segments"))
    found = {said.item.pk if said.item else 0: said for said in findings_of(event, items)}
    sessions = [on_air(session) for session in event.sessions.select_related("account").order_by("pk")]
    changes = list(event.changes.select_related("by", "session")[:MOST_CHANGES])
    shown = [talked(item, found.get(item.pk)) for item in items]
    ends = [each.counting.end for each in sessions] or [event.ends_at]
    return Sheet(
        event, sessions, list(event.parts.select_related("team")), crew_of(event), shown, found.get(0),
        list(looked(event)), sellers_of(items), changes, event.changes.count() - len(changes), kept_until(max(ends)),
    )  # fmt: skip


def on_air(session: Session) -> OnAir:
    times = [(source, window_of(session, source)) for source in reversed(Source)]
    source = source_of(session)
    return OnAir(
        session, app_name(session.account.platform), times, Window(session.started_at, session.ended_at),
        str(source.label) if source else "",
    )  # fmt: skip


def window_of(session: Session, source: Source) -> Window | None:
    """None unless both ends are known."""
    start, end = getattr(session, f"{source}_start"), getattr(session, f"{source}_end")
    return Window(start, end) if start and end else None


def crew_of(event: Event) -> list[tuple[str, list[Crew]]]:
    """By job, the host first."""
    rows = list(event.crew.select_related("person"))
    found = [(job, [each for each in rows if each.job == job]) for job in Crew.Job]
    return [(job, crew) for job, crew in found if crew]


def talked(item: LineUpItem, said: Said | None) -> Talked:
    spans = [Window(each.started_at, each.ended_at) for each in item.segments.all() if each.ended_at]
    return Talked(item, said, spans)


def looked(event: Event) -> Iterator[Looked]:
    ticked = {check.item: check for check in event.checks.select_related("by")}
    for item in EventCheck.Item:
        yield Looked(str(item.label), ticked.get(item))


def sellers_of(items: list[LineUpItem]) -> list[str]:
    """Co-ops and firms that sell what is in the line-up, as the catalogue names them by their licence."""
    ways = BuyingWay.objects.filter(product__in={item.product_id for item in items})
    return sorted(set(ways.values_list("seller", flat=True)))


def kept_until(end: datetime.datetime) -> datetime.date:
    """Three years after the end; of a leap day's broadcast on the 28th."""
    day = timezone.localtime(end).date()
    try:
        return day.replace(year=day.year + YEARS_KEPT)
    except ValueError:
        return day.replace(year=day.year + YEARS_KEPT, day=28)
