import pytest

from tests.livestreams.rooms.builders import NOW, Centre
from tests.livestreams.rooms.builders import centre as build


@pytest.fixture
def centre(db: None) -> Centre:
    return build()


@pytest.fixture
def early(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is `NOW`, also for what asks the clock itself."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
