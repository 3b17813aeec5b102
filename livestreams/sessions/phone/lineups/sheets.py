"""The compliance sheet on the phone: the same page that the office prints."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from livestreams.sessions.access import PLAN
from livestreams.sessions.compliance import sheet_of
from livestreams.sessions.phone.own import own_event, user_of
from zhunong.access.doors import open_to


@never_cache
@open_to(PLAN)
@require_GET
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    event = own_event(user_of(request), pk)
    return render(request, "my_sessions/sheet.html", {"event": event, "sheet": sheet_of(event)})
