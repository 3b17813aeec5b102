"""People of teams and shops on their phones, and what their teams sold."""

import pytest
from django.test import Client

from livestreams.teams.models import Account, Team
from tests.livestreams.sales.builders import bring_rows, row
from tests.people import member_of, operator_of
from zhunong.access.models import User


@pytest.fixture
def member(world: object) -> User:
    """In the town-wide team, which has 60 % of the shared session."""
    return member_of(Team.objects.get(slug="fourteen"), "member")


@pytest.fixture
def neighbour(world: object) -> User:
    """In the village team that has the other 40 %."""
    return member_of(Team.objects.get(slug="feng-team"), "neighbour")


@pytest.fixture
def operator(world: object) -> User:
    """Keeps a shop that belongs to nobody, and is in no team."""
    return operator_of(Account.objects.get(account_id="1002"), "operator")


@pytest.fixture
def phone(client: Client, member: User) -> Client:
    """The member, signed in."""
    client.force_login(member)
    return client


@pytest.fixture
def sold(world: object) -> None:
    """Two shared lines that split unevenly, one of the team alone, provisional, closed and unclaimed ones."""
    live = {"placed": "2026-05-30 21:00:00", "mark": "直播"}
    bring_rows(
        row("douyin", "shared", order="88001", amount="10.01", **live),
        row("douyin", "refunded", order="88002", amount="33.33", status="已关闭", **live),
        row("douyin", "alone", order="88003", amount="20.00", code="B", mark="商品卡"),
        row("douyin", "unmapped", order="88004", amount="3.00", code="X", title="剪纸", paid="2026-05-31 09:00:00"),
        row("douyin", "provisional", order="88005", amount="7.00", mark="数据将于第二天更新"),
        row("douyin", "june", order="88006", amount="50.00", paid="2026-06-02 09:00:00"),
        row("douyin", "stranger", order="88007", amount="5.00", streamer="999"),
    )
