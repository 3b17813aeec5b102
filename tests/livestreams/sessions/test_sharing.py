"""Shared credit: another team's part counts once that team has said yes."""

import pytest

from livestreams.rooms.refusals import Refused
from livestreams.sessions import planning, sharing
from livestreams.sessions.models import Event, EventTeam
from tests.livestreams.sessions.builders import Stage, hand, planned, wanted

Answer = EventTeam.Answer


def shares(event: Event) -> dict[str, int]:
    return event.sessions.get().shares_by_slug()


def part_of_theirs(event: Event) -> EventTeam:
    return event.parts.get(answer=Answer.ASKED)


def test_until_the_other_team_says_yes_all_of_it_is_ours(stage: Stage) -> None:
    event = planned(stage, parts={stage.ours: 60, stage.theirs: 40})
    assert shares(event) == {stage.ours.slug: 100}


def test_a_yes_gives_the_other_team_its_part(stage: Stage) -> None:
    event = planned(stage, parts={stage.ours: 60, stage.theirs: 40})
    sharing.answer(part_of_theirs(event), True, hand(stage.centre.rival))
    assert shares(event) == {stage.ours.slug: 60, stage.theirs.slug: 40}


def test_a_no_leaves_all_of_it_with_us(stage: Stage) -> None:
    event = planned(stage, parts={stage.ours: 60, stage.theirs: 40})
    sharing.answer(part_of_theirs(event), False, hand(stage.centre.rival))
    assert shares(event) == {stage.ours.slug: 100}


def test_nobody_answers_twice(stage: Stage) -> None:
    event = planned(stage, parts={stage.ours: 60, stage.theirs: 40})
    part = part_of_theirs(event)
    sharing.answer(part, True, hand(stage.centre.rival))
    with pytest.raises(Refused):
        sharing.answer(part, False, hand(stage.centre.rival))


def test_other_shares_are_asked_anew_and_the_old_ones_count_until_then(stage: Stage) -> None:
    event = planned(stage, parts={stage.ours: 60, stage.theirs: 40})
    sharing.answer(part_of_theirs(event), True, hand(stage.centre.rival))
    planning.change_plan(event, wanted(stage, parts={stage.ours: 90, stage.theirs: 10}), hand(stage.centre.leader))
    assert shares(event) == {stage.ours.slug: 60, stage.theirs.slug: 40}
    sharing.answer(part_of_theirs(event), True, hand(stage.centre.rival))
    assert shares(event) == {stage.ours.slug: 90, stage.theirs.slug: 10}


def test_a_part_that_was_agreed_is_taken_away_by_the_staff_alone(stage: Stage) -> None:
    event = planned(stage, parts={stage.ours: 60, stage.theirs: 40})
    sharing.answer(part_of_theirs(event), True, hand(stage.centre.rival))
    with pytest.raises(Refused, match=stage.theirs.name):
        planning.change_plan(event, wanted(stage), hand(stage.centre.leader))
    planning.change_plan(event, wanted(stage), hand(stage.centre.staff, of_the_office=True))
    assert shares(event) == {stage.ours.slug: 100}


def test_a_team_that_said_no_can_be_left_out(stage: Stage) -> None:
    event = planned(stage, parts={stage.ours: 60, stage.theirs: 40})
    sharing.answer(part_of_theirs(event), False, hand(stage.centre.rival))
    planning.change_plan(event, wanted(stage), hand(stage.centre.leader))
    assert [part.team for part in event.parts.all()] == [stage.ours]


def test_an_account_added_while_shares_are_asked_anew_keeps_the_old_ones(stage: Stage) -> None:
    """The team that asks for more cannot have all of it meanwhile."""
    event = planned(stage, parts={stage.ours: 60, stage.theirs: 40})
    sharing.answer(part_of_theirs(event), True, hand(stage.centre.rival))
    greedy = wanted(
        stage, parts={stage.ours: 10, stage.theirs: 90}, own=[stage.theirs], accounts=[stage.douyin, stage.wechat]
    )
    planning.change_plan(event, greedy, hand(stage.centre.rival))
    assert all(row.shares_by_slug() == {stage.ours.slug: 60, stage.theirs.slug: 40} for row in event.sessions.all())
