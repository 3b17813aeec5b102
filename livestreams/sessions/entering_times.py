"""The steps of entering a session's time on a page: what is wanted, what it would move, and done."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.rooms.changing import Hand
from livestreams.rooms.refusals import Refused
from livestreams.sessions import crediting
from livestreams.sessions.counting import Source, Window, counting, is_by_table, source_of
from livestreams.sessions.crediting import Effect, Otherwise
from livestreams.sessions.models import Session
from livestreams.sessions.windows import Outcome, foresee_times, set_times
from livestreams.teams.models import Team

FORMATS: list[str] = [f"%Y-%m-%d{mark}%H:%M{rest}" for mark in "T " for rest in (":%S", "")]
HINTS: dict[str, Promise] = {
    Source.PLATFORM: gettext_lazy("from its end screen or its list of broadcasts"),
    Source.PRESSED: gettext_lazy("the buttons here"),
    Source.PLANNED: gettext_lazy("the plan, or the table it came by"),
}


class TimesForm(forms.Form):
    """The platform's own start and end, to the second."""

    start = forms.DateTimeField(input_formats=FORMATS)
    end = forms.DateTimeField(input_formats=FORMATS)


@dataclass(frozen=True)
class Side:
    """What one source says."""

    source: Source
    hint: Promise
    start: datetime.datetime | None
    end: datetime.datetime | None
    start_counts: bool
    end_counts: bool

    @property
    def may_be_taken_away(self) -> bool:
        return self.source != Source.PLANNED and bool(self.start or self.end)


@dataclass(frozen=True)
class Asked:
    """A source's times as somebody wants them; None and None = taken away."""

    source: Source
    start: datetime.datetime | None = None
    end: datetime.datetime | None = None


@dataclass
class Step:
    """Where somebody stands who enters a time: a problem, or an effect to say yes to, or done."""

    asked: Asked | None = None
    effect: Effect | None = None
    outcome: Outcome | None = None
    problem: str = ""
    is_otherwise: bool = False
    """The figures moved since the preview."""
    sent: Mapping[str, Any] = field(default_factory=dict)


def sides(session: Session) -> list[Side]:
    counts = {edge: source_of(session, edge) for edge in ("start", "end")}
    return [
        Side(
            source, HINTS[source], getattr(session, f"{source}_start"), getattr(session, f"{source}_end"),
            counts["start"] == source, counts["end"] == source,
        )
        for source in Source
    ]  # fmt: skip


def why_it_counts(session: Session) -> str:
    """One sentence: where the time that counts is from."""
    start, end = source_of(session), source_of(session, "end")
    if is_by_table(session):
        return _("A table set this time. It holds until one of the times below is entered anew.")
    if start and start == end:
        return _("The time from this source counts: %(source)s.") % {"source": start.label}
    if start and end:
        return _("Start: %(start)s. End: %(end)s.") % {"start": start.label, "end": end.label}
    return _("Start: %(start)s. The end keeps the planned length, because no end after the start is known.") % {
        "start": start.label if start else "—"
    }


def step(session: Session, sent: Mapping[str, Any], hand: Hand) -> Step:
    """One POST: shows what would move if orders do, else does it; with `expected`, does what was seen."""
    made = Step(sent=sent)
    try:
        made.asked = asked_of(sent)
        seen = sent.get("expected", "")
        if not seen or not hand.reason:
            made.effect = foresee_times(session, made.asked.source, made.asked.start, made.asked.end, hand)
            if made.effect.lines and seen:
                raise Refused(_("Orders are credited otherwise by this: write down why."))
            if made.effect.lines:
                return made
            seen = made.effect.fingerprint
        made.outcome = set_times(session, made.asked.source, made.asked.start, made.asked.end, hand, seen)
    except Otherwise as otherwise:
        made.effect, made.is_otherwise = otherwise.effect, True
    except Refused as refused:
        made.problem = refused.sentence
    return made


def asked_of(sent: Mapping[str, Any]) -> Asked:
    """Raises Refused where the times cannot be read."""
    away = sent.get("take_away", "")
    if away in (Source.PLATFORM, Source.PRESSED):
        return Asked(Source(away))
    form = TimesForm(sent)
    if not form.is_valid():
        raise Refused(_("Write day and time of both the start and the end, such as 2026-06-01 20:05:30."))
    return Asked(Source.PLATFORM, form.cleaned_data["start"], form.cleaned_data["end"])


def window_of(session: Session, asked: Asked) -> Window:
    """What would count. The session is not touched."""
    copy = Session(**{each.attname: getattr(session, each.attname) for each in Session._meta.concrete_fields})
    setattr(copy, f"{asked.source}_start", asked.start)
    setattr(copy, f"{asked.source}_end", asked.end)
    return counting(copy)


def gains_own(effect: Effect, hand: Hand) -> bool:
    """Whether it would give money to a team of whoever does it: another's yes is needed."""
    return bool(crediting.gains(effect, Team.objects.of_person(hand.by).values_list("slug", flat=True)))
