"""Events and sessions in words."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from livestreams.rooms.words import date_of
from livestreams.sessions.models import Event, Session
from livestreams.teams.models import Account
from products.platforms import app_name

A_DAY = datetime.timedelta(1)


def clock_words(start: datetime.datetime, end: datetime.datetime) -> str:
    """`20:00–22:00`; past midnight `22:00–次日 01:00`."""
    begin, close = timezone.localtime(start), timezone.localtime(end)
    days = (close.date() - begin.date()).days
    if not days:
        return f"{begin:%H:%M}–{close:%H:%M}"
    if days == 1:
        if f"{close:%H:%M}" == "00:00":
            return f"{begin:%H:%M}–24:00"
        next_day = _("next day")
        return f"{begin:%H:%M}–{next_day} {close:%H:%M}"
    return f"{begin:%H:%M} – {date_of(close)} {close:%H:%M}"


def span_words(start: datetime.datetime, end: datetime.datetime) -> str:
    """`11月26日 周四 20:00–22:00`; of another year with the year."""
    local = timezone.localtime(start)
    year = "" if local.year == timezone.localdate().year else f"{local.year}-"
    day = f"{year}{local:%m-%d}" if year else date_of(local)
    return f"{day} {clock_words(start, end)}"


def event_span(event: Event) -> str:
    return span_words(event.starts_at, event.ends_at)


def session_span(session: Session) -> str:
    return span_words(session.started_at, session.ended_at)


def account_words(account: Account) -> str:
    """`抖音 · 十四小只`"""
    return f"{app_name(account.platform)} · {account.nickname}"


def event_state(event: Event) -> str:
    """What became of it, in a word or two."""
    if event.cancelled_at:
        return _("cancelled")
    if event.is_over:
        return _("over")
    return _("on now") if event.starts_at <= timezone.now() else _("is planned")


def event_tone(event: Event) -> str:
    """The badge's colour: good, bad or none."""
    if event.cancelled_at:
        return "bad"
    return "good" if event.starts_at <= timezone.now() < event.ends_at else ""
