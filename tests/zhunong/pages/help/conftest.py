from pathlib import Path

import pytest

from livestreams.sales.tables import load_tables
from tests.livestreams.sales.builders import write_world
from tests.people import reader_of, staff_of
from zhunong.access.models import User
from zhunong.places.models import Township


@pytest.fixture
def world(db: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = write_world(tmp_path_factory.mktemp("world"))
    load_tables(directory)
    return directory


@pytest.fixture
def clerk(world: Path) -> User:
    return staff_of(Township.objects.get(slug="anyu"), "clerk")


@pytest.fixture
def reader(world: Path) -> User:
    return reader_of(Township.objects.get(slug="anyu"), "reader")
