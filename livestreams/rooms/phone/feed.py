"""The own bookings in the phone's calendar: a secret address, made and taken back by its owner."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from livestreams.rooms.access import BOOK
from livestreams.rooms.models import CalendarFeed
from livestreams.rooms.models.feeds import new_token
from livestreams.rooms.phone.own import user_of
from zhunong.access.doors import open_to


@never_cache
@open_to(BOOK)
@require_GET
def feed(request: HttpRequest) -> HttpResponse:
    """The address, where there is one, and how a phone subscribes to it."""
    own = CalendarFeed.objects.filter(person=user_of(request)).first()
    address = settings.PUBLIC_URL + reverse("rooms_public:feed", args=[own.token]) if own else ""
    webcal = f"webcal://{address.partition('://')[2]}" if address else ""
    return render(request, "my_rooms/feed.html", {"own": own, "address": address, "webcal": webcal})


@open_to(BOOK)
@require_POST
def renew(request: HttpRequest) -> HttpResponse:
    """The first address, or another one: the old one is void from now on."""
    CalendarFeed.objects.update_or_create(person=user_of(request), defaults={"token": new_token()})
    messages.success(request, _("Here is your calendar address. An older one is void now."))
    return redirect("my_rooms:feed")


@open_to(BOOK)
@require_POST
def revoke(request: HttpRequest) -> HttpResponse:
    CalendarFeed.objects.filter(person=user_of(request)).delete()
    messages.success(request, _("The address is void. Calendars that used it get nothing any more."))
    return redirect("my_rooms:feed")
