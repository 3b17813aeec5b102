"""What is known of a session's figures: each with its source and its time, and what the other sources say."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from livestreams.sessions import metrics
from livestreams.sessions.figures import Standing, known, standing
from livestreams.sessions.metrics import Told
from livestreams.sessions.models import PlatformFigures, Session
from livestreams.sessions.platform_words import unit_of, word
from livestreams.sessions.units import written
from products.platforms import app_name

RATIOS = ("gpm", "gmv_per_hour", "follow_rate", "engagement_rate", "buy_rate_uv", "aov")


@dataclass(frozen=True)
class ShownOther:
    text: str
    source_name: str


@dataclass(frozen=True)
class ShownFigure:
    """A line of the table, in the platform's words."""

    label: str
    text: str
    standing: Standing
    others: list[ShownOther]

    @property
    def source_words(self) -> str:
        return source_words(self.standing)


def source_words(figure: Standing) -> str:
    """`typed, with a picture · 11-16 01:45`."""
    return f"{figure.source_name} · {timezone.localtime(figure.as_of):%m-%d %H:%M}"


def head(session: Session) -> dict[str, Any]:
    """Which session it is."""
    return {"session": session, "platform": app_name(session.account.platform)}


def shown_figures(session: Session) -> list[ShownFigure]:
    """The figures that somebody gave, in the order in which they are told."""
    platform = session.account.platform
    return [shown(platform, each) for each in standing(session).values()]


def figures_told(session: Session) -> dict[str, Any]:
    """All that a page shows of them. `only_source` is told once, where all are from one."""
    figures = shown_figures(session)
    sources = {figure.source_words for figure in figures}
    disputed = any(figure.others for figure in figures)
    return {
        "figures": figures, "ratios": shown_ratios(session) if figures else [],
        "only_source": sources.pop() if len(sources) == 1 and not disputed else "",
    }  # fmt: skip


def shown(platform: str, figure: Standing) -> ShownFigure:
    unit = unit_of(figure.field)
    others = [
        ShownOther(written(other.value, unit), other.source_name)
        for other in figure.others
        if other.value != figure.value
    ]
    return ShownFigure(word(platform, figure.field), written(figure.value, unit), figure, others)


def shown_ratios(session: Session) -> list[Told]:
    """What follows from them, where their parts are known."""
    figures = known(session)
    told = [metrics.tell(metrics.BY_NAME[name], [figures]) for name in RATIOS]
    return [each for each in told if each.value is not None]


def picture_row(session: Session) -> PlatformFigures | None:
    """The row that has, or had, a picture as proof."""
    return session.figures.filter(source=PlatformFigures.Source.PICTURE).first()
