from collections.abc import Iterator

import pytest
from django.db import connection

from tests.livestreams.rooms.builders import Centre
from tests.livestreams.rooms.builders import centre as build
from tests.livestreams.rooms.races.arena import arena
from tests.livestreams.rooms.races.crew import Crew
from tests.livestreams.rooms.races.invariants import clear


@pytest.fixture(scope="module")
def db(
    django_db_setup: None, django_db_blocker: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """In place of pytest-django's, which undoes everything: here clients see what others committed."""
    with django_db_blocker.unblock(), arena(tmp_path_factory.mktemp("arena")):
        yield


@pytest.fixture(scope="module")
def fought_for(db: None) -> Centre:
    return build()


@pytest.fixture
def centre(fought_for: Centre) -> Iterator[Centre]:
    yield fought_for
    clear()
    connection.close()


@pytest.fixture(scope="module")
def crew(fought_for: Centre) -> Iterator[Crew]:
    with Crew() as made:
        yield made
