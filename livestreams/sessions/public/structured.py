"""A broadcast for search engines (schema.org). What the site does not hold is not said."""

from collections.abc import Iterable
from typing import Any

from livestreams.sessions.public.reading import Broadcast
from zhunong.structured import SCHEMA


def broadcast_event(broadcast: Broadcast, address: str, picture: str) -> dict[str, Any]:
    """BroadcastEvent: when, on which service, by whom. `address`, `picture`: whole addresses."""
    session = broadcast.session
    return {
        "@type": "BroadcastEvent",
        "@id": f"{address}#broadcast",
        "name": session.title,
        "url": address,
        "image": picture,
        "description": description(broadcast),
        "startDate": broadcast.begin.isoformat(timespec="seconds"),
        "endDate": broadcast.end.isoformat(timespec="seconds"),
        "isLiveBroadcast": True,
        "eventStatus": f"{SCHEMA}/EventScheduled",
        "eventAttendanceMode": f"{SCHEMA}/OnlineEventAttendanceMode",
        "publishedOn": {"@type": "BroadcastService", "name": broadcast.platform,
                        "broadcastDisplayName": session.account.nickname},
        "location": {"@type": "VirtualLocation", "url": broadcast.link or address},
        "organizer": [{"@type": "Organization", "name": team} for team in broadcast.teams],
        "about": [{"@type": "Product", "name": good.name} for good in broadcast.goods],
    }  # fmt: skip


def video(broadcast: Broadcast, address: str, picture: str) -> dict[str, Any]:
    """The recording, where it can be seen again; its publication is the broadcast."""
    event = broadcast_event(broadcast, address, picture)
    return {
        "@type": "VideoObject",
        "name": broadcast.session.title,
        "description": description(broadcast),
        "thumbnailUrl": picture,
        "uploadDate": broadcast.end.isoformat(timespec="seconds"),
        "url": broadcast.session.replay_url,
        "publication": event,
    }


def data_of(broadcast: Broadcast, address: str, picture: str) -> dict[str, Any]:
    if broadcast.is_over and broadcast.session.replay_url:
        return video(broadcast, address, picture)
    return broadcast_event(broadcast, address, picture)


def description(broadcast: Broadcast) -> str:
    """Names alone, so that it is the same in every language."""
    parts: Iterable[str] = (*broadcast.teams, broadcast.platform, broadcast.session.account.nickname)
    return " · ".join([*parts, *(good.name for good in broadcast.goods[:5])])
