"""Times of sessions in templates: the two buttons, and which time counts."""

import datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

from livestreams.sessions.counting import Source, Window, source_of
from livestreams.sessions.models import Event, Session, WindowRequest
from livestreams.sessions.pressing import EARLY, LATE
from livestreams.sessions.window_requests import wanted_words

register = template.Library()


@register.inclusion_tag("my_sessions/_press.html", takes_context=True)
def press_buttons(context: Any, event: Event, back: str = "event") -> dict[str, Any]:
    """On air, over, and the way to the times. One query; nothing of an event that was cancelled."""
    rows = (
        [] if event.cancelled_at else list(event.sessions.select_related("account").order_by("account__platform", "pk"))
    )
    now = timezone.now()
    return {
        "csrf_token": context.get("csrf_token"), "event": event, "back": back, "rows": rows,
        "to_start": [each for each in rows if may_start(each, now)],
        "to_end": [each for each in rows if may_end(each, now)],
        "is_one": len(rows) == 1,
    }  # fmt: skip


def may_start(session: Session, now: datetime.datetime) -> bool:
    """Not known yet to have begun, and near its time."""
    is_known = session.pressed_start or session.platform_start or session.pressed_end or session.platform_end
    return not is_known and session.started_at - EARLY <= now <= session.ended_at


def may_end(session: Session, now: datetime.datetime) -> bool:
    is_known = session.pressed_end or session.platform_end
    has_begun = session.pressed_start or session.platform_start
    return bool(has_begun) and not is_known and session.started_at < now <= session.ended_at + LATE


@register.filter
def window(session: Session) -> Window:
    return Window(session.started_at, session.ended_at)


@register.filter
def time_source(session: Session) -> str:
    """The source of the start that counts, in a word."""
    source = source_of(session)
    return str(source.label) if source else _("the table")


@register.filter
def source_words(source: str) -> str:
    return str(Source(source).label)


@register.filter
def wanted_time(request: WindowRequest) -> str:
    return wanted_words(request)
