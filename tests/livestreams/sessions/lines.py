"""Products put down in a line-up, and reports that prove what is claimed of them."""

import datetime
from typing import Any

from livestreams.sessions.entries import Entry
from livestreams.sessions.lineups import add
from livestreams.sessions.models import Event, LineUpItem
from products.models import Limit, Product, Report, Standard
from tests.livestreams.sessions.builders import Stage, hand


def entry(on: Stage, number: int = 0, **said: Any) -> Entry:
    """The stage's product of that number in its pack, unless `said` otherwise."""
    return Entry(**{"product": on.products[number], "sku": on.skus[number], "price_fen": 5990} | said)


def put(on: Stage, event: Event, number: int = 0, **said: Any) -> LineUpItem:
    return add(event, entry(on, number, **said), hand(on.centre.leader))


def put_three(on: Stage, event: Event, **said: Any) -> list[LineUpItem]:
    return [put(on, event, number, **said) for number in range(3)]


def proven(product: Product, until: datetime.date) -> Report:
    """A report that carries a fruit claim up to a day."""
    limit = Limit.objects.filter(standard__in=Standard.objects.on(until), most=None).order_by("-least").first()
    assert limit
    return Report.objects.create(
        product=product, number=f"R-{product.pk}", batch="B1", value=limit.least, unit=limit.unit, method="GB 5009.93",
        laboratory="省检测院", sampled_on=until - datetime.timedelta(300), valid_until=until, limit=limit,
    )  # fmt: skip
