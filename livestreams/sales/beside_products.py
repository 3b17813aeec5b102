"""Broadcasts on a product's page: the next ones of the teams that grow it, the last ones in which it sold.

There is no line-up yet, so that what a session was about is known by what was sold in it. Public: title, teams,
platform and time; no person, no figure.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.db.models import F, Q
from django.utils import timezone

from livestreams.sales.models import DailyTotal
from livestreams.sessions.models import Session
from livestreams.teams.models import Team
from products.models import OriginPart, Product
from products.platforms import app_name

AHEAD, BACK = datetime.timedelta(days=14), datetime.timedelta(days=90)
COMING, PAST = 2, 3
"""So many of each are shown."""


@dataclass
class Broadcast:
    """A session as visitors may know it."""

    title: str
    platform: str
    started_at: datetime.datetime
    ended_at: datetime.datetime
    teams: list[str] = field(default_factory=list)
    is_on: bool = False


def broadcasts_of(product: Product) -> dict[str, Any]:
    """Context for the page of a product. One query."""
    now = timezone.now()
    own = Session.objects.filter(Q(pk__in=coming(product, now)) | Q(pk__in=sold_in(product, now)))
    rows: Iterable[Any] = own.order_by("started_at", "pk", "-shares__percent", "shares__team__slug").values(
        "pk", "title", "started_at", "ended_at", platform=F("account__platform"), team=F("shares__team__name")
    )
    found = [made_of(list(group), now) for _pk, group in groupby(rows, key=lambda row: row["pk"])]
    ahead = [broadcast for broadcast in found if broadcast.ended_at > now][:COMING]
    past = [broadcast for broadcast in found if broadcast.ended_at <= now][-PAST:]
    return {"coming_broadcasts": ahead, "past_broadcasts": past[::-1]}


def coming(product: Product, now: datetime.datetime) -> Any:
    """Of the teams of its villages, and of those that sell for the whole township."""
    villages = OriginPart.objects.filter(origin__product=product).values("village")
    teams = Team.objects.filter(Q(villages=None) | Q(villages__in=villages), township=product.township_id)
    sessions = Session.objects.filter(township=product.township_id, ended_at__gt=now, started_at__lt=now + AHEAD)
    return sessions.filter(shares__team__in=teams.values("pk")).order_by("started_at").values("pk")


def sold_in(product: Product, now: datetime.datetime) -> Any:
    """The latest sessions in which a pack of it was sold, by the totals kept for each day and session."""
    day = timezone.localdate(now)
    sold = DailyTotal.objects.filter(township=product.township_id, day__gte=day - BACK, sku__product=product)
    ended = Session.objects.filter(pk__in=sold.exclude(session=None).values("session"), ended_at__lte=now)
    return ended.order_by("-started_at").values("pk")[:PAST]


def made_of(rows: list[dict[str, Any]], now: datetime.datetime) -> Broadcast:
    """A session from its rows, one for each team."""
    first, teams = rows[0], [row["team"] for row in rows if row["team"]]
    begin, end = first["started_at"], first["ended_at"]
    return Broadcast(first["title"], app_name(first["platform"]), begin, end, teams, begin <= now < end)
