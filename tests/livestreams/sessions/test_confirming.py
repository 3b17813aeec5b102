"""A picture is deleted once the platform's list says the same, as exactly as the screen showed it; the note stays."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from livestreams.sessions.confirming import agrees
from livestreams.sessions.entering import Entry, enter_export, enter_typed
from livestreams.sessions.models import PlatformFigures, Session
from tests.livestreams.sales.manual.sales import picture as jpeg
from tests.livestreams.sessions.builders import Stage, at, hand, planned

TYPED = {"views": 12_000, "paid_fen": 128_050, "duration_s": 7200}


@pytest.fixture
def session(stage: Stage) -> Session:
    return planned(stage).sessions.get()


@pytest.fixture
def confirmed(session: Session, stage: Stage, proofs: Path, django_capture_on_commit_callbacks):
    def enter(export_first: bool = False, **exported: int) -> PlatformFigures:
        acts = [
            lambda by: enter_typed(session, Entry(TYPED, picture=ContentFile(jpeg(), "figures.jpg")), by),
            lambda by: enter_export(session, Entry(exported, as_of=at(9, 1)), by),
        ]
        with django_capture_on_commit_callbacks(execute=True):
            for act in reversed(acts) if export_first else acts:
                act(hand(stage.centre.member))
        return session.figures.get(source="picture")

    return enter


def pictures(folder: Path) -> int:
    return len(list(folder.rglob("*.jpg")))


def test_what_agrees_deletes_the_picture_and_keeps_a_note(confirmed, proofs):
    row = confirmed(views=12_345, paid_fen=128_050, duration_s=7230)
    assert (bool(row.picture), bool(row.picture_deleted_at), pictures(proofs)) == (False, True, 0)


def test_the_typed_figures_stay(confirmed):
    assert confirmed(views=12_345).views == 12_000


def test_what_differs_keeps_the_picture(confirmed, proofs):
    row = confirmed(views=15_000)
    assert (bool(row.picture), row.picture_deleted_at, pictures(proofs)) == (True, None, 1)


def test_a_list_that_has_none_of_the_figures_confirms_nothing(confirmed):
    assert confirmed(comments=30).picture


def test_a_picture_that_comes_after_the_list_is_deleted_too(confirmed, proofs):
    assert not confirmed(export_first=True, views=12_345).picture and pictures(proofs) == 0


@pytest.mark.parametrize(
    ("name", "typed", "exported", "same"),
    [
        ("views", 12_000, 12_999, True), ("views", 12_000, 13_000, False), ("views", 1_200, 1_201, False),
        ("views", 12_345, 12_345, True), ("views", 12_345, 12_346, False),
        ("views", 0, 0, True), ("views", 0, 1, False),
        ("paid_fen", 128_000, 128_050, True), ("paid_fen", 128_050, 128_060, False),
        ("paid_fen", 1_200_000, 1_234_567, True), ("paid_fen", 120_000, 121_000, False),
        ("duration_s", 7200, 7259, True), ("duration_s", 7200, 7261, False),
        ("avg_watch_s", 65, 66, True), ("avg_watch_s", 65, 70, False), ("acu", 13, 12, True), ("acu", 13, 15, False),
    ],
)  # fmt: skip
def test_as_exactly_as_the_screen_shows_it(name, typed, exported, same):
    assert agrees(name, typed, exported) == same
