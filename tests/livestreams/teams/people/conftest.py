"""Two townships, their teams and shops, and who works with people in them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from livestreams.teams.models import Account, Membership, Team
from tests.people import another_township, leader_of, member_of, staff_of
from zhunong.access.models import User
from zhunong.places.models import Township

As = Callable[[User], Client]


@pytest.fixture
def anyu(sample_world: Path) -> Township:
    return Township.objects.get(slug="anyu")


@pytest.fixture
def elsewhere(sample_world: Path) -> Township:
    return another_township()


@pytest.fixture
def fourteen(anyu: Township) -> Team:
    return Team.objects.get(slug="fourteen")


@pytest.fixture
def feng(anyu: Township) -> Team:
    return Team.objects.get(slug="feng-team")


@pytest.fixture
def far_team(elsewhere: Township) -> Team:
    return Team.objects.create(slug="far", name="远方队", township=elsewhere)


@pytest.fixture
def shop(anyu: Township) -> Account:
    return Account.objects.shops().filter(township=anyu).first()


@pytest.fixture
def far_shop(elsewhere: Township) -> Account:
    return Account.objects.create(
        platform="douyin", account_id="999", kind="shop", nickname="远方店", township=elsewhere
    )


@pytest.fixture
def leader(fourteen: Team) -> User:
    return leader_of(fourteen, "leader")


@pytest.fixture
def member(fourteen: Team) -> User:
    return member_of(fourteen, "member")


@pytest.fixture
def clerk(anyu: Township) -> User:
    return staff_of(anyu, "clerk")


@pytest.fixture
def far_clerk(elsewhere: Township) -> User:
    return staff_of(elsewhere, "far_clerk")


@pytest.fixture
def chief(sample_world: Path) -> User:
    return User.objects.create_superuser("chief", password="x")


@pytest.fixture
def as_() -> As:
    """A client of somebody who is signed in."""

    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return signed_in


def membership_of(user: User) -> Membership:
    return Membership.objects.get(user=user)


def fresh(user: User) -> User:
    """As the next request sees the person."""
    return User.objects.get(pk=user.pk)
