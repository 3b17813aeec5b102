"""What a team does with an event of its own: each act either happens, or its page says in one sentence why not."""

from dataclasses import replace

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from livestreams.rooms.refusals import Refused
from livestreams.sessions import planning, sharing
from livestreams.sessions.access import PLAN
from livestreams.sessions.claims import refuse_unless_sayable
from livestreams.sessions.models import Event, EventCheck, EventTeam
from livestreams.sessions.moved import moved
from livestreams.sessions.phone.own import asked_part, hand_of, own_event, teams_of, user_of
from livestreams.sessions.phone.planning.event_page import facts_of, show
from livestreams.sessions.plans import plan_of
from zhunong.access.doors import open_to

MOST_REASON = 200


@open_to(PLAN)
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Called off, with a reason that everybody in it reads."""
    event = own_event(user_of(request), pk)
    reason = request.POST.get("reason", "").strip()[:MOST_REASON]
    if not reason:
        return show(request, event, 422, problem=_("Say why it is cancelled: the others read it."))
    try:
        planning.cancel(event, hand_of(request, reason))
    except Refused as refused:
        return show(request, event, 409, problem=refused.sentence)
    messages.success(
        request, _("Cancelled: its people and accounts are free. The room stays booked until you give it up.")
    )
    return redirect("my_sessions:event", pk)


@open_to(PLAN)
@require_POST
def take_over(request: HttpRequest, pk: int) -> HttpResponse:
    """The event goes where its booking went."""
    user = user_of(request)
    event = own_event(user, pk)
    found = moved(event)
    if found is None or found.window is None:
        return redirect("my_sessions:event", pk)
    wanted = replace(plan_of(event, teams_of(user)), starts_at=found.window.start, ends_at=found.window.end)
    try:
        planning.change_plan(event, wanted, hand_of(request))
    except Refused as refused:
        return show(request, event, 409, problem=refused.sentence)
    messages.success(request, _("It takes place at the new time of the room."))
    return redirect("my_sessions:event", pk)


@open_to(PLAN)
@require_POST
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """One item of the checklist: ticked, or open again."""
    event = own_event(user_of(request), pk)
    item = request.POST.get("item", "")
    if event.cancelled_at or item not in EventCheck.Item.values:
        return show(request, event, 409, problem=_("This page is out of date. Open it again."))
    note = request.POST.get("note", "").strip()[:MOST_REASON]
    try:
        put_check(event, item, note, "undo" in request.POST, request)
    except Refused as refused:
        return show(request, event, 409, problem=refused.sentence)
    return redirect(f"{request.path.removesuffix('check/')}#checks")


@transaction.atomic
def put_check(event: Event, item: str, note: str, is_undone: bool, request: HttpRequest) -> None:
    """Sent twice it is ticked once, by who came first. Raises Refused for words that may not be said."""
    Event.objects.select_for_update().get(pk=event.pk)
    if item == EventCheck.Item.WORDS and not is_undone:
        refuse_unless_sayable(event)
    if is_undone:
        event.checks.filter(item=item).delete()
    else:
        EventCheck.objects.get_or_create(event=event, item=item, defaults={"note": note, "by": user_of(request)})


@never_cache
@open_to(PLAN)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """What another team asks: a part of its event, and of what it brings."""
    part = asked_part(user_of(request), pk)
    if request.method != "POST":
        return show_part(request, part)
    choice = request.POST.get("answer", "")
    if choice not in ("yes", "no"):
        return show_part(request, part, _("Say yes or no."), 422)
    try:
        sharing.answer(part, choice == "yes", hand_of(request, request.POST.get("reason", "").strip()[:MOST_REASON]))
    except Refused as refused:
        return show_part(request, part, refused.sentence, 409)
    if choice == "no":
        messages.success(request, _("You said no: the sales count for the team that asked."))
        return redirect("my_sessions:list")
    messages.success(request, _("You said yes: your team has its part from now on."))
    return redirect("my_sessions:event", part.event_id)


def show_part(request: HttpRequest, part: EventTeam, problem: str = "", status: int = 200) -> HttpResponse:
    is_open = part.answer == EventTeam.Answer.ASKED and not part.event.cancelled_at
    context = {"part": part, "problem": problem, "is_open": is_open, "facts": facts_of(part.event)}
    return render(request, "my_sessions/answer.html", context, status=status)
