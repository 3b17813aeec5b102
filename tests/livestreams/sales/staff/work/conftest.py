"""A desk with something on every work list."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from livestreams.sales.models import CreditRequest, ManualSale
from livestreams.sales.staff.totals.periods import today
from livestreams.teams.models import Team
from products.models import Sku
from tests.livestreams.sales.builders import bring_rows, row
from tests.people import another_township, member_of, reader_of, staff_of
from zhunong.access.models import User
from zhunong.places.models import Township

WORD = "平台介入中"


@pytest.fixture
def clerk(world: Path) -> User:
    return staff_of(Township.objects.get(slug="anyu"), "clerk")


@pytest.fixture
def outsider(world: Path) -> User:
    """Staff of another township."""
    return staff_of(another_township(), "outsider")


@pytest.fixture
def reader(world: Path) -> User:
    return reader_of(Township.objects.get(slug="anyu"), "reader")


@pytest.fixture
def desk(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


@pytest.fixture
def team(world: Path) -> Team:
    return Team.objects.get(slug="fourteen")


@pytest.fixture
def member(team: Team) -> User:
    return member_of(team, "member")


@pytest.fixture
def write_down(member: User, team: Team) -> Callable[..., ManualSale]:
    """A sale by hand that waits for the clerk."""

    def write(amount_fen: int = 3000, day: datetime.date | None = None, **fields: object) -> ManualSale:
        sku = Sku.objects.get(code="PR-10J")
        said = {"channel": ManualSale.Channel.MARKET, "receiver": ManualSale.Receiver.TEAM, "items": 1}
        return ManualSale.objects.create(
            township=team.township, team=team, day=day or today(), product=sku.product, sku=sku,
            amount_fen=amount_fen, written_by=member, **said | fields,
        )  # fmt: skip

    return write


@pytest.fixture
def waiting(write_down: Callable[..., ManualSale], team: Team, member: User) -> None:
    """One thing or two on each list; a line of yesterday's price stands beside the sale by hand."""
    yesterday = f"{today() - datetime.timedelta(1)} 12:00:00"
    bring_rows(
        row("douyin", "unmapped", amount="20.00", code="X", product_id="P9", title="剪纸"),
        row("douyin", "unmapped-2", amount="21.00", code="Y", product_id="P8", title="花馍"),
        row("douyin", "stranger", amount="5.00", streamer="999"),
        row("douyin", "provisional", amount="7.00", mark="数据将于第二天更新"),
        row("douyin", "odd", amount="8.00", status=WORD),
        row("douyin", "beside", amount="30.00", code="B", paid=yesterday),
    )
    bring_rows(row("douyin", "nobody", amount="9.00"), account="1002")
    write_down()
    CreditRequest.objects.create(township=team.township, team=team, platform="douyin", account_id="1002", by=member)
