"""Logging a session on the phone: typed as the end screen shows it, kept exactly, wrong things told in one sentence."""

import datetime
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from livestreams.sessions.models import PlatformFigures, Session
from livestreams.sessions.planning import plan
from tests.livestreams.sales.manual.sales import photo, upload
from tests.livestreams.sessions.builders import Stage, planned, wanted
from tests.livestreams.sessions.builders import hand as hand_of
from zhunong.access.models import User

pytestmark = pytest.mark.usefixtures("proofs")


@pytest.fixture
def session(stage: Stage) -> Session:
    return planned(stage).sessions.get()


def phone_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def phone(stage: Stage) -> Client:
    return phone_of(stage.centre.member)


def address(session: Session, name: str = "log") -> str:
    return reverse(f"my_sessions:{name}", args=[session.pk])


def log(phone: Client, session: Session, **typed: object):
    return phone.post(address(session), typed)


def row(session: Session) -> PlatformFigures:
    return session.figures.get()


def test_the_form_asks_in_the_platforms_words_and_order(phone: Client, session: Session):
    page = phone.get(address(session)).content.decode()
    places = [page.index(word) for word in ("直播间观看人数", "直播间观看次数", "最高在线人数", "评论次数")]
    assert places == sorted(places)


def test_another_platform_is_asked_for_its_own(phone: Client, stage: Stage):
    session = planned(stage, accounts=[stage.wechat]).sessions.get()
    page = phone.get(address(session)).content.decode()
    assert "新增关注人数" in page and "直播间观看人数" not in page


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("views", "1.2万", 12_000), ("viewers_uv", "1,234", 1234), ("paid_fen", "¥1,280.50", 128_050),
        ("duration_s", "1小时21分5秒", 4865), ("avg_watch_s", "1分5秒", 65),
        ("comments", "", None), ("views", "—", None),
    ],
)  # fmt: skip
def test_what_is_typed_is_kept_exactly(phone, session, field, typed, kept):
    log(phone, session, **{"pcu": "9", field: typed})
    assert getattr(row(session), field) == kept


def test_without_a_picture_it_is_typed(phone: Client, session: Session):
    log(phone, session, views="1200")
    assert (row(session).source, row(session).by.username) == ("typed", "anyu-member")


def test_the_picture_is_kept_small_and_without_its_place(phone: Client, session: Session, proofs: Path):
    log(phone, session, views="1200", picture=upload(photo((2000, 3000))))
    [file] = proofs.rglob("*.jpg")
    with Image.open(file) as kept:
        assert (max(kept.size), len(kept.getexif()), row(session).source) == (1600, 0, "picture")


def test_the_pictures_name_tells_nothing(phone: Client, session: Session):
    log(phone, session, views="1200", picture=upload(photo(), "张三13800000000.jpg"))
    assert "13800000000" not in row(session).picture.name


def test_the_picture_is_shown_to_its_team_alone(phone: Client, session: Session, stage: Stage):
    log(phone, session, views="1200", picture=upload(photo()))
    shown = b"".join(phone.get(address(session, "log_proof")))
    assert Image.open(BytesIO(shown)).format == "JPEG"
    assert phone_of(stage.centre.rival).get(address(session, "log_proof")).status_code == 404


def test_no_picture_is_no_page(phone: Client, session: Session):
    assert phone.get(address(session, "log_proof")).status_code == 404


def test_what_is_no_picture_is_refused_and_nothing_kept(phone: Client, session: Session):
    answer = log(phone, session, views="1200", picture=upload(b"<svg/>"))
    assert (answer.status_code, session.figures.count()) == (422, 0)


def test_another_teams_session_is_not_there(stage: Stage, session: Session):
    assert log(phone_of(stage.centre.rival), session, views="1").status_code == 404


def test_figures_that_cannot_be_are_told_and_nothing_is_kept(phone: Client, session: Session):
    answer = log(phone, session, views="90", viewers_uv="100")
    assert (answer.status_code, session.figures.count()) == (422, 0)
    assert answer.content.decode().count('role="alert"') == 2


def test_what_was_typed_stays_in_the_boxes(phone: Client, session: Session):
    assert 'value="9o"' in log(phone, session, views="9o", viewers_uv="100").content.decode()


def test_a_script_is_told_by_field(phone: Client, session: Session):
    answer = phone.post(address(session), {"views": "viele"}, headers={"Accept": "application/json"})
    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["views"])


def test_a_script_is_told_where_to_go(phone: Client, session: Session):
    answer = phone.post(address(session), {"views": "12"}, headers={"Accept": "application/json"})
    assert answer.json() == {"address": address(session)}


def test_a_correction_needs_a_reason(phone: Client, session: Session):
    log(phone, session, views="1200")
    seen = row(session).as_of.isoformat()
    assert log(phone, session, views="1300", seen=seen).status_code == 422
    log(phone, session, views="1300", seen=seen, reason="看错了")
    assert row(session).views == 1300


def test_who_looked_at_an_older_version_is_told(phone: Client, session: Session):
    log(phone, session, views="1200")
    assert log(phone, session, views="1300", seen="", reason="看错了").status_code == 422


def test_what_is_known_is_shown_with_its_source_and_what_follows(phone: Client, session: Session):
    log(phone, session, views="2000", paid_fen="500")
    page = phone.get(address(session)).content.decode()
    assert "2,000" in page and "250.00" in page


def test_the_platforms_own_time_counts(phone: Client, session: Session):
    log(phone, session, start="2026-06-01T20:03:10", end="2026-06-01T21:58:00")
    session.refresh_from_db()
    assert (session.started_at, session.ended_at) == (session.platform_start, session.platform_end)
    assert f"{session.platform_end:%H:%M}" == "13:58"


def test_the_end_follows_from_the_length(phone: Client, session: Session):
    log(phone, session, start="2026-06-01T20:00", duration_s="90")
    session.refresh_from_db()
    assert session.platform_end - session.platform_start == datetime.timedelta(minutes=90)


@pytest.mark.parametrize(
    ("start", "end"),
    [("2026-06-01T20:00", ""), ("2026-06-01T20:00", "2026-06-01T19:00"), ("2026-06-01T20:00", "2999-01-01T20:00")],
)
def test_a_time_that_cannot_be_is_told(phone, session, start, end):
    assert log(phone, session, views="5", start=start, end=end).status_code == 422
    assert not session.figures.exists()


def test_a_time_that_another_session_has_leaves_the_figures(phone: Client, session: Session, stage: Stage):
    planned(stage, starts_at=session.ended_at, ends_at=session.ended_at + datetime.timedelta(hours=1))
    answer = phone.post(
        address(session), {"views": "5", "start": "2026-06-01T20:00", "end": "2026-06-01T22:30"}, follow=True
    )
    session.refresh_from_db()
    assert (session.platform_end, row(session).views) == (None, 5)
    assert "note--warn" in answer.content.decode()


def test_what_has_not_begun_cannot_be_logged(stage: Stage, phone: Client):
    soon = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=2)
    plan_of = wanted(stage, starts_at=soon, ends_at=soon + datetime.timedelta(hours=1))
    session = plan(plan_of, hand_of(stage.centre.leader)).sessions.get()
    assert b"data-log=" not in phone.get(address(session)).content
    log(phone, session, views="5")
    assert not session.figures.exists()


def test_the_page_is_light_and_asks_little(phone, session, django_assert_max_num_queries):
    log(phone, session, views="5", picture=upload(photo()))
    with django_assert_max_num_queries(16):
        page = phone.get(address(session))
    assert len(page.content) < 30_000


def test_visitors_are_sent_to_the_sign_in(session: Session):
    assert Client().get(address(session)).status_code == 302
