"""Posters are kept as files: drawn once, anew when something changes, the older ones gone."""

from pathlib import Path

import pytest
import zxingcpp
from django.conf import settings
from PIL import Image

from livestreams.sessions.posters.keeping import poster_of
from tests.livestreams.sessions.posters.conftest import reserve

LINK = "https://v.douyin.com/iexample/"


def kept() -> list[Path]:
    return sorted((Path(settings.CARDS_DIR) / "sessions").iterdir())


def test_a_poster_is_drawn_once(session):
    file, _face = poster_of(session, "tall")
    drawn_at = file.stat().st_mtime_ns
    assert poster_of(session, "tall")[0] == file and file.stat().st_mtime_ns == drawn_at


def test_another_link_is_drawn_and_the_older_poster_goes(session):
    poster_of(session, "tall")
    file, _face = poster_of(reserve(session, reservation=LINK), "tall")
    assert kept() == [file]
    assert [read.text for read in zxingcpp.read_barcodes(Image.open(file))] == [LINK]


def test_each_shape_is_kept(session):
    files = {poster_of(session, shape)[0] for shape in ("tall", "wide")}
    assert set(kept()) == files


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_whoever_asks_the_words_are_the_sites(session, language):
    from django.utils import translation

    with translation.override(language):
        assert poster_of(session, "tall")[1].day.startswith(f"{session.started_at.month}月")
