"""People at the door."""

from pathlib import Path

import pytest

from livestreams.teams.models import Team
from tests.people import member_of, person, staff_of
from zhunong.access.models import User
from zhunong.places.models import Township

PASSWORD = "ein-langes-wort-7"
PHONE = "13800000014"


def with_password(user: User, phone: str | None = None) -> User:
    user.set_password(PASSWORD)
    user.phone = phone
    user.save()
    return user


@pytest.fixture
def fourteen(sample_world: Path) -> Team:
    return Team.objects.get(slug="fourteen")


@pytest.fixture
def member(fourteen: Team) -> User:
    """In a team, with a phone number."""
    return with_password(member_of(fourteen, "anyu-014"), PHONE)


@pytest.fixture
def clerk(sample_world: Path) -> User:
    return with_password(staff_of(Township.objects.get(slug="anyu"), "clerk"))


@pytest.fixture
def nobody(sample_world: Path) -> User:
    """With an account, and in nothing."""
    return with_password(person("nobody"))
