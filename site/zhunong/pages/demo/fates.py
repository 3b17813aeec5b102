"""How an order ends in the demo world: mostly well, sometimes closed, returned or refunded in part."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from zhunong.pages.demo.lines import After

FATES = {"well": 860, "cancelled": 20, "closed": 10, "refunded": 45, "partly": 25, "denied": 12, "exchanged": 10}
SHOWS_PARTS = {"wechat", "taobao", "offline"}
"""Only these platforms' files tell how much was refunded."""


def life(platform: str, placed: datetime, amount: int, paid: datetime | None, rng: Random) -> dict[str, Any]:
    """The times of a line after it was placed, as keyword arguments of `Line`."""
    if platform == "offline":
        return sold_by_hand(placed, amount, rng)
    if not paid:
        return {"closed": placed + timedelta(minutes=30)}
    fate = rng.choices(list(FATES), list(FATES.values()))[0]
    if fate in {"cancelled", "closed"}:
        return called_off(paid, amount, fate == "cancelled", rng)
    shipped = paid + timedelta(minutes=rng.randrange(480, 2400))
    done = shipped + timedelta(minutes=rng.randrange(3 * 1440, 6 * 1440))
    sent = {"paid": paid, "shipped": shipped, "done": done}
    return sent if fate == "well" else sent | complaint(platform, fate, shipped, amount, rng)


def sold_by_hand(placed: datetime, amount: int, rng: Random) -> dict[str, Any]:
    refund = amount * rng.randrange(10, 60) // 100 if rng.random() < 0.04 else 0
    settled = {"settled": After.REFUNDED, "settled_at": placed, "refund_fen": refund} if refund else {}
    return {"paid": placed, **settled}


def called_off(paid: datetime, amount: int, says_so: bool, rng: Random) -> dict[str, Any]:
    """Closed before it was sent; some platforms then say "refunded", some only "closed"."""
    asked = paid + timedelta(minutes=rng.randrange(5, 300))
    closed = asked + timedelta(minutes=rng.randrange(10, 120))
    if not says_so:
        return {"paid": paid, "closed": closed}
    ended = {"asked": asked, "settled": After.REFUNDED, "settled_at": closed, "refund_fen": amount}
    return {"paid": paid, "closed": closed, **ended}


def complaint(platform: str, fate: str, shipped: datetime, amount: int, rng: Random) -> dict[str, Any]:
    asked = shipped + timedelta(minutes=rng.randrange(2 * 1440, 5 * 1440))
    case = {"asked": asked, "settled_at": asked + timedelta(minutes=rng.randrange(120, 2880))}
    if fate == "refunded":
        return case | {"settled": After.REFUNDED, "refund_fen": amount, "closed": case["settled_at"]}
    if fate == "partly" and platform in SHOWS_PARTS:
        return case | {"settled": After.REFUNDED, "refund_fen": amount * rng.randrange(10, 50) // 100}
    return case | {"settled": After.EXCHANGED if fate == "exchanged" else After.DENIED}
