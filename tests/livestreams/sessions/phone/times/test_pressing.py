"""The two buttons on the phone: on air, and over."""

import datetime
from collections.abc import Callable

import pytest
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from livestreams.sessions.models import Event, Session
from tests.livestreams.sessions.builders import Stage, planned
from zhunong.access.models import User

HOUR = datetime.timedelta(hours=1)


def phone_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def event(stage: Stage) -> Event:
    """On two accounts, half an hour under way."""
    start = timezone.now().replace(microsecond=0) - HOUR / 2
    return planned(stage, starts_at=start, ends_at=start + 2 * HOUR, accounts=[stage.douyin, stage.wechat])


@pytest.fixture
def tap(stage: Stage, event: Event) -> Callable[..., str]:
    """Taps, and returns the page that follows."""

    def tapped(which: str, by: User | None = None, **more: object) -> str:
        address = reverse("my_sessions:press", args=[event.pk])
        return phone_of(by or stage.centre.member).post(address, {"which": which, **more}, follow=True).text

    return tapped


def buttons(event: Event, **more: object) -> str:
    source = "{% load session_times %}{% press_buttons event back='live' %}"
    return Template(source).render(Context({"event": Event.objects.get(pk=event.pk), **more}))


def test_one_tap_starts_all_accounts(tap, event):
    tap("start")
    assert event.sessions.exclude(pressed_start=None).count() == 2


def test_a_tap_for_one_account_leaves_the_other(tap, event):
    one = event.sessions.first()
    tap("start", session=one.pk)
    assert [each.pk for each in event.sessions.exclude(pressed_start=None)] == [one.pk]


def test_the_end_is_noted_too(tap, event):
    tap("end")
    ended = event.sessions.get(account__platform="douyin")
    assert ended.pressed_end and abs(ended.ended_at - timezone.now()) < HOUR / 10


def test_an_unknown_word_is_told_in_one_sentence(tap, event):
    assert "打开" in tap("banana")
    assert not event.sessions.exclude(pressed_start=None).exists()


@pytest.mark.parametrize("session", ["0", "x", "99999999"])
def test_a_session_of_another_event_is_not_pressed(tap, event, session):
    tap("start", session=session)
    assert not Session.objects.exclude(pressed_start=None).exists()


def test_another_team_cannot_press(stage: Stage, event: Event):
    address = reverse("my_sessions:press", args=[event.pk])
    assert phone_of(stage.centre.rival).post(address, {"which": "start"}).status_code == 404


def test_a_look_presses_nothing(stage: Stage, event: Event):
    address = reverse("my_sessions:press", args=[event.pk])
    assert phone_of(stage.centre.member).get(address).status_code == 405


def test_buttons_follow_what_was_pressed(tap, event):
    assert ('value="start"' in buttons(event), 'value="end"' in buttons(event)) == (True, False)
    tap("start")
    assert ('value="start"' in buttons(event), 'value="end"' in buttons(event)) == (False, True)
    earlier = timezone.now() - HOUR / 4
    Session.objects.update(pressed_start=earlier, started_at=earlier)
    tap("end")
    assert ('value="start"' in buttons(event), 'value="end"' in buttons(event)) == (False, False)


def test_buttons_of_a_cancelled_event_are_none(event):
    Event.objects.update(cancelled_at=timezone.now())
    assert buttons(event).strip() == ""


def test_buttons_far_from_the_time_are_none_but_the_times_are_told(event):
    Session.objects.update(started_at=timezone.now() + 5 * HOUR, ended_at=timezone.now() + 6 * HOUR)
    assert 'name="which"' not in buttons(event)
    assert reverse("my_sessions:times", args=[event.sessions.first().pk]) in buttons(event)


def test_buttons_ask_one_query(event, django_assert_num_queries):
    source = Template("{% load session_times %}{% press_buttons event %}")
    with django_assert_num_queries(1):
        source.render(Context({"event": event}))
