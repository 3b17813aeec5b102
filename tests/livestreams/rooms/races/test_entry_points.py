"""Eight clients at once at every way into the booking book: never an overlap, one winner, politely told losers."""

import os

import pytest

from tests.livestreams.rooms.builders import Centre
from tests.livestreams.rooms.races.crew import Crew, Outcome
from tests.livestreams.rooms.races.invariants import broken, clear
from tests.livestreams.rooms.races.scenes import SCENES

ROUNDS = int(os.environ.get("RACE_ROUNDS") or 14)
"""Of each scene. With 36 they are more than a thousand, and take two minutes."""


@pytest.mark.parametrize("name", SCENES)
def test_all_at_once_leave_the_rooms_in_order(crew: Crew, centre: Centre, name: str):
    scene = SCENES[name]
    for _round in range(ROUNDS):
        clear()
        outcomes = crew.at_once(scene.acts(centre))
        assert [each.error for each in outcomes if each.error] == []
        assert broken() == {}
        assert scene.least <= winners(outcomes) <= scene.most, outcomes
        assert scene.holds(centre, outcomes), outcomes


def winners(outcomes: list[Outcome]) -> int:
    """Rows that were won: one that two changed alike is one."""
    return len({each.row for each in outcomes if each.has_won and each.row})
