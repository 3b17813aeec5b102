"""排品表 on the phone: the list with its order, and a form for one product. Everything is a button that posts."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from livestreams.rooms.refusals import Refused
from livestreams.sessions.access import PLAN
from livestreams.sessions.claims import day_of, findings_of
from livestreams.sessions.models import Event
from livestreams.sessions.phone.lineups.acts import act_of
from livestreams.sessions.phone.lineups.choosing import choices_for, platforms_of
from livestreams.sessions.phone.lineups.finding import chosen, item_of
from livestreams.sessions.phone.lineups.putting import form_of, put
from livestreams.sessions.phone.own import own_event, user_of
from livestreams.sessions.segments import planned_minutes
from products.wording import rules_read_once
from zhunong.access.doors import open_to

LATELY = 5


@never_cache
@open_to(PLAN)
def line_up(request: HttpRequest, pk: int) -> HttpResponse:
    """The list; `?add` chooses a product, `?sku=`/`?product=` puts it down, `?item=` changes one. POST: `act`."""
    event = own_event(user_of(request), pk)
    with rules_read_once():
        if request.method == "POST":
            return acted(request, event)
        if "item" in request.GET:
            return form_of(request, event, item=item_of(event, request.GET["item"]))
        if "sku" in request.GET or "product" in request.GET:
            return form_of(request, event, *chosen(request, event))
        if "add" in request.GET:
            choices = choices_for(event, platforms_of(event), day_of(event.starts_at))
            return render(request, "my_sessions/line_up_choose.html", {"event": event, "choices": choices})
        return show(request, event)


def show(request: HttpRequest, event: Event, status: int = 200, **more: Any) -> HttpResponse:
    """The list, or (htmx) what of it changes. `problem`: why something just asked for was not done."""
    items = list(event.items.select_related("product", "sku__product", "batch"))
    found = findings_of(event, items)
    of_items = {said.item.pk: said for said in found if said.item}
    minutes = planned_minutes(event, items)
    context = {
        "event": event, "title_found": next((said for said in found if said.item is None), None), "found": found,
        "rows": [(item, span, of_items.get(item.pk)) for item, span in zip(items, minutes, strict=True)],
        "minutes": sum(minutes), "whole": int((event.ends_at - event.starts_at).total_seconds() // 60),
        "earlier": [] if items else earlier_of(request, event),
    }  # fmt: skip
    is_part = request.headers.get("HX-Request") == "true"
    name = "my_sessions/line_up_list.html" if is_part else "my_sessions/line_up.html"
    return render(request, name, context | more, status=200 if is_part else status)


def earlier_of(request: HttpRequest, event: Event) -> list[Event]:
    """Own events whose line-up can be taken over, the latest first."""
    own = Event.objects.of_person(user_of(request)).filter(township=event.township_id, items__isnull=False)
    return list(own.exclude(pk=event.pk).distinct().order_by("-starts_at")[:LATELY])


def acted(request: HttpRequest, event: Event) -> HttpResponse:
    """One act, then the list again: sent twice, it does no more. Raises Http404 for an unknown act."""
    if request.POST.get("act") in ("add", "change"):
        return put(request, event)
    do = act_of(request)
    try:
        said = do(request, event)
    except Refused as refused:
        return show(request, event, 409, problem=refused.sentence)
    if request.headers.get("HX-Request") == "true":
        return show(request, event)
    if said:
        messages.success(request, said)
    return redirect("my_sessions:line_up", event.pk)
