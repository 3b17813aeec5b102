"""Draws the order lines of one platform: who comes, what is bought, and how it ends. The same days, the same lines."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from random import Random

from zhunong.pages.demo.fates import life
from zhunong.pages.demo.goods import GOODS, STRANGE_GOODS, Good
from zhunong.pages.demo.lines import Line
from zhunong.pages.demo.sessions import Session
from zhunong.pages.demo.visits import LIVE, Visit, visits

SEED = "anyu"
PROVINCES = {
    "山西省": 30, "陕西省": 14, "河南省": 12, "河北省": 8, "北京市": 8, "广东省": 7, "山东省": 6, "江苏省": 6,
    "浙江省": 5, "内蒙古自治区": 4,
}  # fmt: skip
WIDE = {"douyin", "wechat", "taobao", "xiaohongshu"}
"""Platforms where an order may hold several goods."""
COUPONS = [0, 0, 0, 0, 100, 200, 300, 500]


def draw_lines(platform: str, sessions: list[Session], first: date, last: date) -> list[Line]:
    """All lines of that platform in the period, by time."""
    rng = Random(f"{SEED}:{platform}")
    held = [session for session in sessions if session.account.platform == platform]
    number, counted = numbering(platform, rng), Counter[date]()
    lines: list[Line] = []
    for visit in visits(platform, held, first, last, rng):
        counted[visit.placed.date()] += 1
        lines += order(platform, visit, number(visit.placed, counted[visit.placed.date()]), rng)
    return lines


def order(platform: str, visit: Visit, order_number: str, rng: Random) -> Iterator[Line]:
    goods = pick_goods(visit, rng.choices([1, 2, 3], [88, 10, 2])[0] if platform in WIDE else 1, rng)
    province, paid = rng.choices(list(PROVINCES), list(PROVINCES.values()))[0], pays(platform, visit.placed, rng)
    for position, good in enumerate(goods):
        quantity, price = how_many(platform, rng), good.price_fen - 200 * (visit.mark == LIVE)
        amount = quantity * price - rng.choice(COUPONS) - rng.randrange(100) * (rng.random() < 0.3)
        yield Line(
            order=order_number,
            key=order_number if len(goods) == 1 else str(int(order_number.strip("P")) + 7 * (position + 1)),
            good=good,
            quantity=quantity,
            price_fen=price,
            amount_fen=amount,
            placed=visit.placed,
            streamer=visit.streamer,
            mark=visit.mark,
            province=province,
            **life(platform, visit.placed, amount, paid, rng),
        )


def pays(platform: str, placed: datetime, rng: Random) -> datetime | None:
    """When the order is paid, if ever; by hand, at once."""
    if platform == "offline":
        return placed
    return placed + timedelta(seconds=rng.randrange(4, 180)) if rng.random() > 0.04 else None


def pick_goods(visit: Visit, count: int, rng: Random) -> list[Good]:
    """Different goods of the season; those a livestream is about above all."""
    shelf = [good for good in [*GOODS, *STRANGE_GOODS] if good.demand(visit.placed)]
    weights = [good.weight * (5 if good.product and good.product == visit.theme else 1) for good in shelf]
    return list(dict.fromkeys(rng.choices(shelf, weights, k=count)))


def how_many(platform: str, rng: Random) -> int:
    """Now and then somebody buys for a whole canteen."""
    if rng.random() < (0.06 if platform == "offline" else 0.006):
        return rng.randrange(10, 51, 10)
    return rng.choices([1, 2, 3], [80, 15, 5])[0]


def numbering(platform: str, rng: Random) -> Callable[[datetime, int], str]:
    """How that platform numbers its orders: (placed, how many that day) -> number."""
    forms: dict[str, Callable[[datetime, int], str]] = {
        "douyin": lambda placed, count: f"69{rng.randrange(10**17):017}",
        "kuaishou": lambda placed, count: f"{placed:%y%j}{rng.randrange(10**11):011}",
        "wechat": lambda placed, count: f"37{rng.randrange(10**17):017}",
        "pinduoduo": lambda placed, count: f"{placed:%y%m%d}-{rng.randrange(10**14, 10**15)}",
        "taobao": lambda placed, count: f"4{rng.randrange(10**18):018}",
        "xiaohongshu": lambda placed, count: f"P8{rng.randrange(10**17):017}",
        "offline": lambda placed, count: f"{placed:%Y%m%d}-{count:02}",
    }
    return forms[platform]
