"""Figures of the demo's past sessions, as platforms would tell them: made up around what was really sold in it.

Of Douyin by its list, of others typed from the end screen, some with a picture; every sixth nobody has logged.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from django.db.models import Count, QuerySet, Sum
from django.utils import timezone

from livestreams.rooms.changing import Hand
from livestreams.sales.models import Line
from livestreams.sessions.entering import Entry, enter_export, enter_typed, typed_row
from livestreams.sessions.models import Session
from livestreams.sessions.platform_words import asked_first, asked_further
from livestreams.sessions.windows import Source, set_times
from zhunong.access.models import User
from zhunong.pages.demo.end_screens import draw_end_screen
from zhunong.pages.demo.sign_in import LEADER, STAFF
from zhunong.places.models import Township

DAYS = 45
LISTED = {"douyin"}
"""Platforms that give a list of their livestreams."""
LIST_NAME = "直播间列表-{day:%Y%m%d}090000.xlsx"
FORGOTTEN, WITH_PICTURE = 6, 3
"""Of so many sessions one: never logged; logged with a picture."""

Figures = dict[str, int]


@dataclass(frozen=True)
class Sold:
    """What our order files say of a session."""

    orders: int = 0
    items: int = 0
    paid_fen: int = 0
    refunds: int = 0
    refunded_fen: int = 0


def log_sessions(township: Township, today: datetime.date) -> int:
    """Those of the last weeks. Returns how many are logged; again changes nothing."""
    people = {user.username: user for user in User.objects.filter(username__in=(LEADER, STAFF))}
    begin = timezone.make_aware(datetime.datetime.combine(today - datetime.timedelta(DAYS), datetime.time()))
    end = timezone.make_aware(datetime.datetime.combine(today, datetime.time()))
    sessions = Session.objects.filter(township=township, started_at__gte=begin, ended_at__lt=end)
    sessions = sessions.select_related("account", "township", "event").order_by("started_at", "slug")
    sold, logged = sold_in(sessions), 0
    for number, session in enumerate(sessions):
        if number % FORGOTTEN != FORGOTTEN - 1:
            log(session, number, told(session, sold.get(session.pk, Sold())), people, today)
            logged += 1
    return logged


def sold_in(sessions: QuerySet[Session]) -> dict[int, Sold]:
    lines = Line.objects.filter(session__in=sessions, paid_at__isnull=False).order_by()
    rows = lines.values_list("session").annotate(
        Count("pk"), Sum("items"), Sum("paid_fen"), refunded=Sum("refunded_fen")
    )  # fmt: skip
    refunds = dict(lines.filter(refunded_fen__gt=0).values_list("session").annotate(Count("pk")))
    return {
        pk: Sold(orders, items or 0, paid or 0, refunds.get(pk, 0), back or 0) for pk, orders, items, paid, back in rows
    }


def told(session: Session, sold: Sold) -> Figures:
    """As the platform counts: a few orders more than we know of, and many more who only looked."""
    dice = Random(session.slug)
    seconds = int((session.ended_at - session.started_at).total_seconds())
    strangers = dice.choice((0, 0, 0, 1, 2))
    orders = sold.orders + strangers
    views = max(180, int(orders / dice.uniform(0.012, 0.03))) + dice.randrange(120)
    viewers = int(views * dice.uniform(0.62, 0.8))
    online = max(4, views * dice.randint(90, 150) // max(seconds, 1))
    figures = {
        "duration_s": seconds, "views": views, "viewers_uv": viewers, "impressions": views * dice.randint(5, 9),
        "impression_uv": viewers * dice.randint(4, 6), "acu": online, "pcu": online * dice.randint(2, 4),
        "avg_watch_s": dice.randint(38, 140), "comments": views // dice.randint(9, 22),
        "likes": views * dice.randint(2, 6),
        "shares": views // 90, "comment_uv": viewers // dice.randint(18, 40), "share_uv": viewers // 130,
        "gift_uv": dice.randrange(9), "new_followers": viewers // dice.randint(45, 110),
        "lost_followers": dice.randrange(4),
        "fan_club_new": dice.randrange(6), "products_shown": dice.randint(4, 9),
        "product_impression_uv": viewers * 7 // 10, "product_click_uv": max(orders, viewers // dice.randint(6, 12)),
        "paid_orders": orders, "buyers": orders - orders // 12, "items": sold.items + strangers,
        "paid_fen": sold.paid_fen + strangers * 3980, "refund_orders": sold.refunds, "refund_fen": sold.refunded_fen,
    }  # fmt: skip
    figures["product_clicks"] = figures["product_click_uv"] * 3 // 2
    figures["product_impressions"] = figures["product_impression_uv"] * 4
    return figures


def log(session: Session, number: int, figures: Figures, people: dict[str, User], today: datetime.date) -> None:
    if session.account.platform in LISTED:
        by_list(session, figures, Hand(people[STAFF], of_the_office=True), today)
        return
    asked = {word.field for word in asked_first(session.account.platform)}
    if number % 2:
        asked |= {word.field for word in asked_further(session.account.platform)}
    values = {name: value for name, value in figures.items() if name in asked}
    by_hand(session, values, number % WITH_PICTURE == 0, people[LEADER])


def by_hand(session: Session, values: Figures, with_picture: bool, leader: User) -> None:
    if typed_row(session):
        return
    picture = draw_end_screen(values.values()) if with_picture else None
    hand = Hand(leader, now=session.ended_at + datetime.timedelta(minutes=12))
    enter_typed(session, Entry(values, picture=picture), hand)


def by_list(session: Session, figures: Figures, hand: Hand, today: datetime.date) -> None:
    """The list of the morning after, with the platform's own start and end."""
    day = min(today, timezone.localtime(session.ended_at).date() + datetime.timedelta(1))
    as_of = timezone.make_aware(datetime.datetime.combine(day, datetime.time(9)))
    name = LIST_NAME.format(day=day)
    unknown: Iterable[str] = ("likes", "shares", "comment_uv", "share_uv", "gift_uv")
    values = {field: value for field, value in figures.items() if field not in unknown}
    enter_export(session, Entry(values, as_of=as_of, file_name=name), hand)
    if not session.platform_start:
        because = Hand(hand.by, of_the_office=True, reason=name)
        set_times(session, Source.PLATFORM, session.started_at, session.ended_at, because)
