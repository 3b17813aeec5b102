"""Broadcasts on a product's page: the next ones that have it in their line-up, the last ones in which it sold.

Where no line-up is made yet, a broadcast is told by who holds it: a team that grows the product. Public: title, teams,
platform and time; no person, no figure.
"""

import datetime
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from livestreams.sales.models import DailyTotal
from livestreams.sessions.models import LineUpItem, Session
from livestreams.sessions.public.reading import visible
from livestreams.teams.models import Team
from products.models import OriginPart, Product
from products.platforms import app_name
from zhunong.caching.compiled import values_of

AHEAD, BACK = datetime.timedelta(days=14), datetime.timedelta(days=90)
COMING, PAST = 2, 3
"""So many of each are shown."""


@dataclass
class Broadcast:
    """A session as visitors may know it. Its page: `live_public:session` of `slug`."""

    slug: str
    title: str
    platform: str
    started_at: datetime.datetime
    ended_at: datetime.datetime
    teams: list[str] = field(default_factory=list)
    is_on: bool = False


ANY = Product(pk=-(2**31) + 1, township_id=-(2**31) + 2)
SOME_TIME = datetime.datetime(1900, 1, 1, tzinfo=datetime.UTC)
"""Stand for the product and the moment in the question, which is put into SQL once."""
COLUMNS = ("pk", "slug", "title", "started_at", "ended_at", "account__platform", "shares__team__name")


def broadcasts_of(product: Product) -> dict[str, Any]:
    """Context for the page of a product. One query."""
    now = timezone.now()
    rows = values_of("broadcasts of a product", question, fill_of(product, now))
    found = [made_of(list(group), now) for _pk, group in groupby(rows, key=lambda row: row[0])]
    ahead = [broadcast for broadcast in found if broadcast.ended_at > now][:COMING]
    past = [broadcast for broadcast in found if broadcast.ended_at <= now][-PAST:]
    return {"coming_broadcasts": ahead, "past_broadcasts": past[::-1]}


def question() -> QuerySet:
    """A row for each session and team, of any product at some time. Made once: nothing in it may ask the clock."""
    own = visible().filter(Q(pk__in=coming(ANY, SOME_TIME)) | Q(pk__in=sold_in(ANY, SOME_TIME)))
    return own.order_by("started_at", "pk", "-shares__percent", "shares__team__slug").values_list(*COLUMNS)


def fill_of(product: Product, now: datetime.datetime) -> dict[Any, Any]:
    """What `coming` and `sold_in` ask of this product, now."""
    return {
        ANY.pk: product.pk,
        ANY.township_id: product.township_id,
        SOME_TIME: now,
        SOME_TIME + AHEAD: now + AHEAD,
        timezone.localdate(SOME_TIME) - BACK: timezone.localdate(now) - BACK,
    }


def coming(product: Product, now: datetime.datetime) -> Any:
    """With it in the line-up; without any line-up, of the teams of its villages and of the whole township."""
    villages = OriginPart.objects.filter(origin__product=product).values("village")
    teams = Team.objects.filter(Q(villages=None) | Q(villages__in=villages), township=product.township_id)
    sessions = Session.objects.filter(township=product.township_id, ended_at__gt=now, started_at__lt=now + AHEAD)
    line_up = LineUpItem.objects.filter(event=OuterRef("event"))
    own = Q(shares__team__in=teams.values("pk")) & ~Exists(line_up)
    return sessions.filter(Exists(line_up.filter(product=product)) | own).order_by("started_at").values("pk")


def sold_in(product: Product, now: datetime.datetime) -> Any:
    """The latest sessions in which a pack of it was sold, by the totals kept for each day and session."""
    day = timezone.localdate(now)
    sold = DailyTotal.objects.filter(township=product.township_id, day__gte=day - BACK, sku__product=product)
    ended = Session.objects.filter(pk__in=sold.exclude(session=None).values("session"), ended_at__lte=now)
    return ended.order_by("-started_at").values("pk")[:PAST]


def made_of(rows: list[tuple[Any, ...]], now: datetime.datetime) -> Broadcast:
    """A session from its rows, one for each team."""
    _pk, slug, title, begin, end, platform, _team = rows[0]
    teams = [row[-1] for row in rows if row[-1]]
    return Broadcast(slug, title, app_name(platform), begin, end, teams, begin <= now < end)
