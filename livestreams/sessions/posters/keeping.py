"""Posters are drawn once and kept in `VAR_DIR/cards/sessions`, under the hash of what they say; older ones go."""

from pathlib import Path

from django.conf import settings
from django.utils import translation

from livestreams.sessions.models import Session
from livestreams.sessions.posters.faces import PosterFace, face_of
from livestreams.sessions.posters.painting import paint
from livestreams.sessions.posters.shapes import SHAPES
from media.cards.keeping import forget_older, put


def poster_of(session: Session, shape: str) -> tuple[Path, PosterFace]:
    """The poster's file, drawn if it is not there, and what it says. In the site's language, whoever asks."""
    with translation.override(settings.LANGUAGE_CODE):
        face = face_of(session)
        return poster_file(session.pk, shape, face), face


def poster_file(session_pk: int, shape: str, face: PosterFace) -> Path:
    folder = Path(settings.CARDS_DIR) / "sessions"
    file = folder / f"{session_pk}-{shape}-{face.hash}.jpg"
    if not file.exists():
        content = paint(face, SHAPES[shape])
        folder.mkdir(parents=True, exist_ok=True)
        put(file, content)
        forget_older(file, f"{session_pk}-{shape}-")
    return file
