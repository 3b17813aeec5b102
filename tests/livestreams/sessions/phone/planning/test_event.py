"""The page of an event: what it tells, what its team does with it, and who does not see it."""

import datetime

import pytest
from django.urls import reverse
from django.utils.translation import gettext as _

from livestreams.rooms.changing import Hand, cancel, change, give
from livestreams.sessions import sharing
from livestreams.sessions.models import Crew, EventCheck, EventTeam, Session
from livestreams.sessions.planning import plan
from tests.livestreams.sessions.builders import stage as build_stage
from tests.livestreams.sessions.builders import wanted

HOUR = datetime.timedelta(hours=1)


def page_of(client, event) -> str:
    return client.get(reverse("my_sessions:event", args=[event.pk])).text


def post(client, name, event, **fields):
    return client.post(reverse(f"my_sessions:{name}", args=[event.pk]), fields)


def in_room(event_of, row, **said):
    times = {"starts_at": row.starts_at, "ends_at": row.ends_at}
    return event_of(booking=row, place="", **times | said)


def test_it_says_when_where_who_and_on_what(stage, phone, event_of):
    page = page_of(phone, event_of(crew=[(stage.centre.leader, Crew.Job.HOST), (stage.centre.leader, Crew.Job.PACKER)]))
    assert "20:00–22:00" in page and "下柏樱桃园" in page and "十四小只" in page
    assert f"{Crew.Job.HOST.label}、{Crew.Job.PACKER.label}" in page


def test_a_member_of_the_team_sees_it_and_others_do_not(stage, phone_of, event_of):
    event = event_of()
    address = reverse("my_sessions:event", args=[event.pk])
    assert phone_of(stage.centre.member).get(address).status_code == 200
    assert phone_of(stage.centre.rival).get(address).status_code == 404
    assert phone_of(build_stage("biechu").centre.leader).get(address).status_code == 404


@pytest.mark.parametrize("name", ["edit", "cancel", "check", "take_over"])
def test_another_team_does_nothing_with_it(stage, phone_of, event_of, filled, name):
    event = event_of()
    fields = filled(reason="下雨", item="hosts", title="抢")
    assert post(phone_of(stage.centre.rival), name, event, **fields).status_code == 404
    event.refresh_from_db()
    assert (event.title, event.cancelled_at, event.checks.count()) == ("樱桃专场", None, 0)


def test_who_is_only_asked_answers_and_sees_no_more(stage, phone_of, event_of):
    event = event_of(parts={stage.ours: 60, stage.theirs: 40})
    part = event.parts.get(team=stage.theirs)
    phone = phone_of(stage.centre.rival)
    assert phone.get(reverse("my_sessions:answer", args=[part.pk])).status_code == 200
    assert phone.get(reverse("my_sessions:event", args=[event.pk])).status_code == 404


def test_a_yes_on_the_phone_gives_the_part(stage, phone_of, event_of):
    event = event_of(parts={stage.ours: 60, stage.theirs: 40})
    phone = phone_of(stage.centre.rival)
    answer = post(phone, "answer", event.parts.get(team=stage.theirs), answer="yes")
    assert answer["Location"] == reverse("my_sessions:event", args=[event.pk])
    assert Session.objects.get().shares_by_slug() == {stage.ours.slug: 60, stage.theirs.slug: 40}


def test_a_no_on_the_phone_leaves_all_with_us_and_its_reason_is_read(stage, phone, phone_of, event_of):
    event = event_of(parts={stage.ours: 60, stage.theirs: 40})
    post(phone_of(stage.centre.rival), "answer", event.parts.get(team=stage.theirs), answer="no", reason="那天采收")
    assert Session.objects.get().shares_by_slug() == {stage.ours.slug: 100}
    assert "那天采收" in page_of(phone, event)


def test_a_second_answer_is_told_and_changes_nothing(stage, phone_of, event_of):
    event = event_of(parts={stage.ours: 60, stage.theirs: 40})
    part, phone = event.parts.get(team=stage.theirs), phone_of(stage.centre.rival)
    post(phone, "answer", part, answer="yes")
    assert post(phone, "answer", part, answer="no").status_code == 409
    part.refresh_from_db()
    assert part.answer == EventTeam.Answer.AGREED


def test_nobody_answers_for_another_team(stage, phone, event_of):
    part = event_of(parts={stage.ours: 60, stage.theirs: 40}).parts.get(team=stage.theirs)
    assert post(phone, "answer", part, answer="yes").status_code == 404


def test_a_changed_plan_shows_in_the_event_and_its_record(stage, phone, event_of, filled):
    event = event_of()
    answer = post(phone, "edit", event, **filled(title="晚樱桃", start="21:00", end="23:00"))
    assert answer.status_code == 302
    page = page_of(phone, event)
    assert "晚樱桃" in page and "21:00–23:00" in page
    sentence = _("%(who)s changed the plan from %(before)s to %(after)s.")
    assert sentence.partition("%(before)s")[0] % {"who": stage.centre.leader} in page


def test_the_edit_form_begins_with_the_event_as_it_is(stage, phone, event_of):
    event = event_of(note="带秤", parts={stage.ours: 60, stage.theirs: 40})
    page = phone.get(reverse("my_sessions:edit", args=[event.pk])).text
    assert 'value="带秤"' in page and 'value="下柏樱桃园"' in page
    assert f'name="part_{stage.theirs.pk}" value="40"' in page


def test_once_agreed_the_other_teams_account_can_be_used_too(stage, phone, event_of, filled):
    event = event_of(parts={stage.ours: 60, stage.theirs: 40})
    sharing.answer(event.parts.get(team=stage.theirs), True, Hand(stage.centre.rival))
    parts = {f"part_{stage.ours.pk}": 60, f"part_{stage.theirs.pk}": 40}
    post(phone, "edit", event, **filled(accounts=[stage.douyin.pk, stage.rivals.pk], **parts))
    assert event.sessions.filter(account=stage.rivals).exists()


def test_it_is_cancelled_with_a_reason_alone(stage, phone, event_of):
    event = event_of()
    assert post(phone, "cancel", event, reason=" ").status_code == 422
    post(phone, "cancel", event, reason="下雨")
    event.refresh_from_db()
    assert event.cancel_reason == "下雨" and not event.sessions.exists()
    assert "下雨" in page_of(phone, event)


def test_what_was_on_air_is_not_cancelled_and_the_page_says_why(stage, phone, event_of):
    event = event_of()
    event.sessions.update(pressed_start=event.starts_at)
    answer = post(phone, "cancel", event, reason="下雨")
    assert answer.status_code == 409
    assert 'role="alert"' in answer.text and "十四小只" in answer.text


def test_a_check_is_ticked_once_with_who_when_and_a_note(stage, phone, phone_of, event_of):
    event = event_of()
    post(phone, "check", event, item="batch", note="批次 0601")
    post(phone_of(stage.centre.member), "check", event, item="batch", note="别的")
    check = EventCheck.objects.get()
    assert (check.by, check.note) == (stage.centre.leader, "批次 0601")
    assert "批次 0601" in page_of(phone, event)


def test_a_check_is_taken_back(stage, phone, event_of):
    event = event_of()
    post(phone, "check", event, item="hosts")
    post(phone, "check", event, item="hosts", undo="1")
    assert not EventCheck.objects.exists()


def test_an_unknown_check_is_told(stage, phone, event_of):
    assert post(phone, "check", event_of(), item="nothing").status_code == 409


def test_where_its_booking_was_moved_the_new_time_is_taken_over_in_one_tap(stage, phone, event_of, room_at_eight):
    event = in_room(event_of, room_at_eight)
    row = change(room_at_eight, stage.centre.left, event.starts_at + 3 * HOUR, event.ends_at + 3 * HOUR,
                 Hand(stage.centre.staff, of_the_office=True, reason="停电"))  # fmt: skip
    assert reverse("my_sessions:take_over", args=[event.pk]) in page_of(phone, event)
    post(phone, "take_over", event)
    event.refresh_from_db()
    assert (event.starts_at, event.ends_at) == (row.starts_at, row.ends_at)
    assert event.sessions.get().started_at == row.starts_at


def test_where_it_is_still_in_its_room_nothing_is_offered(stage, phone, event_of, room_at_eight):
    event = in_room(event_of, room_at_eight)
    assert "take-over" not in page_of(phone, event)
    assert post(phone, "take_over", event).status_code == 302


def test_where_its_booking_was_called_off_the_page_says_so_with_the_reason(stage, phone, event_of, room_at_eight):
    event = in_room(event_of, room_at_eight)
    cancel(room_at_eight, Hand(stage.centre.staff, of_the_office=True, reason="设备检修"))
    page = page_of(phone, event)
    assert "设备检修" in page and "take-over" not in page


def test_where_its_booking_was_given_away_the_page_says_to_whom(stage, phone, event_of, room_at_eight):
    event = in_room(event_of, room_at_eight)
    give(room_at_eight, stage.theirs, Hand(stage.centre.staff, of_the_office=True, reason="换"))
    assert "柳庄队" in page_of(phone, event)


def test_the_same_again_is_a_week_later_with_everything(stage, phone, event_of, evening):
    event = event_of(accounts=[stage.douyin, stage.wechat], crew=[(stage.centre.member, Crew.Job.CONTROL)])
    page = phone.get("/my/sessions/plan/", {"again": event.pk}).text
    assert f'value="{evening + datetime.timedelta(7):%Y-%m-%d}"' in page
    assert page.count(" checked") == 4  # two accounts, a person, announced
    assert f'name="again" value="{event.pk}"' in page


def test_the_same_again_passes_over_a_week_on_which_the_account_is_on_air(stage, phone, event_of, evening):
    event = event_of()
    event_of(starts_at=evening + datetime.timedelta(7), ends_at=evening + datetime.timedelta(7, 60))
    page = phone.get("/my/sessions/plan/", {"again": event.pk}).text
    assert f'value="{evening + datetime.timedelta(14):%Y-%m-%d}"' in page


def test_the_line_up_comes_along_once(stage, phone, event_of, filled, evening):
    event = event_of()
    event.items.create(position=1, product=stage.products[0], price_fen=5990)
    fields = filled(again=event.pk, day=f"{evening + datetime.timedelta(7):%Y-%m-%d}")
    phone.post("/my/sessions/plan/", fields)
    phone.post("/my/sessions/plan/", fields)
    copied = stage_event(event).items.all()
    assert [(item.product, item.price_fen) for item in copied] == [(stage.products[0], 5990)]


def stage_event(other):
    return type(other).objects.exclude(pk=other.pk).get()


def test_another_teams_event_is_not_held_again(stage, phone_of, event_of):
    event = event_of()
    assert phone_of(stage.centre.rival).get("/my/sessions/plan/", {"again": event.pk}).status_code == 404


def test_the_page_takes_few_queries(stage, phone, event_of, room_at_eight, django_assert_max_num_queries):
    accounts = [stage.douyin, stage.wechat, stage.shop]
    event = in_room(event_of, room_at_eight, accounts=accounts, parts={stage.ours: 60, stage.theirs: 40})
    with django_assert_max_num_queries(26):
        page_of(phone, event)


def test_a_plan_of_somebody_elsewhere_does_not_change_the_event(stage, phone, event_of, filled, evening):
    event = event_of()
    plan(wanted(stage, starts_at=evening + 4 * HOUR, ends_at=evening + 6 * HOUR, accounts=[stage.wechat]),
         Hand(stage.centre.leader))  # fmt: skip
    answer = post(phone, "edit", event, **filled(start="23:00", end="01:00"))
    assert answer.status_code == 409
    event.refresh_from_db()
    assert event.starts_at == evening
