"""Two townships have a book and a lock each; who is in teams of both is still in one event at a time."""

import pytest

from tests.livestreams.rooms.builders import Centre
from tests.livestreams.rooms.builders import centre as build
from tests.livestreams.rooms.races.crew import Crew
from tests.livestreams.rooms.races.fights import booking, both
from tests.livestreams.rooms.races.invariants import broken, clear

ROUNDS = 20


@pytest.fixture(scope="module")
def neighbour(fought_for: Centre) -> Centre:
    return build("elsewhere")


def test_people_of_two_townships_are_booked_by_one_of_them(crew: Crew, centre: Centre, neighbour: Centre):
    people = [centre.member, centre.rival]
    acts = both(
        booking(centre.right, centre.theirs, 19, people=people),
        booking(neighbour.right, neighbour.theirs, 19.5, people=people[::-1]),
    )
    for _round in range(ROUNDS):
        clear()
        outcomes = crew.at_once(acts)
        assert broken() == {}
        assert [each.error for each in outcomes if each.error] == []
        assert sum(each.has_won for each in outcomes) == 1
        assert "Busy" not in {each.refusal for each in outcomes}
