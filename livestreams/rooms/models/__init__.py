"""Where: rooms, whatever takes them, and who waits for them."""

from livestreams.rooms.models.changes import Change
from livestreams.rooms.models.engagements import Engagement
from livestreams.rooms.models.fair_use import FairUse
from livestreams.rooms.models.feeds import CalendarFeed
from livestreams.rooms.models.occupancies import Occupancy, Series
from livestreams.rooms.models.rooms import KitItem, OpeningHours, Room
from livestreams.rooms.models.wishes import Wish

__all__ = [
    "CalendarFeed",
    "Change",
    "Engagement",
    "FairUse",
    "KitItem",
    "Occupancy",
    "OpeningHours",
    "Room",
    "Series",
    "Wish",
]
