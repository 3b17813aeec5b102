"""How figures of sessions are told: ratios from kept numerators and denominators, several sessions at once.

A session's figures are a mapping of names to whole numbers: fen, grams, seconds, counts; None or absent = missing. The
platform's come from `figures.known`; whoever holds better ones (paid lines of our own) puts them in their place.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from livestreams.sessions.glossary import BY_NAME, METRICS, Agg, Metric
from livestreams.sessions.units import MISSING, written

__all__ = ["BY_NAME", "METRICS", "MISSING", "Agg", "Figures", "Metric", "Told", "combined", "tell", "value_of"]

Figures = Mapping[str, int | None]


@dataclass(frozen=True)
class Told:
    """A metric of one session or of several. `known` of `sessions` had what it takes; the others are not in it."""

    metric: Metric
    value: int | Fraction | None
    known: int
    sessions: int

    @property
    def text(self) -> str:
        """With its unit, as people read it: `1,234.05`, `3.21%`, `1小时21分`; — where it is missing."""
        return written(self.value, self.metric.unit)

    @property
    def is_partial(self) -> bool:
        """Some of the sessions lack it: the figure is of the others alone."""
        return 0 < self.known < self.sessions

    @property
    def counts_people_by_session(self) -> bool:
        """场次人数口径: people stand below the line, and who came to two sessions is counted twice."""
        return self.sessions > 1 and self.metric.is_by_people


def value_of(metric: Metric, figures: Figures) -> int | Fraction | None:
    """The metric of one session; None where a part of it is missing or nothing stands below the line."""
    return tell(metric, [figures]).value


def tell(metric: Metric, sessions: Sequence[Figures]) -> Told:
    """The metric over these sessions, each with the parts of its own only."""
    if metric.is_ratio:
        pairs = [pair for figures in sessions if (pair := pair_of(metric, figures))]
        return Told(metric, quotient(metric, pairs), len(pairs), len(sessions))
    known = [value for figures in sessions if (value := figures.get(metric.name)) is not None]
    if metric.agg == Agg.WEIGHTED and len(sessions) > 1:
        return weighted(metric, sessions)
    return Told(metric, gathered(metric, known, len(sessions)), len(known), len(sessions))


def combined(sessions: Iterable[Figures]) -> dict[str, Told]:
    """Every metric of the glossary over these sessions, by name, in its order."""
    rows = list(sessions)
    return {metric.name: tell(metric, rows) for metric in METRICS}


def pair_of(metric: Metric, figures: Figures) -> tuple[int, int] | None:
    above, below = figures.get(metric.numerator), figures.get(metric.denominator)
    return None if above is None or not below else (above, below)


def quotient(metric: Metric, pairs: Sequence[tuple[int, int]]) -> Fraction | None:
    """Σ numerators ÷ Σ denominators, never a mean of ratios."""
    if not pairs:
        return None
    return Fraction(metric.factor * sum(above for above, _below in pairs), sum(below for _above, below in pairs))


def gathered(metric: Metric, known: Sequence[int], sessions: int) -> int | None:
    """People are not added: who came twice would be two."""
    if not known or (metric.agg == Agg.NO and sessions > 1):
        return None
    return max(known) if metric.agg == Agg.MAX else sum(known)


def weighted(metric: Metric, sessions: Sequence[Figures]) -> Told:
    """A mean that the platform gives ready, by what it is a mean over."""
    parts = [
        (value, weight)
        for figures in sessions
        if (value := figures.get(metric.name)) is not None and (weight := figures.get(metric.weight))
    ]
    whole = sum(weight for _value, weight in parts)
    mean = Fraction(sum(value * weight for value, weight in parts), whole) if parts else None
    return Told(metric, mean, len(parts), len(sessions))
