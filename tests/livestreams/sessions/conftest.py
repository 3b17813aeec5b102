from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from livestreams.sessions.models import PlatformFigures, Session
from tests.livestreams.sessions.builders import Stage
from tests.livestreams.sessions.builders import stage as made


@pytest.fixture
def stage(db: None) -> Stage:
    return made()


@pytest.fixture
def english() -> Iterator[None]:
    """Sentences as they are written in the code."""
    with translation.override("en"):
        yield


@pytest.fixture
def proofs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the test's pictures of figures lie."""
    storage = PlatformFigures.picture.field.storage
    for name in ("base_location", "location"):
        monkeypatch.setitem(storage.__dict__, name, str(tmp_path / "proofs"))
    return tmp_path / "proofs"


@pytest.fixture
def own_files(settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Posters, pictures of codes and uploads in a folder of the test's own."""
    settings.CARDS_DIR, settings.CODES_DIR = tmp_path / "cards", tmp_path / "codes"
    settings.MEDIA_ROOT = tmp_path / "uploads"
    storage = Session.reservation_code.field.storage
    for name in ("base_location", "location"):
        monkeypatch.setitem(storage.__dict__, name, str(settings.CODES_DIR))
