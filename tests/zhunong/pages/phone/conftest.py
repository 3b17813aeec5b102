"""The small world of the sales tests, seen from the phone home."""

from pathlib import Path

import pytest

from livestreams.sales.tables import load_tables
from tests.livestreams.sales.builders import write_world


@pytest.fixture
def world(db: None, tmp_path: Path) -> None:
    load_tables(write_world(tmp_path))
