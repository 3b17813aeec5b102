from collections.abc import Iterator

import pytest
from django.db import connection

from tests.livestreams.rooms.races.arena import arena
from tests.livestreams.rooms.races.crew import Crew
from tests.livestreams.sessions.builders import Stage
from tests.livestreams.sessions.builders import stage as build
from tests.livestreams.sessions.races.fights import clear


@pytest.fixture(scope="module")
def db(
    django_db_setup: None, django_db_blocker: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """In place of pytest-django's, which undoes everything: here clients see what others committed."""
    with django_db_blocker.unblock(), arena(tmp_path_factory.mktemp("arena")):
        yield


@pytest.fixture(scope="module")
def fought_for(db: None) -> Stage:
    return build()


@pytest.fixture
def stage(fought_for: Stage) -> Iterator[Stage]:
    clear()
    yield fought_for
    clear()
    connection.close()


@pytest.fixture(scope="module")
def crew(fought_for: Stage) -> Iterator[Crew]:
    with Crew() as made:
        yield made
