"""What all tests share."""

from pathlib import Path

import pytest

SAMPLES = Path(__file__).parent / "livestreams" / "sales" / "samples"


@pytest.fixture
def samples() -> Path:
    """The small world and its order files, with the totals they must give."""
    return SAMPLES


@pytest.fixture
def sample_world(db, samples) -> Path:
    """The sample tables, loaded. Returns the samples' folder."""
    from livestreams.sales.tables import load_tables

    load_tables(samples / "tables")
    return samples
