"""A small catalogue on a day in October: pears in season, hawthorn to come, cherries gone, one craft."""

import datetime

import pytest
from django.utils import timezone

from products.models import CataloguePage, ProductPage
from tests.products.catalogue.builders import (
    ADDRESS,
    TODAY,
    day,
    put_catalogue,
    put_price,
    put_product,
    put_report,
    put_season,
    village,
)  # fmt: skip


@pytest.fixture
def today(monkeypatch) -> datetime.date:
    """The middle of October."""
    monkeypatch.setattr(timezone, "localdate", lambda value=None, zone=None: TODAY)
    return TODAY


@pytest.fixture
def catalogue(db, today) -> CataloguePage:
    return put_catalogue()


@pytest.fixture
def goods(catalogue) -> dict[str, ProductPage]:
    """By slug."""
    xiabai, feng = village("xiabai", "下柏村"), village("feng", "冯村")
    pear = put_product(catalogue, "pear", "红香酥梨", local_name="香梨", villages=(xiabai, feng), lead="甜脆多汁")
    hawthorn = put_product(catalogue, "hawthorn", "郇山山楂", villages=(feng,))
    cherry = put_product(catalogue, "cherry", "大樱桃", variety="红灯", villages=(xiabai,))
    paper = put_product(catalogue, "paper-cut", "非遗剪纸", category="heritage")
    put_season(pear, day(9, 1), day(10, 31))
    put_season(hawthorn, day(11, 1), day(11, 30))
    put_season(cherry, day(5, 1), day(6, 10))
    put_report(pear)
    put_price(pear, 2980)
    return {page.slug: page for page in (pear, hawthorn, cherry, paper)}


@pytest.fixture
def ask(client, goods):
    """Ask the catalogue for something; the response."""

    def asked(part: str = "", **query: str):
        return client.get(ADDRESS + part, query)

    return asked


@pytest.fixture
def shown(ask):
    """The titles on the cards, in their order."""

    def titles(**query: str) -> list[str]:
        return [card.title for card in ask(**query).context_data["cards"]]

    return titles
