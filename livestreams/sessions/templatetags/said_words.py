"""What may not be said of an event, right where it is shown."""

from typing import Any

from django import template

from livestreams.sessions.claims import findings_of
from livestreams.sessions.models import Event

register = template.Library()


@register.inclusion_tag("my_sessions/_said.html")
def said_words(event: Event) -> dict[str, Any]:
    """A note with each word, why, and what instead; nothing where all may be said. Four queries."""
    return {"event": event, "found": findings_of(event)}
