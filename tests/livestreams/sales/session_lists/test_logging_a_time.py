"""The platform's own time typed into the log form: what it would move is said first; a clerk decides on own gains."""

import pytest
from django.test import Client
from django.urls import reverse

from livestreams.sales.times import as_text
from livestreams.sessions.models import Session, WindowRequest
from livestreams.teams.models import Team
from tests.livestreams.sales.builders import bring, order_file, paid, row
from tests.livestreams.sales.session_lists.conftest import signed_in
from tests.people import member_of

LATE = {"streamer": "9001", "mark": "直播", "placed": "2026-05-31 22:10:00", "paid": "2026-05-31 22:11:00"}
EARLY = LATE | {"placed": "2026-05-31 20:10:00", "paid": "2026-05-31 20:11:00"}
LONGER = {"start": "2026-05-31T20:00:00", "end": "2026-05-31T22:30:00"}
SHORTER = {"start": "2026-05-31T20:30:00", "end": "2026-05-31T22:00:00"}


def log(phone: Client, session: Session, **typed: str):
    return phone.post(reverse("my_sessions:log", args=[session.pk]), typed, follow=True)


def answer(phone: Client, page) -> None:
    path = page.request["PATH_INFO"]
    start, end = (f"{each:%Y-%m-%d %H:%M:%S}" for each in page.context["window"])
    phone.post(path, {"start": start, "end": end, "expected": page.context["effect"].fingerprint})


def end_of(session: Session) -> str:
    session.refresh_from_db()
    return as_text(session.ended_at)


@pytest.fixture
def asked(phone: Client, session: Session):
    bring(order_file(row("douyin", "1", **LATE)))
    return log(phone, session, views="1200", **LONGER)


def test_figures_are_kept_before_the_time_is_asked_about(asked, session: Session):
    assert (session.figures.get().views, end_of(session)) == (1200, "2026-05-31 22:00:00")


def test_what_would_move_is_said_in_one_sentence(asked):
    assert "10.00" in asked.context["moves"] and "长杆队" in asked.context["moves"]


def test_ones_own_gain_waits_for_a_clerk(asked, phone: Client, session: Session):
    answer(phone, asked)
    assert (WindowRequest.objects.get().state, end_of(session)) == ("waiting", "2026-05-31 22:00:00")


def test_what_gives_money_away_is_done_once_it_was_seen(phone: Client, session: Session):
    bring(order_file(row("douyin", "1", **EARLY)))
    assert paid("session") == {"alone": 1000}
    answer(phone, log(phone, session, views="1200", **SHORTER))
    assert (paid("session"), WindowRequest.objects.count()) == ({None: 1000}, 0)


def test_orders_that_came_in_meanwhile_are_looked_at_once_more(asked, phone: Client, session: Session):
    bring(order_file(row("douyin", "2", **LATE)), name="more.csv")
    answer(phone, asked)
    assert (WindowRequest.objects.count(), end_of(session)) == (0, "2026-05-31 22:00:00")


def test_a_time_without_orders_counts_at_once(phone: Client, session: Session):
    log(phone, session, views="1200", **LONGER)
    assert end_of(session) == "2026-05-31 22:30:00"


def test_another_teams_time_is_not_there(session: Session):
    rival = signed_in(member_of(Team.objects.get(slug="feng-team"), "rival"))
    assert rival.post(reverse("my_sessions:log_times", args=[session.pk]), LONGER).status_code == 404
