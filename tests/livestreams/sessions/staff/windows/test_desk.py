"""Changes of time at the office's desk: the list, a yes, a no, and correcting a session's times."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from livestreams.sales.models import RecordedChange
from livestreams.sessions.counting import Source
from livestreams.sessions.models import Session, WindowRequest
from livestreams.sessions.windows import set_times
from livestreams.teams.models import Membership
from tests import people
from tests.livestreams.sessions.builders import Stage, at, hand
from tests.livestreams.sessions.money import bring_orders, of_teams, theirs_on
from zhunong.access.models import User
from zhunong.places.models import Township

AT_FIRST = (1001 + 4004, 2002)
LIST = "/admin/sessions/times/"


def desk_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def session(stage: Stage) -> Session:
    made = theirs_on(stage)
    bring_orders(stage)
    return made


@pytest.fixture
def request_(stage: Stage, session: Session) -> WindowRequest:
    by = hand(stage.centre.rival, reason="早开了", now=at(23))
    made = set_times(session, Source.PLATFORM, at(19), at(22), by).request
    assert made
    return made


@pytest.fixture
def desk(stage: Stage) -> Client:
    return desk_of(stage.centre.staff)


def page_of(request: WindowRequest, name: str = "window_request") -> str:
    return reverse(f"live_sessions:{name}", args=[request.pk])


def expected_of(page: str) -> str:
    found = re.search(r'name="expected" value="(\w+)"', page)
    assert found, page
    return found[1]


def decide(desk: Client, request: WindowRequest, answer: str, words: str = "") -> int:
    sent = {"answer": answer, "words": words}
    if answer == "yes":
        sent["expected"] = expected_of(desk.get(page_of(request)).text)
    return desk.post(page_of(request, "decide_window"), sent).status_code


def test_what_waits_is_listed_with_who_asked_and_who_gains(desk, request_):
    page = desk.get(LIST).text
    assert ("anyu-rival" in page or str(request_.asked_by) in page, "+10.01" in page, "早开了" in page) == (True,) * 3


def test_the_menu_counts_what_waits(desk, request_):
    assert re.search(r"window-requests.{0,300}data-count&quot;: &quot;1|data-count\W+1", desk.get(LIST).text)


def test_a_request_shows_what_a_yes_would_move_now(desk, stage, session, request_):
    set_times(session, Source.PLATFORM, at(20), at(23), hand(stage.centre.staff, True, "先改", at(23.5)))
    page = desk.get(page_of(request_)).text
    assert ("+10.01" in page, "−30.03" in page) == (False, True)


def test_a_yes_moves_the_money(desk, stage, request_):
    assert decide(desk, request_, "yes", "看过了") == 302
    assert of_teams(stage) == (4004, 1001 + 2002)
    assert RecordedChange.objects.get().reason == "早开了 看过了"


def test_a_no_needs_words(desk, stage, request_):
    assert decide(desk, request_, "no") == 200
    assert decide(desk, request_, "no", "后台不是这样") == 302
    request_.refresh_from_db()
    assert (request_.state, of_teams(stage)) == ("refused", AT_FIRST)


def test_a_clerk_in_the_team_is_offered_no_yes_and_given_none(stage, request_):
    own = people.staff_of(stage.centre.township, "own-clerk")
    Membership.objects.create(team=stage.theirs, user=own, valid_from=people.LONG_AGO)
    desk = desk_of(own)
    assert 'value="yes"' not in desk.get(page_of(request_)).text
    answer = desk.post(page_of(request_, "decide_window"), {"answer": "yes", "expected": ""})
    assert (answer.status_code, of_teams(stage)) == (200, AT_FIRST)


def test_a_stale_look_is_shown_again(desk, stage, request_):
    answer = desk.post(page_of(request_, "decide_window"), {"answer": "yes", "expected": "0" * 16})
    assert (answer.status_code, of_teams(stage)) == (200, AT_FIRST)
    assert expected_of(answer.text)


def test_what_was_decided_has_no_buttons_and_stays_readable(desk, request_):
    decide(desk, request_, "no", "后台不是这样")
    page = desk.get(page_of(request_)).text
    assert ("后台不是这样" in page, 'name="answer"' in page) == (True, False)
    assert page_of(request_) in desk.get(f"{LIST}?state=all").text
    assert page_of(request_) not in desk.get(LIST).text


def test_another_townships_clerk_finds_nothing(stage, request_):
    other = Township.objects.create(slug="hengshui", name="横水镇", county="绛县")
    desk = desk_of(people.staff_of(other, "other-clerk"))
    assert page_of(request_) not in desk.get(LIST).text
    assert desk.get(page_of(request_)).status_code == 404
    assert desk.post(page_of(request_, "decide_window"), {"answer": "no", "words": "x"}).status_code == 404


def test_a_reader_reads_and_decides_nothing(stage, request_):
    desk = desk_of(people.reader_of(stage.centre.township, "reader"))
    assert 'name="answer"' not in desk.get(page_of(request_)).text
    assert desk.post(page_of(request_, "decide_window"), {"answer": "no", "words": "x"}).status_code in (302, 403)
    assert WindowRequest.objects.get().state == "waiting"


def test_the_office_corrects_times_with_a_look_and_a_reason(desk, stage, session):
    address = reverse("live_sessions:enter_times", args=[session.pk])
    sent = {"start": "2026-06-01T19:00:00", "end": "2026-06-01T22:00:00", "reason": "后台截图"}
    page = desk.post(address, sent).text
    assert of_teams(stage) == AT_FIRST
    desk.post(address, sent | {"expected": expected_of(page)})
    assert of_teams(stage) == (4004, 1001 + 2002)


def test_the_office_takes_a_source_away(desk, stage, session):
    set_times(session, Source.PLATFORM, at(20.1), at(22), hand(stage.centre.staff, True, "", at(23)))
    desk.post(reverse("live_sessions:enter_times", args=[session.pk]), {"take_away": "platform"})
    session.refresh_from_db()
    assert (session.platform_start, session.started_at) == (None, at(20))


def test_a_long_list_asks_few_queries(desk, stage, request_, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        desk.get(f"{LIST}?state=all")


def test_pages_of_one_request_and_of_times_ask_few_queries(desk, session, request_, django_assert_max_num_queries):
    with django_assert_max_num_queries(16):
        desk.get(reverse("live_sessions:session_times", args=[session.pk]))
