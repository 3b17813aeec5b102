"""The small world of the sales tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation

from livestreams.sales.tables import load_tables
from tests.livestreams.sales.builders import differences, write_world
from tests.livestreams.sales.processes import Site, new_site


@pytest.fixture
def world(db: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of `builders.WORLD`, loaded. Returns their directory."""
    directory = write_world(tmp_path_factory.mktemp("world"))
    load_tables(directory)
    return directory


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A database of its own with the small world in it, for real processes: to be copied, for making it takes long."""
    with new_site(tmp_path_factory.mktemp("small")) as site:
        yield site


@pytest.fixture
def agreeing() -> Iterator[None]:
    """At the end of the test every line and total agrees with the order files."""
    yield
    assert differences() == []


@pytest.fixture
def english() -> Iterator[None]:
    """Sentences as they are written in the code."""
    with translation.override("en"):
        yield
