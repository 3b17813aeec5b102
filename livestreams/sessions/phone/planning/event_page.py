"""The page of an event: when, where, who does what, what is ready, and the ways to everything that hangs on it."""

import datetime
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from livestreams.rooms.phone.own import swept
from livestreams.sessions.access import PLAN
from livestreams.sessions.models import Crew, Event, EventCheck, EventTeam, Session
from livestreams.sessions.moved import moved
from livestreams.sessions.phone.own import own_event, teams_of, user_of
from livestreams.sessions.sharing import in_force, is_agreed
from livestreams.sessions.telling import told
from zhunong.access.doors import open_to

Item = EventCheck.Item
HINTS: dict[Item, Promise] = {
    Item.HOSTS: _("Who is on air has shown who they are and is of age."),
    Item.LICENCE: _("The shop's page shows the licence of who sells."),
    Item.CERTIFICATE: _("Note which batch goes out."),
    Item.PRICES: _("The price on air is the price in the shop, with what it includes."),
    Item.WORDS: _("The line-up marks words that may not be said."),
    Item.RECORDING: _("Kept for three years from the end of the broadcast."),
}


class Check(NamedTuple):
    item: str
    label: str
    hint: Promise
    done: EventCheck | None


class Worker(NamedTuple):
    """A person of an event and all the jobs they have in it."""

    name: str
    jobs: str


@never_cache
@open_to(PLAN)
@require_GET
def event(request: HttpRequest, pk: int) -> HttpResponse:
    user = user_of(request)
    swept(teams_of(user))
    return show(request, own_event(user, pk))


def show(request: HttpRequest, row: Event, status: int = 200, **more: Any) -> HttpResponse:
    """`problem`: why something just asked for was not done."""
    return render(request, "my_sessions/event.html", facts_of(row) | more, status=status)


def facts_of(row: Event) -> dict[str, Any]:
    """All that the page says, on the phone and at the desk."""
    now = timezone.now()
    changes = row.changes.select_related("by", "session__account").order_by("-pk")
    return {
        "event": row, "sessions": sessions_of(row), "crew": crew_of(row), "parts": parts_of(row),
        "is_agreed": is_agreed(row), "in_force": in_force(row), "checks": checks_of(row),
        "changes": [(each, told(each)) for each in changes[:100]], "moved": moved(row),
        "is_near": row.starts_at - datetime.timedelta(minutes=30) <= now, "is_open": not row.cancelled_at,
    }  # fmt: skip


def sessions_of(row: Event) -> list[Session]:
    return list(row.sessions.select_related("account").order_by("account__platform", "pk"))


def parts_of(row: Event) -> list[EventTeam]:
    return list(row.parts.select_related("team", "answered_by").order_by("-percent", "team__name"))


def crew_of(row: Event) -> list[Worker]:
    jobs: dict[str, list[str]] = {}
    order = list(Crew.Job.values)
    for each in sorted(row.crew.select_related("person"), key=lambda each: order.index(each.job)):
        jobs.setdefault(str(each.person), []).append(str(each.get_job_display()))
    return [Worker(name, "、".join(done)) for name, done in jobs.items()]


def checks_of(row: Event) -> list[Check]:
    done = {check.item: check for check in row.checks.select_related("by")}
    return [Check(item, str(item.label), HINTS[item], done.get(item)) for item in Item]
