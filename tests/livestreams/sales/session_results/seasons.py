"""Many sessions of one account in season and out of it, with sales, written straight to the books by an order file."""

import datetime
from collections.abc import Iterable

from livestreams.sessions.models import Session
from livestreams.teams.models import Account, Team
from products.models import Product, Season
from tests.livestreams.sales.builders import bring_rows, row

EVENING = datetime.time(20)
TWO_HOURS = datetime.timedelta(hours=2)


def season(product: str = "cherry", first: str = "2026-05-01", last: str = "2026-06-30") -> Season:
    begin, end = map(datetime.date.fromisoformat, (first, last))
    goods = Product.objects.get(slug=product)
    return Season.objects.create(product=goods, year=begin.year, picked_from=begin, picked_to=end)


def evening(day: str, team: str = "fourteen", length: datetime.timedelta = TWO_HOURS) -> Session:
    """A session of the shop's account from 20:00, done for one team."""
    account = Account.objects.get(platform="douyin", account_id="1001")
    start = datetime.datetime.fromisoformat(f"{day} 20:00:00+08:00")
    made = Session.objects.create(
        slug=f"on-{day}", title=f"{day} 专场", township=account.township, account=account, started_at=start,
        ended_at=start + length,
    )  # fmt: skip
    made.set_shares({Team.objects.get(slug=team): 100})
    return made


def sell(days: Iterable[tuple[str, str]], code: str = "A") -> None:
    """For each (day, yuan) a line at half past eight."""
    rows = [
        row("douyin", f"{code}{day}", amount=yuan, code=code, paid=f"{day} 20:30:00", mark="直播") for day, yuan in days
    ]
    bring_rows(*rows, at="2026-12-01 08:00:00")
