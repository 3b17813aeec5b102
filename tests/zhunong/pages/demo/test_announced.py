"""The demo's broadcasts are planned by the same acts as everybody's: rooms, teams, people, examples to reserve."""

import datetime

import pytest
from django.db.models import Count
from django.utils import timezone

from livestreams.rooms.models import Engagement
from livestreams.sales.tables import load_tables
from livestreams.sessions.models import Event, EventTeam, Session
from livestreams.sessions.posters.links import checked, link_in
from zhunong.pages.demo import DemoWorld
from zhunong.pages.demo.announced import announce
from zhunong.pages.demo.centre import fill_centre
from zhunong.pages.demo.sign_in import make_users
from zhunong.places.models import Township

TODAY = datetime.date(2026, 11, 23)


@pytest.fixture
def township(db, world: DemoWorld, settings, tmp_path) -> Township:
    settings.VAR_DIR = tmp_path
    load_tables(world.tables)
    township = Township.objects.get()
    make_users(township, TODAY - datetime.timedelta(days=60))
    fill_centre(township, TODAY)
    return township


@pytest.fixture
def sessions(township: Township) -> list[Session]:
    """Those that the demo announces, with their events."""
    announce(township, TODAY)
    coming = Session.objects.filter(event__key__isnull=False, planned_start__isnull=False)
    return list(coming.select_related("event", "account"))


def test_all_are_announced_with_a_place_and_a_team(sessions):
    assert sessions and all(each.event.is_announced and each.event.where and each.shares.exists() for each in sessions)


def test_again_changes_nothing(township, sessions):
    before = list(Event.objects.order_by("pk").values())
    assert announce(township, TODAY) == len(sessions)
    assert list(Event.objects.order_by("pk").values()) == before


def test_one_event_may_be_on_several_accounts(township):
    announce(township, datetime.date(2026, 11, 28))  # a week whose rota has such an evening
    assert Event.objects.annotate(accounts=Count("sessions")).filter(accounts=2).exists()


def test_a_booked_room_is_used_and_never_left(sessions):
    booked = [each for each in sessions if each.event.booking]
    assert booked
    assert all(each.event.booking.starts_at <= each.started_at for each in booked)
    assert all(each.ended_at <= each.event.booking.ends_at for each in booked)


def test_its_people_are_taken_for_that_time(sessions):
    with_crew = [each.event for each in sessions if each.event.crew.exists()]
    assert with_crew and all(
        Engagement.objects.filter(event_key=event.key).exists() or event.booking for event in with_crew
    )


def test_every_link_is_an_example_that_the_form_would_take(sessions):
    given = [each for each in sessions if each.reservation]
    assert given and all(checked(each.reservation, each.account.platform) for each in given)
    assert {link_in(each.reservation).split("/")[2] for each in given if link_in(each.reservation)} == {"example.com"}


def test_one_team_is_still_asked(sessions):
    asked = EventTeam.objects.exclude(answer=EventTeam.Answer.OWN)
    waiting = [part for part in asked if part.answer == EventTeam.Answer.ASKED]
    assert len(waiting) == min(1, len(asked))


def test_the_latest_past_ones_have_an_event_and_every_other_a_replay(township, sessions):
    past = Session.objects.filter(event__isnull=False, planned_start=None, ended_at__lte=timezone.now())
    replays = [bool(each.replay_url) for each in past.order_by("-started_at")]
    assert len(replays) == 8 and replays == [True, False] * 4
