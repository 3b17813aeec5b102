"""What a team's sessions came to over time: the list, its months, and what a room changed."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from livestreams.rooms.models import Occupancy, Room
from livestreams.sales.session_results.eyes import office, team_people
from livestreams.sales.session_results.history import History, held
from livestreams.sales.session_results.months import months_of
from livestreams.sales.session_results.rooms import RoomEffect, effects_of
from livestreams.sessions.models import PlatformFigures, Session
from livestreams.teams.models import Team
from tests.livestreams.sales.builders import totals
from tests.livestreams.sales.session_results.seasons import evening, season, sell
from zhunong.access.models import User


@pytest.fixture
def fourteen(world: object) -> Team:
    return Team.objects.get(slug="fourteen")


@pytest.mark.usefixtures("sold")
def test_the_list_tells_part_and_whole(fourteen: Team, member: User) -> None:
    [row] = History(team_people(member), fourteen, None, [fourteen]).rows
    assert tuple(row.sold[:5]) == totals("session")["shared"]
    assert row.part.paid_fen < row.sold.paid_fen and row.minutes == 120


@pytest.mark.usefixtures("sold")
def test_ratios_of_the_list_take_the_best_source(fourteen: Team, member: User, session: Session) -> None:
    PlatformFigures.objects.create(session=session, source="typed", views=1, duration_s=3600)
    PlatformFigures.objects.create(session=session, source="export", views=1000)
    [row] = History(team_people(member), fourteen, None, [fourteen]).rows
    assert (row.per_thousand, row.per_hour) == ("73.34", "73.34")


def test_what_is_to_come_is_not_in_the_list(fourteen: Team, member: User, session: Session) -> None:
    Session.objects.filter(pk=session.pk).update(ended_at=timezone.now() + datetime.timedelta(hours=1))
    assert History(team_people(member), fourteen, None, [fourteen]).rows == []


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("asked", ["99", "0", "x", "-1", "9999999", "²"])
def test_a_page_that_is_not_there_is_the_first(desk: Client, asked: str) -> None:
    answer = desk.get(reverse("sales:session_results"), {"page": asked})
    assert answer.status_code == 200 and answer.context["history"].page.number == 1


@pytest.mark.usefixtures("world")
def test_every_session_is_on_one_page_of_the_list(desk: Client) -> None:
    for number in range(1, 29):
        for month in ("03", "04", "05"):
            evening(f"2025-{month}-{number:02d}")
    pages = [desk.get(reverse("sales:session_results"), {"page": n}).context["history"] for n in ("1", "2")]
    seen = [row.session.pk for history in pages for row in history.rows]
    assert len(seen) == len(set(seen)) == Session.objects.count()


def this_month(day: int, back: int = 0) -> str:
    first = timezone.localdate().replace(day=1)
    for _month in range(back + 1):
        first = (first - datetime.timedelta(1)).replace(day=1)
    return first.replace(day=day).isoformat()


def test_months_begin_with_the_first_that_had_a_session(fourteen: Team, clerk: User) -> None:
    Session.objects.all().delete()
    for day in (this_month(3, back=1), this_month(4, back=1), this_month(5)):
        evening(day)
    sell([(this_month(3, back=1), "10.00"), (this_month(4, back=1), "20.00")])
    months = months_of(held(office(clerk), fourteen), fourteen)
    assert [(month.sessions, month.minutes, month.part and month.part.paid_fen) for month in months] == [
        (2, 240, 3000), (1, 120, None), (0, 0, None),
    ]  # fmt: skip


def test_a_session_past_midnight_is_of_the_month_in_which_it_began(fourteen: Team, clerk: User) -> None:
    Session.objects.all().delete()
    last = timezone.localdate().replace(day=1) - datetime.timedelta(1)
    evening(last.isoformat(), length=datetime.timedelta(hours=8))
    months = months_of(held(office(clerk), fourteen), fourteen)
    assert [month.sessions for month in months] == [1, 0] and months[0].first.month == last.month


@pytest.fixture
def room(fourteen: Team) -> Room:
    """First booked by the team for 5 May."""
    made = Room.objects.create(township=fourteen.township, name="左直播间")
    start = datetime.datetime.fromisoformat("2026-05-05 18:00:00+08:00")
    end = start + datetime.timedelta(hours=4)
    Occupancy.objects.create(
        room=made, kind="booking", team=fourteen, starts_at=start, ends_at=end, blocked_until=end
    )  # fmt: skip
    return made


BEFORE = [("2026-05-01", "10.00"), ("2026-05-02", "20.00"), ("2026-05-03", "60.00")]
SINCE = [("2026-05-05", "40.00"), ("2026-05-06", "80.00"), ("2026-05-07", "90.00")]


def effect(clerk: User, team: Team) -> RoomEffect:
    [found] = effects_of(team, held(office(clerk), team))
    return found


def held_and_sold(days: list[tuple[str, str]]) -> None:
    season()
    for day, _yuan in days:
        evening(day)
    sell(days)


def test_what_a_room_changed_is_told_by_medians(room: Room, fourteen: Team, clerk: User) -> None:
    held_and_sold([*BEFORE, *SINCE])
    found = effect(clerk, fourteen)
    assert found.is_enough and found.told == ("10.00", "40.00")


def test_two_sessions_on_one_side_are_too_few(room: Room, fourteen: Team, clerk: User) -> None:
    held_and_sold([*BEFORE[:2], *SINCE])
    assert not effect(clerk, fourteen).is_enough


def test_out_of_season_is_left_out_and_counted(room: Room, fourteen: Team, clerk: User) -> None:
    held_and_sold([*BEFORE, *SINCE, ("2026-07-07", "900.00")])
    found = effect(clerk, fourteen)
    assert (len(found.before), len(found.since), found.left_out) == (3, 3, 1)


def test_a_team_without_bookings_is_told_nothing(fourteen: Team, clerk: User) -> None:
    held_and_sold([*BEFORE, *SINCE])
    assert effects_of(fourteen, held(office(clerk), fourteen)) == []


@pytest.mark.usefixtures("sold")
@pytest.mark.parametrize("show", ["", "months"])
def test_few_queries_on_the_phone(phone: Client, room: Room, show: str, django_assert_max_num_queries) -> None:
    address = reverse("my_sales:session_history")
    phone.get(address, {"show": show})
    with django_assert_max_num_queries(12 if show else 10):
        assert phone.get(address, {"show": show}).status_code == 200


@pytest.mark.usefixtures("sold")
@pytest.mark.parametrize("show", ["", "months"])
def test_few_queries_at_the_desk(desk: Client, room: Room, show: str, django_assert_max_num_queries) -> None:
    address, asked = reverse("sales:session_results"), {"team": "fourteen", "show": show}
    desk.get(address, asked)
    with django_assert_max_num_queries(14 if show else 10):
        answer = desk.get(address, asked)
    assert ("session-chart" in answer.content.decode()) == bool(show)


@pytest.mark.usefixtures("sold")
def test_another_teams_history_is_not_found(phone: Client) -> None:
    assert phone.get(reverse("my_sales:session_history"), {"team": "feng-team"}).status_code == 404
