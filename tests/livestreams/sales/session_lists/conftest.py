from pathlib import Path

import pytest
from django.test import Client

from livestreams.sessions.models import Session
from livestreams.teams.models import Account, Ownership, Team
from tests.people import member_of, staff_of
from zhunong.access.models import User
from zhunong.places.models import Township


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def session(world: Path, agreeing: None) -> Session:
    """“专场” of account 9001, 20:00 to 22:00 on 2026-05-31, for 长杆队; the account was 冯村队's on that day."""
    Ownership.objects.create(
        account=Account.objects.get(account_id="9001"), team=Team.objects.get(slug="changgan-team"),
        valid_from="2026-07-01", nickname="主播甲",
    )  # fmt: skip
    return Session.objects.get(slug="alone")


@pytest.fixture
def desk(session: Session) -> Client:
    return signed_in(staff_of(Township.objects.get(slug="anyu"), "clerk"))


@pytest.fixture
def phone(session: Session) -> Client:
    """Of a member of 长杆队, whose account it is today."""
    return signed_in(member_of(Team.objects.get(slug="changgan-team"), "member"))
