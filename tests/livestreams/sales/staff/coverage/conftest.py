"""Shops and their files around one day that all tests share."""

import datetime
from pathlib import Path

import pytest
from django.test import Client

from livestreams.sales.staff.coverage.board import Board, board_of
from livestreams.teams.models import Account, Team
from tests.livestreams.sales.builders import bring_rows, row
from tests.people import another_township, staff_of
from zhunong.access.models import User
from zhunong.places.models import Township

TODAY = datetime.date(2026, 11, 10)


def day(number: int) -> datetime.date:
    return datetime.date(2026, 11, number)


def bring(first: int, exported: str, platform: str = "douyin", account: str = "", **said: str):
    """A file whose first order is of that day of November, exported at that time of November."""
    key = f"{platform}-{account}-{first}-{exported}"
    sold = row(platform, key, paid=f"2026-11-{first:02} 12:00:00", **said)
    return bring_rows(sold, account=account, at=f"2026-11-{exported}:00")


@pytest.fixture
def clerk(world: Path) -> User:
    return staff_of(Township.objects.get(slug="anyu"), "clerk")


@pytest.fixture
def outsider(world: Path) -> User:
    return staff_of(another_township(), "outsider")


@pytest.fixture
def desk(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


@pytest.fixture
def shop(world: Path) -> Account:
    """抖店 1001 of the team 十四小只."""
    return Account.objects.get(platform="douyin", account_id="1001")


@pytest.fixture
def team(world: Path) -> Team:
    return Team.objects.get(slug="fourteen")


@pytest.fixture
def look(clerk: User):
    """The board as the clerk sees it, ten days up to today."""

    def see(user: User = clerk, length: int = 10, end: datetime.date = TODAY) -> Board:
        return board_of(user, TODAY, end, length)

    return see
