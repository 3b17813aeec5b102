"""The two buttons of a broadcast: on air, and over."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from livestreams.rooms.refusals import Refused
from livestreams.sessions.access import PLAN
from livestreams.sessions.models import Event, Session
from livestreams.sessions.phone.own import hand_of, own_event, user_of
from livestreams.sessions.pressing import press
from zhunong.access.doors import open_to

BACK = {"event": "my_sessions:event", "live": "my_sessions:live"}


@open_to(PLAN)
@require_POST
def press_it(request: HttpRequest, pk: int) -> HttpResponse:
    """`which`: start or end; `session`: of one account, else of all; `back`: where the buttons stand."""
    event = own_event(user_of(request), pk)
    try:
        messages.success(request, pressed(request, event))
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect(BACK.get(request.POST.get("back", ""), BACK["event"]), pk)


def pressed(request: HttpRequest, event: Event) -> str:
    """Does it, and returns what to say. Raises Refused."""
    which, sessions = request.POST.get("which", ""), asked_for(request, event)
    if which not in ("start", "end") or not sessions or event.cancelled_at:
        raise Refused(_("This page is out of date. Open it again."))
    press(sessions, which, hand_of(request))
    words = {"time": f"{timezone.localtime():%H:%M}"}
    return _("On air: the start is noted.") if which == "start" else _("Over: the end is noted, %(time)s.") % words


def asked_for(request: HttpRequest, event: Event) -> list[Session]:
    """One session of the event, or those that the button is for."""
    sessions = list(event.sessions.order_by("pk"))
    wanted = request.POST.get("session", "")
    return [each for each in sessions if str(each.pk) == wanted] if wanted else sessions
