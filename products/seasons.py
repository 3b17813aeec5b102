"""A year of a product as bars: bloom, picking, sold out. Pure: rows and a day in, words and positions out.

Positions are per cents of the year as text, ready for an SVG that is 100 wide. What no row of this year says is
shown as a former year's and never as in season (commerce.md, section 6.2: seasons are data, not constants).
"""

import calendar
import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from products.days import spoken_short, spoken_span
from products.models import Season

MONTHS = range(1, 13)
BLOOM, PICKING, SOLD_OUT = "bloom", "picking", "sold-out"


@dataclass(frozen=True)
class Band:
    """A stretch of the year, both days included; `x` and `width` in per cents of it."""

    kind: str
    first: datetime.date
    last: datetime.date
    began_before: bool = False
    goes_on: bool = False
    """Into the next year, as a winter's harvest does."""
    is_estimate: bool = False

    @property
    def x(self) -> str:
        return f"{share_of_year(self.first):.2f}"

    @property
    def width(self) -> str:
        return f"{share_of_year(self.last, ends=True) - share_of_year(self.first):.2f}"

    def joined(self, other: "Band") -> "Band":
        """Both as one, where `other` begins in this one or right behind it."""
        later = max(self, other, key=lambda band: band.last)
        is_estimate = self.is_estimate or other.is_estimate
        return replace(self, last=later.last, goes_on=later.goes_on, is_estimate=is_estimate)

    @property
    def days(self) -> str:
        """`5月10日至6月15日`; `12月6日起` and `至4月30日` where the year cuts it."""
        if self.began_before and not self.goes_on:
            return _("until %(day)s") % {"day": spoken_short(self.last)}
        if self.goes_on and not self.began_before:
            return _("from %(day)s on") % {"day": spoken_short(self.first)}
        return spoken_span(self.first, self.last)

    @property
    def words(self) -> str:
        names = {BLOOM: _("bloom"), PICKING: _("picking"), SOLD_OUT: _("sold out")}
        said = _("%(kind)s %(days)s") % {"kind": names[self.kind], "days": self.days}
        return _("%(said)s (expected)") % {"said": said} if self.is_estimate else said


@dataclass(frozen=True)
class Row:
    """One village's year, or that of all villages (no name)."""

    name: str
    bands: list[Band]
    is_estimate: bool
    notes: list[str]

    @property
    def words(self) -> str:
        """What the bar shows, as one sentence."""
        said = _(", ").join(band.words for band in self.bands)
        is_said = any(band.is_estimate for band in self.bands)
        return _("%(said)s (expected)") % {"said": said} if self.is_estimate and not is_said else said


@dataclass(frozen=True)
class YearBar:
    """One year of one product. `today_x` is None in another year than this one's."""

    year: int
    rows: list[Row]
    is_former: bool
    today_x: str | None = None

    @property
    def month_ends(self) -> list[str]:
        """Where lines part the months."""
        return [f"{month * 100 / len(MONTHS):.2f}" for month in MONTHS[:-1]]

    @property
    def kinds(self) -> list[str]:
        """What its legend has to explain."""
        shown = {band.kind for row in self.rows for band in row.bands}
        return [kind for kind in (BLOOM, PICKING, SOLD_OUT) if kind in shown]


def share_of_year(day: datetime.date, *, ends: bool = False) -> float:
    """Where a day begins (or ends) in its year, in per cents, every month as wide as the next: as months are headed."""
    days_of_month = calendar.monthrange(day.year, day.month)[1]
    days = day.day if ends else day.day - 1
    return (day.month - 1 + days / days_of_month) * 100 / len(MONTHS)


def bars_of(seasons: Iterable[Season], today: datetime.date) -> list[YearBar]:
    """This year's bar, and a former year's where no season that begins this year is known. None: nothing is known."""
    rows = list(seasons)
    bars = [bar_of(rows, today.year, today)]
    if not any(season.year == today.year for season in rows):
        former = [season.year for season in rows if season.year < today.year]
        bars += [bar_of(rows, max(former), today)] if former else []
    return [bar for bar in bars if bar.rows]


def bar_of(seasons: Iterable[Season], year: int, today: datetime.date) -> YearBar:
    """One calendar year, whichever season its days belong to: a winter's harvest lies in two."""
    is_now = year == today.year
    by_village: dict[str, list[Season]] = {}
    for season in sorted(seasons, key=lambda season: season.picked_from):
        by_village.setdefault(season.village.name if season.village else "", []).append(season)
    rows = [row_of(name, own, year) for name, own in by_village.items()]
    shown = sorted((row for row in rows if row.bands), key=lambda row: (row.bands[0].first, row.name))
    return YearBar(year, shown, not is_now, f"{share_of_year(today):.2f}" if is_now else None)


def row_of(name: str, seasons: list[Season], year: int) -> Row:
    """A village's seasons as far as they lie in that year."""
    pairs = [(season, bands_of(season, year)) for season in seasons]
    shown = [(season, bands) for season, bands in pairs if bands]
    bands = sorted((band for _season, bands in shown for band in bands), key=lambda band: band.first)
    notes = [season.note for season, _bands in shown if season.note]
    return Row(name, bands, any(band.is_estimate for band in bands), notes)


def bands_of(season: Season, year: int) -> list[Band]:
    """Bloom, picking until sold out, and the days of picking that nothing is left for."""
    last_picked, sold_out = season.picked_to, season.sold_out_on
    spans = []
    if season.blooms_from and season.blooms_to:
        spans.append((BLOOM, season.blooms_from, season.blooms_to))
    if sold_out and sold_out <= last_picked:
        spans.append((SOLD_OUT, max(sold_out, season.picked_from), season.picked_to))
        last_picked = sold_out - datetime.timedelta(days=1)
    spans.append((PICKING, season.picked_from, last_picked))
    return [band for span in spans if (band := clipped(*span, year, season.is_estimate))]


def clipped(kind: str, first: datetime.date, last: datetime.date, year: int, is_estimate: bool = False) -> Band | None:
    """The part of a span that lies in the year, None where none does."""
    begin, end = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    if last < begin or first > end or last < first:
        return None
    return Band(kind, max(first, begin), min(last, end), first < begin, last > end, is_estimate)
