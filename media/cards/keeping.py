"""Cards are drawn once and kept in `VAR_DIR/cards`, under the hash of what they say; older ones of the page go."""

import os
import tempfile
from pathlib import Path

from django.conf import settings
from django.utils import translation

from media.cards.faces import Face
from media.cards.painting import SHAPES, paint


def card_file(page_id: int, shape: str, face: Face) -> Path:
    """The card's file; drawn if it is not there. Its words are the site's language's, whoever asks."""
    folder = Path(settings.CARDS_DIR)
    file = folder / f"{page_id}-{shape}-{face.hash}.jpg"
    if not file.exists():
        with translation.override(settings.LANGUAGE_CODE):
            content = paint(face, SHAPES[shape])
        folder.mkdir(parents=True, exist_ok=True)
        put(file, content)
        forget_older(file, f"{page_id}-{shape}-")
    return file


def put(file: Path, content: bytes) -> None:
    """All of it at once: another process must not read half a card."""
    descriptor, passing = tempfile.mkstemp(dir=file.parent, suffix=".part")
    with os.fdopen(descriptor, "wb") as target:
        target.write(content)
    os.replace(passing, file)


def forget_older(file: Path, beginning: str) -> None:
    for older in file.parent.glob(f"{beginning}*.jpg"):
        if older != file:
            older.unlink(missing_ok=True)
