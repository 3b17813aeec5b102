"""What all tests share."""

from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

SAMPLES = Path(__file__).parent / "livestreams" / "sales" / "samples"


@pytest.fixture(autouse=True)
def language_of_the_site() -> None:
    """Requests leave their language behind in the thread; every test begins in the site's own."""
    translation.activate(settings.LANGUAGE_CODE)


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


@pytest.fixture
def imported_world(sample_world) -> Path:
    """The sample world with one order file of its Taobao shop imported."""
    from livestreams.sales.importing import HandIn, import_files

    with (sample_world / "taobao-18.csv").open("rb") as stream:
        import_files([HandIn(stream, "taobao-18.csv")])
    return sample_world
