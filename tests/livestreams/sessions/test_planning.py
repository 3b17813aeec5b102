"""Planning: one event, one or several sessions, in a room or an orchard; nobody in two places at once."""

import re

import pytest
from django.utils.translation import gettext

from livestreams.rooms.changing import change
from livestreams.rooms.models import Engagement
from livestreams.rooms.refusals import Elsewhere, Refused
from livestreams.sessions import planning
from livestreams.sessions.filling import was_held
from livestreams.sessions.models import Crew, Event, EventChange, Session
from tests.livestreams.rooms.builders import booked
from tests.livestreams.sessions.builders import Stage, at, hand, planned, wanted
from tests.livestreams.sessions.builders import stage as build_stage


def test_an_event_has_one_session_for_each_account(stage: Stage) -> None:
    event = planned(stage, accounts=[stage.douyin, stage.wechat, stage.shop])
    sessions = event.sessions.order_by("account__platform")
    assert [(row.account.platform, row.started_at, row.ended_at) for row in sessions] == [
        ("douyin", at(20), at(22)), ("pinduoduo", at(20), at(22)), ("wechat", at(20), at(22)),
    ]  # fmt: skip
    assert all(row.shares_by_slug() == {stage.ours.slug: 100} for row in sessions)


def test_a_form_sent_twice_makes_one_event(stage: Stage) -> None:
    plan = wanted(stage)
    first = planning.plan(plan, hand(stage.centre.leader))
    assert planning.plan(plan, hand(stage.centre.leader)) == first
    assert Session.objects.count() == 1


def test_an_event_in_a_booked_room_stays_within_its_booking(stage: Stage) -> None:
    row = booked(stage.centre.left, stage.ours, at(20), 90, stage.centre.leader)
    with pytest.raises(Refused, match="20:00–21:30"):
        planned(stage, booking=row, place="")
    event = planned(stage, booking=row, place="", ends_at=at(21.5))
    assert event.where == "左直播间"


def test_the_crew_of_an_event_comes_to_its_booking(stage: Stage) -> None:
    row = booked(stage.centre.left, stage.ours, at(20), 120, stage.centre.leader)
    planned(stage, booking=row, place="", crew=[(stage.centre.member, Crew.Job.HOST)])
    assert [each.person for each in row.engagements.all()] == [stage.centre.member]


def test_nobody_is_planned_twice_at_once_in_two_orchards(stage: Stage) -> None:
    planned(stage)
    with pytest.raises(Elsewhere, match="下柏樱桃园"):
        planned(stage, starts_at=at(21), ends_at=at(23), accounts=[stage.wechat])
    assert Event.objects.count() == 1


def test_nobody_is_planned_in_an_orchard_who_is_booked_in_a_room(stage: Stage) -> None:
    booked(stage.centre.left, stage.ours, at(21), 60, stage.centre.leader, people=[stage.centre.leader])
    with pytest.raises(Elsewhere, match="左直播间"):
        planned(stage)


def test_who_does_two_jobs_is_in_the_event_once(stage: Stage) -> None:
    both = [(stage.centre.leader, Crew.Job.HOST), (stage.centre.leader, Crew.Job.PACKER)]
    event = planned(stage, crew=both)
    assert event.crew.count() == 2
    assert Engagement.objects.filter(event_key=event.key).count() == 1


def test_two_sessions_of_one_account_do_not_overlap(stage: Stage) -> None:
    planned(stage)
    with pytest.raises(Refused, match="樱桃专场"):
        planned(stage, starts_at=at(21), ends_at=at(23), crew=[])


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"ends_at": at(20)}, "The end must come after the start."),
        ({"ends_at": at(20, day=2)}, "That is longer than a day: look at the day of the end."),
        ({"accounts": []}, "Choose at least one account to broadcast on."),
        ({"place": " "}, "Say where it is: choose a booking, or write the place."),
    ],
)
def test_a_plan_that_cannot_be_is_refused_in_one_sentence(stage: Stage, said: dict, sentence: str) -> None:
    with pytest.raises(Refused, match=re.escape(gettext(sentence))):
        planned(stage, **said)
    assert not Event.objects.exists()


def test_a_changed_plan_moves_its_sessions_and_people(stage: Stage) -> None:
    event = planned(stage)
    later = wanted(stage, starts_at=at(21), ends_at=at(23), title="晚樱桃", accounts=[stage.douyin, stage.wechat])
    planning.change_plan(event, later, hand(stage.centre.leader))
    assert {(row.title, row.started_at) for row in event.sessions.all()} == {("晚樱桃", at(21))}
    assert Engagement.objects.get(event_key=event.key).starts_at == at(21)


def test_an_account_left_out_of_a_changed_plan_has_no_session(stage: Stage) -> None:
    event = planned(stage, accounts=[stage.douyin, stage.wechat])
    planning.change_plan(event, wanted(stage), hand(stage.centre.leader))
    assert [row.account for row in event.sessions.all()] == [stage.douyin]


def test_a_cancelled_event_frees_its_people_and_its_accounts(stage: Stage) -> None:
    event = planned(stage)
    planning.cancel(event, hand(stage.centre.leader, reason="下雨"))
    assert not Engagement.objects.exists()
    assert not Session.objects.exists()
    event.refresh_from_db()
    assert event.cancel_reason == "下雨"


def test_what_was_on_air_is_not_cancelled(stage: Stage) -> None:
    event = planned(stage)
    event.sessions.update(pressed_start=at(20))
    with pytest.raises(Refused, match=re.escape(was_held(event.sessions.get()))):
        planning.cancel(event, hand(stage.centre.leader))


def test_every_act_is_recorded_with_who(stage: Stage) -> None:
    event = planned(stage)
    planning.cancel(event, hand(stage.centre.member, reason="下雨"))
    acts = [(each.act, each.by) for each in event.changes.order_by("pk")]
    assert acts == [(EventChange.Act.PLANNED, stage.centre.leader), (EventChange.Act.CANCELLED, stage.centre.member)]


def test_who_was_in_a_room_may_go_to_an_orchard_at_the_same_time(stage: Stage) -> None:
    row = booked(stage.centre.left, stage.ours, at(20), 120, stage.centre.leader)
    event = planned(stage, booking=row, place="")
    planning.change_plan(event, wanted(stage), hand(stage.centre.leader))
    assert not row.engagements.exists()
    assert Engagement.objects.get().event_key == event.key


def test_an_event_does_not_outstay_a_booking_that_was_shortened_meanwhile(stage: Stage) -> None:
    row = booked(stage.centre.left, stage.ours, at(20), 120, stage.centre.leader)
    plan = wanted(stage, booking=row, place="")
    change(row, row.room, at(20), at(21), hand(stage.centre.leader))
    with pytest.raises(Refused, match="20:00–21:00"):
        planning.plan(plan, hand(stage.centre.leader))
    assert not Event.objects.exists()


def test_a_booking_keeps_the_people_of_its_other_event(stage: Stage) -> None:
    row = booked(stage.centre.left, stage.ours, at(20), 120, stage.centre.leader)
    planned(stage, booking=row, place="", ends_at=at(21))
    second = planned(
        stage, booking=row, place="", starts_at=at(21), accounts=[stage.wechat], crew=[(stage.centre.member, "host")]
    )
    planning.cancel(second, hand(stage.centre.leader, reason="下雨"))
    assert [each.person for each in row.engagements.all()] == [stage.centre.leader]


def test_teams_of_two_townships_share_no_event(stage: Stage) -> None:
    away = build_stage("biechu")
    with pytest.raises(Refused):
        planned(stage, parts={stage.ours: 60, away.ours: 40})
    assert not Event.objects.exists()


def test_somebody_elses_key_makes_nothing(stage: Stage) -> None:
    plan = wanted(stage)
    planning.plan(plan, hand(stage.centre.leader))
    with pytest.raises(Refused):
        planning.plan(plan, hand(stage.centre.rival))
