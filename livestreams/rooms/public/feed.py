"""A person's calendar behind a secret address. Who left is nobody, here too."""

import hashlib

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from livestreams.rooms.calendars import calendar_of
from livestreams.rooms.models import CalendarFeed


def calendar_at(request: HttpRequest, token: str) -> bytes:
    """Made once a request. Raises Http404 where nobody, or nobody of today, has the address."""
    if not hasattr(request, "calendar"):
        person = get_object_or_404(CalendarFeed.objects.select_related("person"), token=token).person
        if not person.is_active or not person.may_enter:
            raise Http404
        request.calendar = calendar_of(person)  # type: ignore[attr-defined]
    return request.calendar  # type: ignore[attr-defined]


def etag_of(request: HttpRequest, token: str) -> str:
    return f'"{hashlib.sha256(calendar_at(request, token)).hexdigest()}"'


@cache_control(private=True, max_age=0, must_revalidate=True)
@require_safe
@condition(etag_func=etag_of)
def feed(request: HttpRequest, token: str) -> HttpResponse:
    response = HttpResponse(calendar_at(request, token), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="rooms.ics"'
    return response
