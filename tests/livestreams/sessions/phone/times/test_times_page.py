"""Times of a session on the phone: side by side, entered with a look first at what moves, asked for, taken back."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from livestreams.sessions.models import Session, WindowRequest
from tests.livestreams.sessions.builders import Stage, at, planned
from tests.livestreams.sessions.money import bring_orders, of_teams, theirs_on
from zhunong.access.models import User

AT_FIRST = (1001 + 4004, 2002)


def phone_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def session(stage: Stage) -> Session:
    made = theirs_on(stage)
    bring_orders(stage)
    return made


@pytest.fixture
def phone(stage: Stage) -> Client:
    """Of the team that the session is done for."""
    return phone_of(stage.centre.rival)


def address(session: Session, name: str = "times") -> str:
    return reverse(f"my_sessions:{name}", args=[session.pk])


def times(start: float, end: float, **more: object) -> dict[str, object]:
    return {"start": f"{at(start):%Y-%m-%dT%H:%M:%S}", "end": f"{at(end):%Y-%m-%dT%H:%M:%S}", **more}


def expected_of(page: str) -> str:
    found = re.search(r'name="expected" value="(\w+)"', page)
    assert found, page
    return found[1]


def entered(phone: Client, session: Session, start: float, end: float, reason: str = "后台这样写") -> str:
    """Through the look at what moves. Returns the page that follows."""
    seen = phone.post(address(session), times(start, end)).text
    return phone.post(
        address(session), times(start, end, expected=expected_of(seen), reason=reason), follow=True
    ).text  # fmt: skip


def test_a_time_that_moves_no_order_is_entered_at_once(phone, session):
    phone.post(address(session), times(20.1, 22.1))
    session.refresh_from_db()
    assert (session.platform_start, session.started_at) == (at(20.1), at(20.1))


def test_what_moves_is_shown_first_and_nothing_is_changed(phone, session):
    page = phone.post(address(session), times(21.5, 22)).text
    session.refresh_from_db()
    assert session.platform_start is None
    assert ("+20.02" in page, "−20.02" in page, "柳庄队" in page, "十四小只" in page) == (True,) * 4


def test_what_was_seen_is_done_with_its_reason(phone, stage, session):
    entered(phone, session, 21.5, 22)
    assert of_teams(stage) == (sum(AT_FIRST), 0)


def test_without_a_reason_it_is_shown_again(phone, stage, session):
    seen = phone.post(address(session), times(21.5, 22)).text
    answer = phone.post(address(session), times(21.5, 22, expected=expected_of(seen)))
    assert answer.status_code == 409
    assert expected_of(answer.text) == expected_of(seen)
    assert of_teams(stage) == AT_FIRST


def test_what_would_move_otherwise_by_now_is_shown_again(phone, stage, session):
    answer = phone.post(address(session), times(21.5, 22, expected="0" * 16, reason="x"))
    assert answer.status_code == 409
    assert of_teams(stage) == AT_FIRST


def test_money_to_ones_own_team_waits_and_the_page_says_so(phone, stage, session):
    page = entered(phone, session, 19, 22)
    assert of_teams(stage) == AT_FIRST
    told = page[page.index("card--waiting") :]
    assert ("+10.01" in told, "后台这样写" in told, address(session, "take_back_times") in told) == (True,) * 3


def test_who_asked_takes_it_back(phone, session):
    entered(phone, session, 19, 22)
    page = phone.post(address(session, "take_back_times"), follow=True).text
    assert WindowRequest.objects.get().state == "withdrawn"
    assert address(session, "take_back_times") not in page


def test_a_refusal_is_told_with_its_words(phone, stage, session):
    entered(phone, session, 19, 22)
    WindowRequest.objects.update(
        state="refused", answer="后台不是这样", decided_by=stage.centre.staff, decided_at=at(23)
    )  # fmt: skip
    assert "后台不是这样" in phone.get(address(session)).text


def test_a_source_is_taken_away_again(phone, session):
    phone.post(address(session), times(20.1, 22.1))
    phone.post(address(session), {"take_away": "platform"})
    session.refresh_from_db()
    assert (session.platform_start, session.started_at) == (None, at(20))


@pytest.mark.parametrize(
    "sent",
    [
        {}, {"start": "", "end": ""}, {"start": "gestern", "end": "2026-06-01T22:00"}, {"take_away": "planned"},
        times(22, 20), times(20, 30 * 24 * 300),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_in_one_sentence_and_kept_in_the_boxes(phone, session, sent):
    answer = phone.post(address(session), sent)
    assert (answer.status_code, answer.text.count('role="alert"')) == (409, 1)
    session.refresh_from_db()
    assert session.platform_start is None


def test_sources_stand_side_by_side_with_the_one_that_counts(phone, session):
    phone.post(address(session), times(20.1, 22.1))
    page = phone.get(address(session)).text
    assert ("20:06:00" in page, "22:06:00" in page, "20:00:00" in page) == (True,) * 3
    assert page.count("badge--good") == 2


def test_a_table_that_set_the_time_since_is_named(phone, session):
    phone.post(address(session), times(20.1, 22.1))
    Session.objects.update(started_at=at(20.2))
    with translation.override("en"):
        assert "badge--good" not in phone.get(address(session)).text


def test_a_session_of_another_team_is_not_found(stage, session):
    assert phone_of(stage.centre.leader).get(address(session)).status_code == 404


def test_a_team_that_was_only_asked_to_share_cannot_enter_times(stage, phone):
    event = planned(stage, parts={stage.ours: 60, stage.theirs: 40})
    assert phone.get(address(event.sessions.get())).status_code == 404


@pytest.mark.parametrize("is_waiting", [False, True])
def test_the_page_asks_few_queries(phone, session, is_waiting, django_assert_max_num_queries):
    if is_waiting:
        entered(phone, session, 19, 22)
    with django_assert_max_num_queries(15):
        phone.get(address(session))
