"""Sightings in chunks: every one is found again, however the keys lie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livestreams.sales import sightings
from livestreams.sales.models import OrderImport, SightingChunk
from livestreams.sales.sightings import Sightings, own_rows
from livestreams.sales.undoing import undo_import
from tests.livestreams.sales.builders import bring_rows, differences, row, whole
from tests.livestreams.sales.test_any_order import modest, thrown_away

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]
EARLY, LATE = "2026-06-01 08:00:00", "2026-06-02 08:00:00"
keys = st.lists(st.text("01#a|樱", min_size=1, max_size=3).map("k{}".format), min_size=1, max_size=12)


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sightings, "CHUNK_ROWS", 3)
    monkeypatch.setattr("livestreams.sales.staging.CHUNK_ROWS", 3)


@modest
@given(keys, keys)
def test_every_sighting_is_found_again(first, second):
    with thrown_away():
        for number, found in enumerate((first, second)):
            rows = (row("douyin", key, title=str(place)) for place, key in enumerate(found))
            bring_rows(*rows, at=(EARLY, LATE)[number])
        every = dict(Sightings(OrderImport.objects.all()).all())
        kept = [row[0] for each in OrderImport.objects.all() for rows in own_rows(each) for row in rows]
        wrong = differences()
    assert sorted(kept) == sorted(key for key, seen in every.items() for _one in seen)
    assert (list(every), wrong) == (sorted(every), [])


def test_a_file_of_many_chunks_is_applied_and_undone_whole():
    rows = [row("douyin", str(number)) for number in range(20)]
    bring_rows(*rows[:10], at=EARLY)
    later = bring_rows(*rows[5:], at=LATE)
    chunks = SightingChunk.objects.filter(order_import=later).count()
    before = whole()
    undo_import(later)
    assert (chunks, before[0], whole()[0], differences()) == (5, 20, 10, [])
