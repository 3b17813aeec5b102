"""A township with teams, rooms, accounts and products, to plan sessions in."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from livestreams.rooms.changing import Hand
from livestreams.sessions.models import Crew, Event
from livestreams.sessions.planning import Plan, plan
from livestreams.teams.models import Account, Ownership, Team
from products.models import Product, Sku
from tests.livestreams.rooms.builders import NOW, Centre, at, centre

__all__ = ["NOW", "Stage", "at", "hand", "planned", "stage", "wanted"]


@dataclass
class Stage:
    """A centre of rooms and teams, with accounts and products beside it."""

    centre: Centre
    douyin: Account
    """Ours, and so is the one on WeChat."""
    wechat: Account
    shop: Account
    """Ours, on Pinduoduo, whose files name no streamer."""
    rivals: Account
    products: list[Product] = field(default_factory=list)
    skus: list[Sku] = field(default_factory=list)

    @property
    def ours(self) -> Team:
        return self.centre.ours

    @property
    def theirs(self) -> Team:
        return self.centre.theirs


def stage(slug: str = "anyu") -> Stage:
    made = centre(slug)
    township = made.township
    accounts = [
        owned(platform, f"{slug}-{number}", kind, name, team)
        for number, (platform, kind, name, team) in enumerate(
            (
                ("douyin", "streamer", "十四小只", made.ours), ("wechat", "streamer", "十四小只视频号", made.ours),
                ("pinduoduo", "shop", "十四小只拼多多店", made.ours), ("douyin", "streamer", "柳庄主播", made.theirs),
            ),
            start=9001,
        )
    ]  # fmt: skip
    products = [
        Product.objects.create(slug=f"{slug}-{name}", name=title, category="fruit", township=township)
        for name, title in (("cherry", "大樱桃"), ("pear", "红香酥梨"), ("hawthorn", "山楂"))
    ]
    skus = [
        Sku.objects.create(code=f"{slug}-{number}", product=product, name=f"{product}5斤", net_weight_g=2500)
        for number, product in enumerate(products)
    ]
    return Stage(made, *accounts, products=products, skus=skus)


def owned(platform: str, account_id: str, kind: str, nickname: str, team: Team) -> Account:
    account = Account.objects.create(
        platform=platform, account_id=account_id, kind=kind, nickname=nickname, township=team.township
    )
    Ownership.objects.create(account=account, team=team, nickname=nickname)
    return account


def hand(user: Any, of_the_office: bool = False, reason: str = "", now: datetime.datetime = NOW) -> Hand:
    return Hand(user, of_the_office=of_the_office, reason=reason, now=now)


def wanted(on: Stage, **said: Any) -> Plan:
    """Ours, from an orchard on the evening of `NOW`'s day, on Douyin, hosted by the leader, unless `said` otherwise."""
    usual: dict[str, Any] = {
        "township": on.centre.township, "title": "樱桃专场", "starts_at": at(20), "ends_at": at(22),
        "accounts": [on.douyin], "parts": {on.ours: 100}, "own": [on.ours], "place": "下柏樱桃园",
        "crew": [(on.centre.leader, Crew.Job.HOST)],
    }  # fmt: skip
    return Plan(**usual | said)


def planned(on: Stage, by: Any = None, **said: Any) -> Event:
    return plan(wanted(on, **said), hand(by or on.centre.leader))
