"""The office sees what each source says of a session, and enters what is missing or wrong."""

import pytest
from django.test import Client
from django.urls import reverse

from livestreams.rooms.changing import Hand
from livestreams.sessions.entering import Entry, enter_export
from livestreams.sessions.models import EventChange, Session
from tests.livestreams.sales.manual.sales import photo, upload
from tests.livestreams.sessions.builders import Stage, at, planned
from tests.people import another_township, staff_of
from zhunong.access.models import User

pytestmark = pytest.mark.usefixtures("proofs")


@pytest.fixture
def session(stage: Stage) -> Session:
    return planned(stage).sessions.get()


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def desk(stage: Stage) -> Client:
    return signed_in(stage.centre.staff)


def address(session: Session, name: str = "figures") -> str:
    return reverse(f"live_sessions:{name}", args=[session.pk])


def enter(client: Client, session: Session, **typed: object):
    return client.post(address(session, "enter_figures"), typed)


def test_the_office_enters_figures(desk: Client, session: Session):
    enter(desk, session, views="1.2万", picture=upload(photo()))
    assert (session.figures.get().views, session.figures.get().source) == (12_000, "picture")


def test_the_office_says_why_it_corrects(desk: Client, session: Session):
    enter(desk, session, views="1200")
    seen = session.figures.get().as_of.isoformat()
    assert enter(desk, session, views="1300", seen=seen).status_code == 422
    enter(desk, session, views="1300", seen=seen, reason="按平台截图改")
    assert EventChange.objects.get(act="corrected").reason == "按平台截图改"


def test_sources_stand_side_by_side(desk: Client, session: Session):
    enter(desk, session, views="1200")
    enter_export(session, Entry({"views": 1234}, as_of=at(23)), Hand(None))
    page = desk.get(address(session)).content.decode()
    assert "1,234" in page and "1,200" in page


def test_the_picture_is_for_the_own_office_alone(desk: Client, session: Session):
    enter(desk, session, views="1200", picture=upload(photo()))
    assert desk.get(address(session, "figures_proof"))["Content-Type"] == "image/jpeg"
    other = signed_in(staff_of(another_township(), "other-clerk"))
    assert other.get(address(session, "figures_proof")).status_code == 404


def test_another_township_changes_nothing(session: Session):
    other = signed_in(staff_of(another_township(), "other-clerk"))
    assert enter(other, session, views="1").status_code == 404


def test_nothing_entered_is_told(desk: Client, session: Session):
    assert desk.get(address(session)).status_code == 200
    assert enter(desk, session).status_code == 422


def test_the_page_asks_little(desk, session, django_assert_max_num_queries):
    enter(desk, session, views="1200")
    with django_assert_max_num_queries(16):
        desk.get(address(session))
