"""When something is sold live: events and their plan, sessions and what platforms say of them."""

from livestreams.sessions.models.changes import EventChange, WindowRequest
from livestreams.sessions.models.events import Crew, Event, EventTeam
from livestreams.sessions.models.figures import PlatformFigures
from livestreams.sessions.models.lineup import EventCheck, LineUpItem, Segment
from livestreams.sessions.models.sessions import Session, SessionQuerySet, SessionShare

__all__ = [
    "Crew",
    "Event",
    "EventChange",
    "EventCheck",
    "EventTeam",
    "LineUpItem",
    "PlatformFigures",
    "Segment",
    "Session",
    "SessionQuerySet",
    "SessionShare",
    "WindowRequest",
]
