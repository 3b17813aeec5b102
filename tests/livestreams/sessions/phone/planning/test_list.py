"""The list of sessions: what comes, what was, what waits; and the ways to it from the first page and a booking."""

import datetime

from django.urls import reverse
from django.utils import timezone

from livestreams.rooms.changing import Hand
from livestreams.sessions.models import Session, WindowRequest
from livestreams.sessions.planning import cancel
from tests.livestreams.sessions.builders import stage as build_stage

LIST = "/my/sessions/"
DAY = datetime.timedelta(1)


def test_it_shows_what_comes_and_what_was(stage, phone, event_of, evening):
    event_of(title="山楂场")
    event_of(title="早樱场", starts_at=evening - 7 * DAY, ends_at=evening - 7 * DAY + DAY / 12)
    page = phone.get(LIST).text
    assert page.index("山楂场") < page.index("早樱场")


def test_a_cancelled_one_is_no_longer_among_what_comes(stage, phone, event_of):
    cancel(event_of(title="山楂场"), Hand(stage.centre.leader, reason="下雨"))
    assert not phone.get(LIST).context["coming"]


def test_it_shows_nothing_of_other_teams(stage, phone_of, event_of):
    event_of(title="山楂场")
    assert "山楂场" not in phone_of(stage.centre.rival).get(LIST).text
    assert "山楂场" not in phone_of(build_stage("biechu").centre.leader).get(LIST).text


def test_what_another_team_asks_stands_there_until_it_is_answered(stage, phone_of, event_of):
    event = event_of(parts={stage.ours: 60, stage.theirs: 40})
    address = reverse("my_sessions:answer", args=[event.parts.get(team=stage.theirs).pk])
    assert address in phone_of(stage.centre.rival).get(LIST).text
    assert address not in phone_of(stage.centre.leader).get(LIST).text
    phone_of(stage.centre.rival).post(address, {"answer": "yes"})
    assert address not in phone_of(stage.centre.rival).get(LIST).text


def test_a_change_of_time_that_waits_stands_there(stage, phone, event_of):
    session = event_of().sessions.get()
    WindowRequest.objects.create(
        session=session, source="platform", started_at=session.started_at, ended_at=session.ended_at + DAY / 24,
        reason="晚了", asked_by=stage.centre.leader,
    )  # fmt: skip
    assert reverse("my_sessions:times", args=[session.pk]) in phone.get(LIST).text


def test_a_session_that_came_by_a_table_stands_among_what_was(stage, phone):
    start = timezone.now() - DAY
    Session.objects.create(slug="table", title="表格场", township=stage.centre.township, account=stage.douyin,
                           started_at=start, ended_at=start + DAY / 12)  # fmt: skip
    assert "表格场" in phone.get(LIST).text


def test_a_dozen_events_take_as_many_queries_as_one(stage, phone, event_of, evening, django_assert_max_num_queries):
    for number in range(12):
        event_of(starts_at=evening + number * DAY, ends_at=evening + number * DAY + DAY / 12)
    with django_assert_max_num_queries(12):
        phone.get(LIST)


def test_a_booking_leads_to_planning_in_one_tap_and_to_what_is_planned(stage, phone, event_of, room_at_eight):
    page = phone.get(reverse("my_rooms:booking", args=[room_at_eight.pk])).text
    assert f"/my/sessions/plan/?booking={room_at_eight.pk}" in page
    event = event_of(booking=room_at_eight, place="", starts_at=room_at_eight.starts_at, ends_at=room_at_eight.ends_at)
    page = phone.get(reverse("my_rooms:booking", args=[room_at_eight.pk])).text
    assert reverse("my_sessions:event", args=[event.pk]) in page


def test_the_first_page_leads_to_the_event_and_to_the_list(stage, phone, event_of):
    event = event_of()
    page = phone.get("/my/").text
    assert reverse("my_sessions:event", args=[event.pk]) in page
    assert f'href="{LIST}"' in page


def test_two_accounts_of_an_event_are_one_entry_of_the_first_page(stage, phone, event_of):
    event_of(accounts=[stage.douyin, stage.wechat], title="山楂场")
    assert phone.get("/my/").text.count("山楂场") == 1


def test_the_first_page_tells_what_another_team_asks(stage, phone_of, event_of):
    part = event_of(parts={stage.ours: 60, stage.theirs: 40}).parts.get(team=stage.theirs)
    assert reverse("my_sessions:answer", args=[part.pk]) in phone_of(stage.centre.rival).get("/my/").text
