"""The plan form: from a booking in one tap, or from an orchard; what is typed is never lost."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from livestreams.sessions.models import Crew, Event, EventTeam, Session
from livestreams.sessions.phone.planning import choices
from livestreams.teams.models import Membership
from tests import people

PLAN = "/my/sessions/plan/"


def checked(page: str, name: str, value: object) -> bool:
    return f'name="{name}" value="{value}"' in page and any(
        f'name="{name}" value="{value}"' in tag and "checked" in tag for tag in page.split("<input")
    )


def test_a_filled_form_makes_an_event_and_leads_to_it(stage, phone, filled, evening):
    answer = phone.post(PLAN, filled())
    event = Event.objects.get()
    assert answer["Location"] == reverse("my_sessions:event", args=[event.pk])
    assert (event.starts_at, event.ends_at, event.where) == (
        evening,
        evening + datetime.timedelta(hours=2),
        "下柏樱桃园",
    )


def test_one_tap_from_a_booking_fills_in_its_time_room_and_people(stage, phone, room_at_eight, evening):
    page = phone.get(PLAN, {"booking": room_at_eight.pk}).text
    assert f'value="{evening:%Y-%m-%d}"' in page
    assert 'value="20:00"' in page and 'value="21:30"' in page
    assert f'<option value="{room_at_eight.pk}" selected>' in page
    assert checked(page, "job_host", stage.centre.member.pk)


def test_from_a_booking_accounts_title_and_jobs_are_those_of_last_time(stage, phone, event_of, room_at_eight):
    crew = [(stage.centre.leader, Crew.Job.CONTROL)]
    event_of(starts_at=timezone.now(), ends_at=timezone.now() + datetime.timedelta(hours=1), title="大樱桃早市",
             accounts=[stage.wechat], crew=crew)  # fmt: skip
    page = phone.get(PLAN, {"booking": room_at_eight.pk}).text
    assert 'value="大樱桃早市"' in page
    assert checked(page, "accounts", stage.wechat.pk) and not checked(page, "accounts", stage.douyin.pk)
    assert checked(page, "job_control", stage.centre.leader.pk) and not checked(
        page, "job_host", stage.centre.leader.pk
    )


def test_a_booking_far_ahead_is_among_the_choices_too(stage, phone, room_at_eight, monkeypatch):
    monkeypatch.setattr(choices, "MOST_BOOKINGS", 0)
    assert f'<option value="{room_at_eight.pk}" selected>' in phone.get(PLAN, {"booking": room_at_eight.pk}).text
    assert 'name="booking"' not in phone.get(PLAN).text


def test_the_form_from_a_booking_can_be_sent_as_it_is(stage, phone, filled, room_at_eight):
    phone.post(PLAN, filled(booking=room_at_eight.pk, place="", end="21:30"))
    assert Event.objects.get().booking == room_at_eight
    assert [each.person for each in room_at_eight.engagements.all()] == [stage.centre.leader]


def test_an_end_before_the_start_is_on_the_next_day(stage, phone, filled, evening):
    phone.post(PLAN, filled(start="22:00", end="00:30"))
    assert Event.objects.get().ends_at == evening + datetime.timedelta(hours=4.5)


def test_several_accounts_at_once_are_one_event(stage, phone, filled):
    phone.post(PLAN, filled(accounts=[stage.douyin.pk, stage.wechat.pk, stage.shop.pk]))
    assert Event.objects.get().sessions.count() == 3


def test_the_form_offers_own_accounts_and_the_shop_where_files_name_no_streamer(stage, phone):
    page = phone.get(PLAN).text
    assert "十四小只拼多多店" in page and "十四小只视频号" in page
    assert "柳庄主播" not in page


def test_nobody_plans_on_another_teams_account(stage, phone, filled):
    answer = phone.post(PLAN, filled(accounts=[stage.rivals.pk]))
    assert answer.status_code == 422
    assert not Event.objects.exists()


def test_an_invited_team_lends_no_account_before_its_yes(stage, phone, filled):
    """Else the sales of its account would be ours until it says no."""
    fields = filled(accounts=[stage.rivals.pk], other_team=stage.theirs.pk, other_percent=1)
    assert phone.post(PLAN, fields).status_code == 422
    assert not Session.objects.exists()


def test_a_double_tap_makes_one_event(stage, phone, filled):
    fields = filled()
    places = [phone.post(PLAN, fields)["Location"] for _tap in range(2)]
    assert places[0] == places[1] and Event.objects.count() == 1


def test_another_team_is_asked_and_its_part_comes_off_ours(stage, phone, filled):
    phone.post(PLAN, filled(other_team=stage.theirs.pk, other_percent=40))
    parts = {part.team: (part.percent, part.answer) for part in EventTeam.objects.all()}
    assert parts == {stage.ours: (60, EventTeam.Answer.OWN), stage.theirs: (40, EventTeam.Answer.ASKED)}
    assert Session.objects.get().shares_by_slug() == {stage.ours.slug: 100}


def test_planner_is_told_whose_yes_is_needed(stage, phone, filled):
    page = phone.post(PLAN, filled(other_team=stage.theirs.pk, other_percent=40), follow=True).text
    told = _("Planned. %(teams)s are asked to share: until they say yes, the sales count for your teams alone.")
    assert told % {"teams": "柳庄队"} in page


def test_half_an_invitation_is_refused(stage, phone, filled):
    sentence = _("Choose the other team and say its per cent, or neither.")
    assert sentence in phone.post(PLAN, filled(other_percent=40)).text
    assert not Event.objects.exists()


def test_who_is_in_two_teams_finds_the_parts_of_last_time(stage, phone, filled):
    Membership.objects.create(team=stage.centre.third, user=stage.centre.leader, valid_from=people.LONG_AGO)
    phone.post(PLAN, filled(**{f"part_{stage.ours.pk}": 30, f"part_{stage.centre.third.pk}": 70}))
    page = phone.get(PLAN).text
    assert f'name="part_{stage.centre.third.pk}" value="70"' in page
    assert f'name="part_{stage.ours.pk}" value="30"' in page


def test_shares_that_do_not_sum_are_refused_in_one_sentence(stage, phone, filled):
    answer = phone.post(PLAN, filled(**{f"part_{stage.ours.pk}": 60}))
    assert answer.status_code == 409
    assert _("The shares of the teams must sum to 100 per cent.") in answer.text


def test_a_refused_form_keeps_what_was_typed(stage, phone, filled):
    page = phone.post(PLAN, filled(place="", note="带好泡沫箱", job_packer=[stage.centre.member.pk])).text
    assert _("Say where it is: choose a booking, or write the place.") in page
    assert 'value="带好泡沫箱"' in page and 'value="樱桃专场"' in page
    assert checked(page, "job_packer", stage.centre.member.pk) and checked(page, "accounts", stage.douyin.pk)


def test_who_is_elsewhere_then_is_named_with_where(stage, phone, filled, event_of):
    event_of(accounts=[stage.wechat], place="郑柴冷库")
    page = phone.post(PLAN, filled()).text
    assert str(stage.centre.leader) in page and "郑柴冷库" in page
    assert Event.objects.count() == 1


def test_people_of_the_roster_of_that_day_alone_can_be_chosen(stage, phone, filled, evening):
    left = people.member_of(stage.ours, "left", until=evening.date())
    stays = people.member_of(stage.ours, "stays", until=evening.date() + datetime.timedelta(1))
    assert phone.post(PLAN, filled(job_host=[left.pk])).status_code == 422
    assert phone.post(PLAN, filled(job_host=[stays.pk])).status_code == 302


def test_people_of_an_invited_team_are_shown_when_asked_for(stage, phone, filled):
    fields = filled(other_team=stage.theirs.pk, other_percent=40, look="1", note="记得补光灯")
    page = phone.post(PLAN, fields).text
    assert f'name="job_host" value="{stage.centre.rival.pk}"' in page
    assert 'value="记得补光灯"' in page and not Event.objects.exists()


def test_somebody_of_an_invited_team_may_be_planned(stage, phone, filled):
    fields = filled(other_team=stage.theirs.pk, other_percent=40, job_control=[stage.centre.rival.pk])
    phone.post(PLAN, fields)
    assert Crew.objects.filter(person=stage.centre.rival, job=Crew.Job.CONTROL).exists()


def test_a_reservation_link_is_of_its_own_session_alone(stage, phone, filled):
    link = "https://v.douyin.com/abc/"
    phone.post(PLAN, filled(accounts=[stage.douyin.pk, stage.wechat.pk], **{f"reservation_{stage.douyin.pk}": link}))
    links = dict(Session.objects.values_list("account__platform", "reservation"))
    assert links == {"douyin": link, "wechat": ""}


def test_another_platforms_link_is_refused(stage, phone, filled):
    answer = phone.post(PLAN, filled(**{f"reservation_{stage.douyin.pk}": "https://v.kuaishou.com/abc"}))
    assert answer.status_code == 422
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    "odd",
    [
        {"day": "2026-13-45"}, {"day": "9999-12-31"}, {"start": "25:99"}, {"key": "no"}, {"title": "  "},
        {"accounts": ["x"]}, {"booking": "99999999999999999999"},
    ],
)  # fmt: skip
def test_odd_input_is_told_in_the_page(stage, phone, filled, odd):
    answer = phone.post(PLAN, filled(**odd))
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


@pytest.mark.parametrize("name", ["booking", "again"])
@pytest.mark.parametrize("value", ["x", "0", "99999999999999999999"])
def test_an_address_of_nothing_is_a_plain_404(stage, phone, name, value):
    assert phone.get(PLAN, {name: value}).status_code == 404


def test_another_teams_booking_is_not_told(stage, phone_of, room_at_eight):
    assert phone_of(stage.centre.rival).get(PLAN, {"booking": room_at_eight.pk}).status_code == 404


def test_who_is_in_no_team_is_told_so(stage, phone_of):
    answer = phone_of(people.person("root", is_superuser=True)).get(PLAN)
    assert _("You are in no team today: ask your team leader to enter you.") in answer.text


def test_the_form_takes_few_queries_and_is_small(stage, phone, event_of, room_at_eight, django_assert_max_num_queries):
    event_of(place="果园", crew=[])
    with django_assert_max_num_queries(20):
        page = phone.get(PLAN, {"booking": room_at_eight.pk})
    assert len(page.content) < 16_000
