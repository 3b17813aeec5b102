"""Douyin sub-orders as a busy shop's would be, from a seeded random generator, in the order of time."""

import datetime
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

VARYING = (
    "主订单编号", "子订单编号", "选购商品", "商品规格", "商品数量", "商品ID", "商家编码", "商品单价", "订单应付金额",
    "省", "订单提交时间", "订单完成时间", "支付完成时间", "订单状态", "售后状态", "达人ID", "流量体裁",
)  # fmt: skip
SEED = 20260531
FIRST_ID = 6_917_000_000_000_000_000
PROVINCES = ("山西省", "陕西省", "河南省", "河北省", "山东省", "北京市", "广东省", "浙江省", "江苏省", "四川省")
STATUSES = {
    ("已完成", "-"): 74,
    ("已发货", "-"): 8,
    ("待发货", "-"): 4,
    ("已完成", "售后关闭"): 3,
    ("已关闭", "退款成功"): 6,
    ("已完成", "退款成功"): 1,
    ("待支付", "-"): 4,
}
MARKS = {"短视频": 3, "商品卡": 5, "其他": 1, "直播": 1}
PART_LIVE = 0.7
STRANGERS = ("700000000000001", "700000000000002")


class Article(NamedTuple):
    """One thing as the shop lists it; `code` is the merchant's, `-` = none."""

    title: str
    spec: str
    product_id: str
    code: str
    price_fen: int


@dataclass(frozen=True)
class Broadcast:
    """One account on air for [start, end), selling what is in its line-up."""

    account: str
    start: datetime.datetime
    end: datetime.datetime
    line_up: tuple[Article, ...]


@dataclass
class Market:
    """Who sells what, from the first day on."""

    streamers: list[str]
    broadcasts: list[Broadcast]
    articles: list[Article]
    first: datetime.date
    days: int
    on_sale: dict[int, list[Article]] = field(default_factory=dict)
    """Articles by month of the year; all of them in months not named."""

    @cached_property
    def by_day(self) -> dict[datetime.date, list[Broadcast]]:
        found = defaultdict(list)
        for broadcast in self.broadcasts:
            found[broadcast.start.date()].append(broadcast)
        return found


def orders(market: Market, count: int) -> Iterator[tuple]:
    """`count` sub-orders spread evenly over the market's days: values in the order of `VARYING`."""
    chance = random.Random(SEED)
    order_no = 0
    for number in range(count):
        sub_order = FIRST_ID + number * 1_000_003 + chance.randrange(1_000_000)
        if number == 0 or chance.random() < 0.9:
            order_no = sub_order
        day = market.first + datetime.timedelta(number * market.days // count)
        placed, account, mark, article = circumstances(market, day, chance)
        yield order_no, sub_order, *bought(article, chance), *course(placed, chance), account, mark


def circumstances(
    market: Market, day: datetime.date, chance: random.Random
) -> tuple[datetime.datetime, str, str, Article]:
    """When and through whom something was ordered: mostly while somebody was on air."""
    on_air = market.by_day.get(day)
    if on_air and chance.random() < PART_LIVE:
        broadcast = chance.choice(on_air)
        seconds = int((broadcast.end - broadcast.start).total_seconds())
        placed = broadcast.start + datetime.timedelta(seconds=chance.randrange(seconds))
        mark = "直播" if chance.random() < 0.97 else "数据将于第二天更新"
        return placed, broadcast.account, mark, chance.choice(broadcast.line_up)
    placed = datetime.datetime.combine(day, datetime.time()) + datetime.timedelta(seconds=chance.randrange(86400))
    account = chance.choice(market.streamers) if chance.random() < 0.5 else "-"
    if chance.random() < 0.01:
        account = chance.choice(STRANGERS)
    mark = chance.choices(list(MARKS), list(MARKS.values()))[0]
    return placed, account, mark, chance.choice(market.on_sale.get(day.month, market.articles))


def bought(article: Article, chance: random.Random) -> tuple:
    """What, how many, for how much, and where to."""
    quantity = 1 if chance.random() < 0.8 else chance.randint(2, 5)
    paid = article.price_fen * quantity - chance.randrange(article.price_fen // 5)
    return (
        article.title, article.spec, quantity, article.product_id, article.code, yuan(article.price_fen), yuan(paid),
        chance.choice(PROVINCES),
    )  # fmt: skip


def course(placed: datetime.datetime, chance: random.Random) -> tuple[str, str, str, str, str]:
    """Placed, completed, paid, status, after-sales status."""
    status, after_sales = chance.choices(list(STATUSES), list(STATUSES.values()))[0]
    paid = "-" if status == "待支付" else as_text(placed + datetime.timedelta(seconds=chance.randrange(4, 300)))
    done = as_text(placed + datetime.timedelta(5, chance.randrange(86400))) if status == "已完成" else "-"
    return as_text(placed), done, paid, status, after_sales


def as_text(moment: datetime.datetime) -> str:
    return moment.isoformat(" ", "seconds")


def yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02}"
