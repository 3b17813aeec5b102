"""The demo's 排品表: what the broadcasts of these days show, with the catalogue's facts as their 手卡."""

import datetime
from random import Random

from django.utils.timezone import localtime

from livestreams.sessions.adopting import event_of
from livestreams.sessions.claims import findings_of
from livestreams.sessions.models import Crew, Event, EventCheck, LineUpItem, Segment, Session
from livestreams.sessions.talking import Known, known_of
from products.models import Product, Sku
from zhunong.access.models import User
from zhunong.pages.demo.announced import PLANNERS
from zhunong.pages.demo.goods import GOODS, PRODUCTS, Good
from zhunong.pages.demo.sign_in import STAFF
from zhunong.places.models import Township

DAYS_BACK, DAYS_AHEAD = 4, 9
MINUTES = (18, 15, 12, 20, 10)
STOCKS = (120, 80, 60, 200, 45)
MOST = 5
CHECKED = tuple(EventCheck.Item)[:-1]
"""Of past ones all but the recording, which is still open."""


def put_up_line_ups(township: Township, today: datetime.date) -> int:
    """For the broadcasts of these days. Returns how many have one; again changes nothing."""
    first, last = today - datetime.timedelta(DAYS_BACK), today + datetime.timedelta(DAYS_AHEAD)
    sessions = Session.objects.filter(township=township, started_at__date__range=(first, last))
    adopted = [event_of(each) for each in sessions.select_related("event", "township", "account")]
    events = {event.pk: event for event in adopted}
    known: dict[int, Known] = {}
    for event in events.values():
        if not event.items.exists() and not event.cancelled_at:
            fill(event, known, today)
    return len(events)


def fill(event: Event, known: dict[int, Known], today: datetime.date) -> None:
    day = localtime(event.starts_at).date()
    platforms = list(event.sessions.values_list("account__platform", flat=True))
    goods = shown_on(event, day)
    skus = {sku.code: sku for sku in Sku.objects.filter(code__in=[good.code for good in goods])}
    rows = [skus[good.code] for good in goods if good.code in skus]
    prices = {good.code: good.price_fen for good in GOODS}
    for number, sku in enumerate(rows):
        if sku.product_id not in known:
            known[sku.product_id] = known_of(Product.objects.get(pk=sku.product_id), today)
        facts = known[sku.product_id]
        price = facts.price_of(sku, platforms)
        LineUpItem.objects.create(
            event=event, position=number + 1, product=facts.product, sku=sku, stock=STOCKS[number],
            price_fen=price.price_fen if price else prices[sku.code], minutes=MINUTES[number],
            points="\n".join(facts.points[:6]), batch=facts.batches[0] if facts.batches else None,
        )  # fmt: skip
    if day < today:
        record(event, host_of(event))


def shown_on(event: Event, day: datetime.date) -> list[Good]:
    """What the title names first, then what sells on that day."""
    sold = [good for good in GOODS if good.demand(day)]
    others = Random(f"{event.title}:{day}").sample(sold, len(sold))
    named = [good for good in sold if PRODUCTS[good.product][0] in event.title]
    return list(dict.fromkeys([*named, *others]))[:MOST]


def host_of(event: Event) -> User:
    """Who hosted a past one; where nobody wrote it down, the one who plans for its team."""
    if crew := event.crew.select_related("person").first():
        return crew.person
    part = event.parts.select_related("team").first()
    name = PLANNERS.get(part.team.slug, STAFF) if part else STAFF
    return Crew.objects.create(event=event, person=User.objects.get(username=name), job=Crew.Job.HOST).person


def record(event: Event, by: User) -> None:
    """A past one: when each product was on, and what was looked at before."""
    begin = event.starts_at + datetime.timedelta(minutes=2)
    for item in event.items.all():
        end = min(begin + datetime.timedelta(minutes=item.minutes or 10), event.ends_at)
        if begin < end:
            Segment.objects.create(event=event, item=item, started_at=begin, ended_at=end)
        begin = end
    for check in CHECKED:
        if check != EventCheck.Item.WORDS or not findings_of(event):
            EventCheck.objects.get_or_create(event=event, item=check, defaults={"by": by})
