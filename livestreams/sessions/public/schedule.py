"""The schedule of a township: what is on, what comes day by day, what was and can be seen again."""

import datetime
from itertools import groupby
from typing import Any

from django.db.models import Q, prefetch_related_objects
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Site

from livestreams.sessions.public.reading import Broadcast, announced, broadcasts, visible
from zhunong.places.models import Township

AHEAD, BACK = datetime.timedelta(days=30), datetime.timedelta(days=60)
MOST_COMING, MOST_PAST = 60, 20


def townships_with_any() -> list[Township]:
    """Those that have something to show."""
    shown = visible().filter(is_worth_finding())
    return list(Township.objects.filter(pk__in=shown.order_by().values("township")))


def chosen(request: HttpRequest, townships: list[Township]) -> Township | None:
    """The one asked for by `?township=`, else whose site it is, else the first that has any."""
    asked = request.GET.get("township", "")
    own = None if any(each.slug == asked for each in townships) or len(townships) < 2 else township_of_site(request)
    fits = (each for each in townships if each.slug == asked or each.pk == own)
    return next(fits, townships[0] if townships else None)


def township_of_site(request: HttpRequest) -> int | None:
    """Of the site's first page, by its primary key. The model of that page is of a room above."""
    site = Site.find_for_request(request)
    return getattr(site.root_page.specific, "township_id", None) if site else None


def context_of(request: HttpRequest) -> dict[str, Any]:
    townships = townships_with_any()
    township = chosen(request, townships)
    context: dict[str, Any] = {"townships": townships, "township": township, "now": timezone.localtime()}
    return context | (board(township, request) if township else {})


def board(township: Township, request: HttpRequest) -> dict[str, Any]:
    """Five queries beside those of the products' pages."""
    now, own = timezone.now(), announced().filter(township=township)
    ahead = own.filter(ended_at__gt=now, started_at__lt=now + AHEAD).order_by("started_at", "pk")
    back = own.filter(ended_at__lte=now, started_at__gt=now - BACK).order_by("-started_at", "-pk")
    lookups = own._prefetch_related_lookups  # type: ignore[attr-defined]  # both lists in the same queries
    coming, past = (
        list(rows.prefetch_related(None)[:most]) for rows, most in ((ahead, MOST_COMING), (back, MOST_PAST))
    )
    prefetch_related_objects([*coming, *past], *lookups)
    found = broadcasts([*coming, *past], request)
    live = [each for each in found if each.is_live]
    return {
        "live": live,
        "days": by_day([each for each in found if not each.is_live and not each.is_over]),
        "past": [each for each in found if each.is_over],
    }


def by_day(coming: list[Broadcast]) -> list[tuple[datetime.datetime, list[Broadcast]]]:
    """The first moment of each day and what begins on it."""
    groups = groupby(coming, key=lambda each: each.begin.date())
    return [(rows[0].begin, rows) for rows in (list(group) for _day, group in groups)]


def is_worth_finding() -> Q:
    """Of sessions to come and the latest."""
    now = timezone.now()
    return Q(ended_at__gt=now - BACK, started_at__lt=now + AHEAD)
