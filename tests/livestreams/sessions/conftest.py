import pytest

from tests.livestreams.sessions.builders import Stage
from tests.livestreams.sessions.builders import stage as made


@pytest.fixture
def stage(db: None) -> Stage:
    return made()
