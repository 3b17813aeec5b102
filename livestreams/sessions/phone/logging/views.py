"""Logging a session on the phone: the form, the time that would move orders, the picture."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from livestreams.rooms.refusals import Refused
from livestreams.sessions.access import PLAN
from livestreams.sessions.models import Session
from livestreams.sessions.phone.logging.forms import LogForm
from livestreams.sessions.phone.logging.saving import Saved, save
from livestreams.sessions.phone.logging.showing import figures_told, head, picture_row
from livestreams.sessions.phone.own import hand_of, own_session, user_of
from media.private import serve_private
from zhunong.access.doors import open_to


@never_cache
@open_to(PLAN)
def log(request: HttpRequest, pk: int) -> HttpResponse:
    """The form. A script that sends it asks for JSON: `{"address"}`, or 422 with `{"errors"}` by field."""
    session = own_session(user_of(request), pk)
    if session.started_at > timezone.now():
        return render(request, "my_sessions/log_later.html", head(session))
    form = LogForm(session, request.POST or None, request.FILES or None)
    address = sent(request, form) if request.method == "POST" and form.is_valid() else ""
    as_json = request.headers.get("Accept") == "application/json"
    if address:
        return JsonResponse({"address": address}) if as_json else redirect(address)
    if form.errors and as_json:
        return JsonResponse({"errors": form.errors}, status=422)
    return render(request, "my_sessions/log.html", page(session, form), status=422 if form.errors else 200)


def page(session: Session, form: LogForm) -> dict:
    return head(session) | figures_told(session) | {"form": form, "picture": picture_row(session)}


def sent(request: HttpRequest, form: LogForm) -> str:
    """Where to go once it is kept; blank with the errors on the form."""
    try:
        saved = save(form, hand_of(request, form.reason_text))
    except Refused as refused:
        form.add_error(None, refused.sentence)
        return ""
    messages.success(request, _("The figures are kept."))
    return after(request, form.session, saved)


def after(request: HttpRequest, session: Session, saved: Saved) -> str:
    """The page with what is known now, or first the one that asks about the time."""
    if saved.asks:
        start, end = (timezone.localtime(each).strftime("%Y-%m-%d %H:%M:%S") for each in saved.asks)
        return reverse("my_sessions:log_times", args=[session.pk]) + "?" + urlencode({"start": start, "end": end})
    if saved.sentence:
        tell = messages.warning if saved.is_warning else messages.success
        tell(request, saved.sentence)
    return reverse("my_sessions:log", args=[session.pk])


@require_safe
@open_to(PLAN)
def log_proof(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The picture of the figures; 404 where there is none, or no more."""
    row = picture_row(own_session(user_of(request), pk))
    return serve_private(row.picture) if row else HttpResponse(status=404)
