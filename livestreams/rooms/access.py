"""Who may do what with rooms (design, section 1)."""

from zhunong.access import roles

BOOK, MANAGE, LOOK = "rooms.book_room", "rooms.manage_bookings", "rooms.view_occupancy"
"""Book for one's own team; move, cancel and decide for everybody; see every booking of the township."""
MANAGERS = (roles.STAFF, roles.ROOM_MANAGER)


def grant_rights() -> None:
    """What each role may do with rooms."""
    roles.grant(roles.MEMBER, BOOK)
    for role in MANAGERS:
        roles.grant(role, MANAGE, LOOK, *(f"rooms.{act}_room" for act in ("view", "add", "change", "delete")))
    roles.grant(roles.READER, LOOK, "rooms.view_room")
