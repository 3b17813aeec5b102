"""A shared session with lines of every kind in it and beside it, and the people who look at it."""

import pytest
from django.test import Client

from livestreams.sales.session_results.eyes import office, team_people
from livestreams.sales.session_results.result import Result, result_of
from livestreams.sessions.models import Session
from livestreams.teams.models import Team
from tests.livestreams.sales.builders import bring_rows, row
from tests.people import member_of, staff_of
from zhunong.access.models import User
from zhunong.places.models import Township

OWN_FEN = 1001 + 2000 + 3333 + 300 + 700
"""What was paid in the session that `sold` fills."""
LIVE = {"placed": "2026-05-30 21:00:00", "mark": "直播"}


@pytest.fixture
def sold(world: object) -> None:
    """In 20:00–22:00 of the shared session (60 % and 40 %); each kind of line has an amount of its own."""
    bring_rows(
        row("douyin", "first", amount="10.01", **LIVE | {"placed": "2026-05-30 20:00:00"}),
        row("douyin", "pear", amount="20.00", code="B", **LIVE),
        row("douyin", "refunded", amount="33.33", status="已关闭", **LIVE),
        row("douyin", "unmapped", amount="3.00", code="X", title="剪纸", **LIVE),
        row("douyin", "provisional", amount="7.00", placed="2026-05-30 21:59:59", mark="数据将于第二天更新"),
        row("douyin", "unpaid", amount="9.00", paid="", **LIVE),
        row("douyin", "stranger", amount="5.00", streamer="999", **LIVE),
        row("douyin", "late", amount="40.00", **LIVE | {"placed": "2026-05-30 22:00:00"}),
        row("douyin", "late-unmarked", amount="2.00", placed="2026-05-31 21:59:59", mark=""),
        row("douyin", "late-card", amount="80.00", placed="2026-05-30 22:30:00", mark="商品卡"),
        row("douyin", "too-late", amount="160.00", placed="2026-05-31 22:00:00", mark="直播"),
        row("douyin", "before", amount="320.00", placed="2026-05-30 19:59:59", mark="直播"),
    )


@pytest.fixture
def session(world: object) -> Session:
    return Session.objects.get(slug="shared")


@pytest.fixture
def clerk(world: object) -> User:
    return staff_of(Township.objects.get(slug="anyu"), "clerk")


@pytest.fixture
def member(world: object) -> User:
    """In the town-wide team: 60 % of the session, and it owns the shop's account."""
    return member_of(Team.objects.get(slug="fourteen"), "member")


@pytest.fixture
def neighbour(world: object) -> User:
    """In the village team with the other 40 %."""
    return member_of(Team.objects.get(slug="feng-team"), "neighbour")


@pytest.fixture
def outsider(world: object) -> User:
    """In a team without a share."""
    return member_of(Team.objects.get(slug="changgan-team"), "outsider")


@pytest.fixture
def result(sold: None, clerk: User, session: Session) -> Result:
    """As the office sees it."""
    return result_of(office(clerk), session.pk)


@pytest.fixture
def phone(client: Client, member: User) -> Client:
    client.force_login(member)
    return client


@pytest.fixture
def desk(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


def seen_by(user: User, session: Session) -> Result:
    return result_of(team_people(user), session.pk)
