"""Posters of an event on the phone: to save and send, with the platform's own reservation on each."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from livestreams.sessions.access import PLAN
from livestreams.sessions.models import Event, Session
from livestreams.sessions.phone.own import hand_of, own_event, own_session, user_of
from livestreams.sessions.phone.posters.forms import ReservationForm
from livestreams.sessions.phone.posters.showing import context_of
from livestreams.sessions.posters.entering import enter
from livestreams.sessions.posters.keeping import poster_of
from livestreams.sessions.posters.shapes import SHAPES
from zhunong.access.doors import open_to


@never_cache
@open_to(PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def poster(request: HttpRequest, pk: int) -> HttpResponse:
    """All posters of the event. Posted with `session`: what the platform gives for that one."""
    event = own_event(user_of(request), pk)
    if request.method == "POST":
        return entered(request, event)
    return render(request, "my_sessions/poster.html", context_of(request, event))


def entered(request: HttpRequest, event: Event) -> HttpResponse:
    session = session_in(event, request.POST.get("session", ""))
    form = ReservationForm(session, request.POST, request.FILES, is_over=session.ended_at <= timezone.now())
    if not form.is_valid():
        return render(request, "my_sessions/poster.html", context_of(request, event, form), status=422)
    if enter(session, form.given(), hand_of(request)):
        messages.success(request, _("Saved. The posters are drawn anew."))
    else:
        messages.info(request, _("Nothing was changed."))
    return redirect("my_sessions:poster", event.pk)


def session_in(event: Event, key: str) -> Session:
    """Raises Http404 for a session of another event."""
    if not key.isdecimal() or len(key) > 18:
        raise Http404
    return get_object_or_404(event.sessions.select_related("account", "township"), pk=int(key))


@open_to(PLAN)
@require_safe
def poster_file(request: HttpRequest, pk: int, shape: str) -> HttpResponse:
    """One poster of an own session, announced or not. The phone asks again each time, and is sent it when changed."""
    if shape not in SHAPES:
        raise Http404
    file, face = poster_of(own_session(user_of(request), pk), shape)
    response = HttpResponse(file.read_bytes(), content_type="image/jpeg")
    response["ETag"] = f'"{face.hash}"'
    patch_cache_control(response, private=True, no_cache=True)
    return response
