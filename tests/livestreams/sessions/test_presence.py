"""A session's start counts as presence in the booked room."""

import datetime

import pytest

from livestreams.rooms.ledger import writing
from livestreams.rooms.models import FairUse, Occupancy
from livestreams.sessions.models import Session
from livestreams.teams.models import Account, Team
from tests.livestreams.rooms.builders import NOW, Centre, at, booked
from tests.livestreams.rooms.builders import centre as build


@pytest.fixture
def centre(db: None) -> Centre:
    return build()


def session(centre: Centre, team: Team, started_at: datetime.datetime) -> None:
    account = Account.objects.create(
        platform="douyin", account_id=team.slug, kind="streamer", nickname=team.name, township=centre.township
    )
    live = Session.objects.create(
        slug=team.slug, title="专场", township=centre.township, account=account, started_at=started_at,
        ended_at=started_at + datetime.timedelta(hours=1),
    )  # fmt: skip
    live.set_shares({team: 100})


def state_after_a_quarter(centre: Centre) -> str:
    """What became of a booking at ten when nobody tapped, at a quarter past."""
    FairUse.objects.create(township=centre.township, releases_unused=True)
    row = booked(centre.right, centre.theirs, at(10))
    with writing(centre.township.pk, None, NOW + datetime.timedelta(hours=2, minutes=16)):
        pass
    return Occupancy.objects.get(pk=row.pk).ended


def test_session_of_the_team_keeps_its_room(centre: Centre):
    session(centre, centre.theirs, at(10.1))
    assert state_after_a_quarter(centre) == ""


def test_session_of_another_team_does_not(centre: Centre):
    session(centre, centre.third, at(10.1))
    assert state_after_a_quarter(centre) == Occupancy.Ended.RELEASED


def test_session_of_the_evening_does_not_keep_the_morning(centre: Centre):
    session(centre, centre.theirs, at(19))
    assert state_after_a_quarter(centre) == Occupancy.Ended.RELEASED


def planned_in(centre: Centre, **said: object) -> Session:
    """A session planned for ten in the right room, of a team that the booking is not of."""
    session(centre, centre.theirs, at(10))
    made = Session.objects.get()
    Session.objects.update(planned_start=at(10), planned_end=at(11), **said)
    return made


def test_session_that_is_only_planned_does_not_keep_its_room(centre: Centre):
    planned_in(centre)
    assert state_after_a_quarter(centre) == Occupancy.Ended.RELEASED


@pytest.mark.parametrize("source", ["pressed_start", "platform_start"])
def test_planned_session_that_went_live_keeps_its_room(centre: Centre, source: str):
    planned_in(centre, **{source: at(10.1), "started_at": at(10.1)})
    assert state_after_a_quarter(centre) == ""


def test_start_pressed_keeps_the_room_where_the_platform_says_another_time(centre: Centre):
    planned_in(centre, pressed_start=at(10.1), platform_start=at(15), started_at=at(15), ended_at=at(16))
    assert state_after_a_quarter(centre) == ""


def test_planned_session_whose_time_a_table_told_since_keeps_its_room(centre: Centre):
    planned_in(centre, started_at=at(10.1))
    assert state_after_a_quarter(centre) == ""


def test_start_pressed_in_the_morning_does_not_keep_the_evening(centre: Centre):
    planned_in(centre, pressed_start=at(7), started_at=at(7), ended_at=at(8))
    assert state_after_a_quarter(centre) == Occupancy.Ended.RELEASED
