"""The same on the phone, for one's own accounts."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase

from livestreams.sales.session_lists import views
from livestreams.sales.session_lists.counters import PHONE
from livestreams.sales.staff.access import HAND_IN
from livestreams.sales.uploads import nameless
from zhunong.access.doors import open_to


@nameless
@open_to(HAND_IN)
def session_lists(request: HttpRequest) -> HttpResponseBase:
    return views.take(request, PHONE)


@open_to(HAND_IN)
def carry_out_session_list(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
    return views.carry_out_session_list(request, counter=PHONE)
