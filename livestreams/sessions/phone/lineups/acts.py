"""What a tap in the list does: up, down, out, or all of an earlier broadcast's taken over."""

from collections.abc import Callable

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from livestreams.sessions import lineups
from livestreams.sessions.models import Event
from livestreams.sessions.phone.lineups.finding import item_of, number
from livestreams.sessions.phone.own import hand_of, own_event, user_of

Act = Callable[[HttpRequest, Event], str]
"""Does it and returns what to say. Raises Refused."""


def act_of(request: HttpRequest) -> Act:
    """Raises Http404 for an unknown one."""
    acts: dict[str, Act] = {"up": moved, "down": moved, "remove": removed, "copy": copied}
    try:
        return acts[request.POST.get("act", "")]
    except KeyError:
        raise Http404 from None


def moved(request: HttpRequest, event: Event) -> str:
    steps = -1 if request.POST["act"] == "up" else 1
    seen_at = number(request.POST.get("place", ""))
    lineups.move(item_of(event, request.POST.get("item", "")), steps, seen_at, hand_of(request))
    return ""


def removed(request: HttpRequest, event: Event) -> str:
    item = event.items.filter(pk=number(request.POST.get("item", ""))).select_related("event").first()
    if item:
        lineups.remove(item, hand_of(request))
    return _("Taken out.")


def copied(request: HttpRequest, event: Event) -> str:
    source = own_event(user_of(request), number(request.POST.get("from", "")))
    count = lineups.copy_line_up(source, event, hand_of(request))
    return _("%(count)s products taken over. Look at prices and stock.") % {"count": count}
