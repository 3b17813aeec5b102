"""Who is in a room keeps it, however that is known."""

import datetime
from collections.abc import Iterator

import pytest

from livestreams.rooms import presence
from livestreams.rooms.changing import Hand, change, note_presence
from livestreams.rooms.ledger import writing
from livestreams.rooms.models import FairUse, Occupancy
from livestreams.rooms.refusals import Refused
from tests.livestreams.rooms.builders import NOW, Centre, at, booked


@pytest.fixture
def watched(centre: Centre) -> Centre:
    """Rooms fall free where nobody comes."""
    FairUse.objects.create(township=centre.township, releases_unused=True)
    return centre


@pytest.fixture
def source() -> Iterator[list[int]]:
    """Primary keys of bookings whose livestream has begun."""
    begun: list[int] = []
    presence.add_source(lambda row: row.pk in begun)
    yield begun
    presence.sources.pop()


def after(centre: Centre, row: Occupancy, hour: float) -> Occupancy:
    """The booking, once the book was opened at an hour."""
    with writing(centre.township.pk, None, at(hour)):
        pass
    return Occupancy.objects.get(pk=row.pk)


def test_one_tap_keeps_the_room(watched: Centre):
    row = booked(watched.right, watched.theirs, at(10))
    note_presence(row, Hand(watched.rival, now=at(10.1)))
    assert not after(watched, row, 10.5).ended


def test_tap_comes_too_late_once_the_room_was_released(watched: Centre):
    row = booked(watched.right, watched.theirs, at(10))
    with pytest.raises(Refused):
        note_presence(row, Hand(watched.rival, now=at(10.5)))


@pytest.mark.parametrize(("hour", "is_good"), [(9.5, False), (9.75, True)])
def test_tap_counts_from_a_quarter_of_an_hour_before(watched: Centre, hour: float, is_good: bool):
    row = booked(watched.right, watched.theirs, at(10))
    if is_good:
        assert note_presence(row, Hand(None, now=at(hour))).present_at
    else:
        with pytest.raises(Refused):
            note_presence(row, Hand(None, now=at(hour)))


def test_start_of_a_livestream_counts_too(watched: Centre, source: list[int]):
    row, other = booked(watched.right, watched.theirs, at(10)), booked(watched.left, watched.ours, at(10))
    source.append(row.pk)
    assert (after(watched, row, 10.5).ended, after(watched, other, 10.5).ended) == ("", Occupancy.Ended.RELEASED)


def test_who_books_a_time_that_runs_has_a_quarter_of_an_hour_too(watched: Centre):
    row = booked(watched.right, watched.theirs, at(8))
    assert row.expires_at == max(NOW, at(8)) + datetime.timedelta(minutes=15)


def test_presence_of_one_time_says_nothing_about_another(watched: Centre):
    row = booked(watched.right, watched.theirs, at(10))
    note_presence(row, Hand(None, now=at(9.9)))
    moved = change(row, watched.right, at(15), at(16), Hand(None, now=at(9.95)))
    assert (moved.present_at, moved.expires_at) == (None, at(15.25))


def test_presence_outlasts_an_extension(watched: Centre):
    row = booked(watched.right, watched.theirs, at(10))
    note_presence(row, Hand(None, now=at(10.1)))
    assert change(row, watched.right, at(10), at(12), Hand(None, now=at(10.5))).expires_at is None
