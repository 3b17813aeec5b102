"""The live sheet of the 场控: what is on now, what comes next, minutes left. Taps are recorded, and need not be."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from livestreams.rooms.refusals import Refused
from livestreams.sessions.access import PLAN
from livestreams.sessions.claims import Said, findings_of
from livestreams.sessions.models import Event, LineUpItem
from livestreams.sessions.phone.lineups.finding import number
from livestreams.sessions.phone.own import own_event, user_of
from livestreams.sessions.segments import Place, following, place_at, planned_minutes, tap
from zhunong.access.doors import open_to

SECOND = datetime.timedelta(seconds=1)


@dataclass(frozen=True)
class Shown:
    """One item in big letters. `seconds`: how long it is planned to be on."""

    item: LineUpItem
    seconds: int
    lines: list[str]
    said: Said | None
    after: LineUpItem | None
    before: LineUpItem | None


@never_cache
@open_to(PLAN)
def live(request: HttpRequest, pk: int) -> HttpResponse:
    """The sheet; `?part` is what changes of it. A POST with `from` and `to` (primary keys, 0 = none) is a tap."""
    event = own_event(user_of(request), pk)
    problem = tapped(request, event) if request.method == "POST" else ""
    is_part = "part" in request.GET
    if request.method == "POST" and not problem and not is_part:
        return redirect("my_sessions:live", pk)
    context = sheet_of(event, timezone.now()) | {"problem": problem}
    name = "my_sessions/live_now.html" if is_part else "my_sessions/live.html"
    return render(request, name, context, status=409 if problem and not is_part else 200)


def tapped(request: HttpRequest, event: Event) -> str:
    """Why the tap was not recorded; blank where it was, now or before."""
    delay = int(request.POST["age"]) if request.POST.get("age", "").isdecimal() else 0
    try:
        tap(
            event, number(request.POST.get("from", "")), number(request.POST.get("to", "")),
            delay=min(delay, 86_400) * SECOND,
        )  # fmt: skip
    except Refused as refused:
        return refused.sentence
    return ""


def sheet_of(event: Event, now: datetime.datetime) -> dict[str, Any]:
    """Seven queries, however many items."""
    items = list(event.items.select_related("product", "sku__product"))
    place = place_at(event, items, now)
    found = {said.item.pk if said.item else 0: said for said in findings_of(event, items)}
    spans = planned_minutes(event, items)
    return {
        "event": event, "place": place, "now": now, "title_found": found.get(0),
        "shown": [shown(items, place_no, span, found) for place_no, span in enumerate(spans)],
        "next": following(items, place.item), "is_over": is_over(event, place, now),
        "left": minutes_until(place.until, now), "left_of_all": minutes_until(event.ends_at, now),
        "to_begin": minutes_until(place.since, now) if place.item is None and not place.is_tapped else None,
    }  # fmt: skip


def shown(items: list[LineUpItem], place: int, span: int, found: dict[int, Said]) -> Shown:
    item = items[place]
    lines = [line.strip() for line in item.points.splitlines() if line.strip()]
    before = items[place - 1] if place else None
    return Shown(item, span * 60, lines, found.get(item.pk), following(items, item), before)


def is_over(event: Event, place: Place, now: datetime.datetime) -> bool:
    """By the plan, or because somebody tapped the end."""
    return place.item is None and (place.is_tapped or now >= event.ends_at)


def minutes_until(moment: datetime.datetime | None, now: datetime.datetime) -> int | None:
    """Whole minutes, negative once it is past; a begun minute counts."""
    return None if moment is None else -int((now - moment).total_seconds() // 60)
