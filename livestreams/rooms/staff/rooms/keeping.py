"""What stands beside a room's own row: its hours, its kit, its photo."""

from collections.abc import Mapping, Sequence

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from livestreams.rooms.models import KitItem, OpeningHours, Room
from livestreams.rooms.staff.rooms.reading import Hours, Thing
from media.models import CustomImage
from zhunong.access.models import User


def keep_hours(room: Room, week: Mapping[int, Sequence[Hours]]) -> None:
    """These hours and no others; those that stay the same keep their rows."""
    wanted = {(day, *hours) for day, spans in week.items() for hours in spans}
    for each in OpeningHours.objects.filter(room=room):
        known = (each.weekday, each.opens, each.closes)
        if known in wanted:
            wanted.remove(known)
        else:
            each.delete()
    OpeningHours.objects.bulk_create(
        OpeningHours(room=room, weekday=day, opens=opens, closes=closes) for day, opens, closes in sorted(wanted)
    )


def keep_kit(room: Room, things: Sequence[Thing]) -> None:
    """These things, in this order."""
    known = [Thing(each.name, each.quantity) for each in KitItem.objects.filter(room=room)]
    if known != list(things):
        KitItem.objects.filter(room=room).delete()
        KitItem.objects.bulk_create(
            KitItem(room=room, name=thing.name, quantity=thing.quantity, sort_order=number)
            for number, thing in enumerate(things)
        )


def keep_photo(room: Room, picture: ContentFile | None, is_dropped: bool, by: User | None) -> None:
    """A new picture of the library, or none. Earlier ones stay in the library, for the administrator."""
    if picture:
        room.photo = CustomImage.objects.create(
            title=_("Photo of %(room)s") % {"room": room.name}, file=picture, uploaded_by_user=by
        )
    elif is_dropped:
        room.photo = None
