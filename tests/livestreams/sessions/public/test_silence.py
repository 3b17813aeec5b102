"""What the schedule keeps silent on: what is not announced, called off, far ahead, of another township, and persons."""

import pytest
from django.utils import timezone

from livestreams.sessions import planning
from livestreams.sessions.models import Event
from tests.livestreams.sessions.builders import hand, planned
from tests.livestreams.sessions.builders import stage as another_stage
from tests.livestreams.sessions.posters.conftest import catalogue_of
from tests.livestreams.sessions.public.builders import SCHEDULE, read, show, soon


@pytest.mark.parametrize("hours", [3, -1, -30])
def test_what_is_not_announced_is_told_nowhere(client, stage, hours):
    show(stage, hours, title="悄悄的", is_announced=False)
    assert "悄悄的" not in read(client)


def test_what_was_called_off_is_gone(client, stage):
    session = show(stage, title="取消的")
    planning.cancel(session.event, hand(stage.centre.leader))
    assert "取消的" not in read(client)


def test_a_cancelled_event_hides_what_is_left_of_it(client, stage):
    session = show(stage, title="取消的")
    Event.objects.filter(pk=session.event_id).update(cancelled_at=timezone.now())
    assert "取消的" not in read(client) and client.get(f"/live/{session.slug}/").status_code == 404


def test_no_person_is_named(client, stage):
    leader = stage.centre.leader
    leader.display_name = "王小穗"
    leader.save()
    begin, end = soon(2)
    session = planned(stage, starts_at=begin, ends_at=end).sessions.get()
    assert "王小穗" not in read(client) + read(client, f"/live/{session.slug}/")


def test_townships_are_apart(client, stage):
    show(stage, title="本镇的")
    other = another_stage("beside")
    show(other, title="邻镇的")
    first, second = read(client, f"{SCHEDULE}?township=anyu"), read(client, f"{SCHEDULE}?township=beside")
    assert "本镇的" in first and "邻镇的" not in first
    assert "邻镇的" in second and "本镇的" not in second


def test_a_site_shows_its_own_township_first(client, stage):
    show(stage, title="本镇的")
    other = another_stage("aaa-first")
    show(other, title="邻镇的")
    catalogue_of(stage.centre.township)
    assert "本镇的" in read(client) and "本镇的" in read(client, f"{SCHEDULE}?township=nowhere")


def test_far_ones_are_not_told_yet(client, stage):
    show(stage, 24 * 40, title="很远的")
    assert "很远的" not in read(client)
