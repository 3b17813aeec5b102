"""A booking in words for the office."""

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.rooms.models import Occupancy

Kind = Occupancy.Kind
KIND_WORDS: dict[Kind, Promise] = {
    Kind.BOOKING: gettext_lazy("booking stands"),
    Kind.REQUEST: gettext_lazy("waits for a yes"),
    Kind.HOLD: gettext_lazy("being booked"),
    Kind.OFFER: gettext_lazy("kept for who waited"),
    Kind.CLOSURE: gettext_lazy("room closed"),
}
USUAL_ENDING = "新媒体助农团队"
MARKS = {Kind.BOOKING: "", Kind.REQUEST: "？", Kind.HOLD: "…", Kind.OFFER: "…", Kind.CLOSURE: "✕"}
"""What tells the kinds apart beside their colours."""


def whose(row: Occupancy) -> str:
    """The team; the reason of a closure; of what is being booked nothing yet."""
    if row.kind == Kind.CLOSURE:
        return row.note or str(KIND_WORDS[Kind.CLOSURE])
    return str(row.team) if row.team else str(KIND_WORDS[Kind(row.kind)])


def short_name(name: str) -> str:
    """As it fits into a narrow column: what all teams are called is left out."""
    return name.removesuffix(USUAL_ENDING) or name


def presence_words(row: Occupancy) -> str:
    """Whether anybody came, where it is known or asked for."""
    if row.present_at:
        return _("there since %(time)s") % {"time": f"{timezone.localtime(row.present_at):%H:%M}"}
    if row.kind == Kind.BOOKING and row.expires_at and row.stands:
        return _("released at %(time)s if nobody says that the team is there") % {
            "time": f"{timezone.localtime(row.expires_at):%H:%M}"
        }
    return ""
