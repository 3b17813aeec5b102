"""Events and sessions in templates."""

from django import template

from livestreams.sessions import words
from livestreams.sessions.models import Event

register = template.Library()
register.filter("event_span", words.event_span)
register.filter("session_span", words.session_span)
register.filter("account_words", words.account_words)
register.filter("event_state", words.event_state)
register.filter("event_tone", words.event_tone)


@register.filter
def event_clock(event: Event) -> str:
    """`20:00–22:00`."""
    return words.clock_words(event.starts_at, event.ends_at)
