import pytest

from tests.livestreams.rooms.builders import Centre
from tests.livestreams.rooms.builders import centre as build


@pytest.fixture
def centre(db: None) -> Centre:
    return build()
