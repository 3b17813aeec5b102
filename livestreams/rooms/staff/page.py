"""What the pages of the rooms share in the admin."""

from livestreams.rooms.changing import Hand
from zhunong.access.desk import DeskPage


class RoomsPage(DeskPage):
    """A page under "Livestream centre"."""

    header_icon = "calendar"

    def hand(self, reason: str = "") -> Hand:
        """Whose hand changes something here."""
        return Hand(self.user, of_the_office=True, reason=reason)
