"""What visitors may know of sessions, read in a few queries however many there are."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from livestreams.sessions.models import LineUpItem, Session, SessionShare
from livestreams.sessions.posters.goods import pages_of
from livestreams.sessions.posters.links import link_in, words_in
from products.models import ProductPage
from products.platforms import app_name


@dataclass(frozen=True)
class Good:
    """A product of the line-up. `page`: where visitors read of it, if they can."""

    name: str
    url: str = ""
    page: ProductPage | None = None


@dataclass(frozen=True)
class Broadcast:
    """A session with all that a page says of it."""

    session: Session
    begin: datetime.datetime
    end: datetime.datetime
    is_live: bool
    is_over: bool
    platform: str
    teams: tuple[str, ...]
    place: str
    goods: tuple[Good, ...]
    has_code: bool
    link: str
    """To reserve or to come in."""
    words: str
    """The platform's own words to copy (口令)."""

    @property
    def url(self) -> str:
        return reverse("live_public:session", args=(self.session.slug,))

    @property
    def code_url(self) -> str:
        """Another one for another code, so that no browser shows the old one."""
        session = self.session
        drawn = sha256(f"{self.link} {session.reservation_code.name}".encode()).hexdigest()[:8]
        return f"{reverse('live_public:code', args=(session.slug,))}?{drawn}"


def visible() -> QuerySet[Session]:
    """Those that visitors may know of: announced, and not called off."""
    return Session.objects.announced().filter(Q(event=None) | Q(event__cancelled_at=None))


def announced() -> QuerySet[Session]:
    """The same with all that `broadcasts` tells of them."""
    shares = SessionShare.objects.select_related("team").order_by("-percent", "team__slug")
    items = LineUpItem.objects.select_related("product").order_by("position", "pk")
    return (
        visible()
        .select_related("account", "township", "event__booking__room")
        .prefetch_related(Prefetch("shares", queryset=shares), Prefetch("event__items", queryset=items))
    )


def broadcasts(sessions: Iterable[Session], request: HttpRequest) -> list[Broadcast]:
    """In the given order. One query more for the pages of all products."""
    sessions, now = list(sessions), timezone.now()
    products = {item.product for session in sessions for item in items_of(session)}
    pages = pages_of(products) if products else {}
    goods = {
        product.pk: Good(product.name, pages[product.pk].get_url(request) or "", pages[product.pk])
        if product.pk in pages else Good(product.name)
        for product in products
    }  # fmt: skip
    return [told(session, goods, now) for session in sessions]


def items_of(session: Session) -> list[LineUpItem]:
    return list(session.event.items.all()) if session.event else []


def told(session: Session, goods: dict[int, Good], now: datetime.datetime) -> Broadcast:
    return Broadcast(
        session=session,
        begin=timezone.localtime(session.started_at),
        end=timezone.localtime(session.ended_at),
        is_live=session.started_at <= now < session.ended_at,
        is_over=session.ended_at <= now,
        platform=app_name(session.account.platform),
        teams=tuple(share.team.name for share in session.shares.all()),
        place=session.event.where if session.event else "",
        goods=tuple(goods[key] for key in dict.fromkeys(item.product_id for item in items_of(session))),
        has_code=bool(link_in(session.reservation) or session.reservation_code),
        link=link_in(session.reservation),
        words=words_in(session.reservation),
    )
