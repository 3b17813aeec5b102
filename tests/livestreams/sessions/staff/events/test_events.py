"""Sessions at the desk: found among thousands, looked at, changed and cancelled with a reason."""

import datetime
import uuid

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from livestreams.rooms.changing import Hand
from livestreams.sessions import sharing
from livestreams.sessions.models import Event, EventTeam, Session
from livestreams.sessions.planning import cancel
from tests import people
from tests.livestreams.sessions.builders import stage as build_stage

LIST = "/admin/sessions/"
DAY = datetime.timedelta(1)


def titles(client, **asked) -> list[str]:
    return [row.title for row in client.get(LIST, asked).context.get("rows", [])]


def past(stage, title="表格场", **fields) -> Session:
    start = timezone.now() - 3 * DAY
    usual = {"slug": title, "title": title, "township": stage.centre.township, "account": stage.douyin,
             "started_at": start, "ended_at": start + DAY / 12}  # fmt: skip
    return Session.objects.create(**usual | fields)


def test_it_shows_what_is_planned_and_what_came_by_a_table(stage, desk, event_of):
    event_of(title="山楂场")
    past(stage)
    assert titles(desk) == ["山楂场", "表格场"]


def test_staff_of_another_township_see_none_of_it(stage, desk_of, event_of):
    event = event_of(title="山楂场")
    away = desk_of(build_stage("biechu").centre.staff)
    assert titles(away) == []
    assert away.get(reverse("live_sessions:event", args=[event.pk])).status_code == 404


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"state": "coming"}, ["山楂场"]), ({"state": "over"}, ["表格场"]), ({"state": "unplanned"}, ["表格场"]),
        ({"state": "on"}, []), ({"platform": "wechat"}, ["山楂场"]), ({"platform": "kuaishou"}, []),
        ({"q": "楂"}, ["山楂场"]), ({"q": "视频号 柏樱"}, ["山楂场"]), ({"q": "anyu-leader"}, ["山楂场"]),
        ({"q": "十四小只 没有"}, []), ({"q": "'"}, []), ({"q": "  "}, ["山楂场", "表格场"]),
    ],
)  # fmt: skip
def test_it_is_narrowed_down(stage, desk, event_of, asked, found):
    event_of(title="山楂场", accounts=[stage.wechat])
    past(stage)
    assert titles(desk, **asked) == found


def test_it_is_narrowed_down_to_days_and_a_team(stage, desk, event_of, evening):
    event_of(title="山楂场")
    past(stage)
    day = f"{evening:%Y-%m-%d}"
    assert titles(desk, day_from=day, day_to=day) == ["山楂场"]
    assert titles(desk, team=stage.ours.pk) == ["山楂场"]
    assert titles(desk, team=stage.theirs.pk) == []


def test_cancelled_events_are_found_by_their_state(stage, desk, event_of):
    cancel(event_of(title="山楂场"), Hand(stage.centre.leader, reason="下雨"))
    assert titles(desk) == []
    assert titles(desk, state="cancelled", q="下雨") == ["山楂场"]
    assert titles(desk, state="cancelled", q="没有") == []


@pytest.mark.parametrize("odd", [{"day_from": "yesterday"}, {"team": "x"}, {"state": "odd"}, {"platform": "odd"}])
def test_odd_filters_are_told(stage, desk, odd):
    page = desk.get(LIST, odd)
    assert page.status_code == 200 and 'role="alert"' in page.text


@pytest.mark.parametrize("page", ["0", "x", "99999999999999999999"])
def test_odd_pages_are_one_of_the_list(stage, desk, event_of, page):
    event_of(title="山楂场")
    assert titles(desk, page=page) == ["山楂场"]


def test_five_thousand_sessions_take_ten_queries(stage, desk, event_of, evening, django_assert_max_num_queries):
    event_of(accounts=[stage.douyin, stage.wechat])
    Session.objects.bulk_create(
        Session(slug=f"many-{number}", title="多", township=stage.centre.township, account=stage.douyin,
                started_at=evening - (number + 2) * DAY, ended_at=evening - (number + 2) * DAY + DAY / 12)
        for number in range(5000)
    )  # fmt: skip
    desk.get(LIST)
    with django_assert_max_num_queries(10):
        page = desk.get(LIST)
    assert page.context["page"].paginator.count == 5002
    with django_assert_max_num_queries(10):
        desk.get(LIST, {"q": "多", "team": stage.ours.pk, "state": "over"})


def test_the_page_tells_all_of_it(stage, desk, event_of):
    event = event_of(parts={stage.ours: 60, stage.theirs: 40}, note="带秤")
    event.items.create(position=1, product=stage.products[0], price_fen=5990, points="当天采摘")
    page = desk.get(reverse("live_sessions:event", args=[event.pk])).text
    assert all(word in page for word in ("下柏樱桃园", "带秤", "柳庄队 40%", "当天采摘", "大樱桃"))


def test_a_reader_sees_it_and_changes_nothing(stage, desk_of, event_of):
    event = event_of()
    reader = desk_of(people.reader_of(stage.centre.township, "reads"))
    page = reader.get(reverse("live_sessions:event", args=[event.pk])).text
    assert "change/" not in page and "cancel/" not in page
    assert reader.get(reverse("live_sessions:change_event", args=[event.pk])).status_code in (302, 403)
    reader.post(reverse("live_sessions:cancel_event", args=[event.pk]), {"reason": "试"})
    assert Event.objects.get().cancelled_at is None


def test_the_office_cancels_with_a_reason_alone(stage, desk, event_of):
    event = event_of()
    address = reverse("live_sessions:cancel_event", args=[event.pk])
    assert desk.post(address, {"reason": ""}).status_code == 422
    desk.post(address, {"reason": "全镇停电"})
    assert Event.objects.get().cancel_reason == "全镇停电"


def test_what_was_held_is_not_cancelled_at_the_desk_either(stage, desk, event_of):
    event = event_of()
    event.sessions.update(pressed_start=event.starts_at)
    answer = desk.post(reverse("live_sessions:cancel_event", args=[event.pk]), {"reason": "试"})
    assert answer.status_code == 409 and 'role="alert"' in answer.text


def office_fields(stage, evening, **said) -> dict:
    return {
        "title": "樱桃专场", "day": f"{evening:%Y-%m-%d}", "start": "20:00", "end": "22:00", "booking": "",
        "place": "下柏樱桃园", "accounts": [stage.douyin.pk], f"part_{stage.ours.pk}": 100,
        "job_host": [stage.centre.leader.pk], "is_announced": "on", "key": str(uuid.uuid4()), "reason": "改期",
    } | said  # fmt: skip


def test_the_office_changes_the_plan_and_the_reason_is_kept(stage, desk, event_of, evening):
    event = event_of()
    address = reverse("live_sessions:change_event", args=[event.pk])
    assert desk.get(address).status_code == 200
    desk.post(address, office_fields(stage, evening, title="晚樱桃", start="21:00", end="23:00"))
    event.refresh_from_db()
    assert (event.title, event.starts_at) == ("晚樱桃", evening + DAY / 24)
    assert event.changes.order_by("-pk")[0].reason == "改期"


def test_without_a_reason_the_plan_stays(stage, desk, event_of, evening):
    event = event_of()
    address = reverse("live_sessions:change_event", args=[event.pk])
    assert desk.post(address, office_fields(stage, evening, title="晚", reason="")).status_code == 422
    event.refresh_from_db()
    assert event.title == "樱桃专场"


def test_shares_that_the_office_says_count_at_once(stage, desk, event_of, evening):
    event = event_of()
    fields = office_fields(stage, evening, other_team=stage.theirs.pk, other_percent=30)
    desk.post(reverse("live_sessions:change_event", args=[event.pk]), fields)
    assert event.sessions.get().shares_by_slug() == {stage.ours.slug: 70, stage.theirs.slug: 30}
    assert not event.parts.filter(answer=EventTeam.Answer.ASKED).exists()


def test_the_office_takes_away_a_part_that_was_agreed(stage, desk, event_of, evening):
    event = event_of(parts={stage.ours: 60, stage.theirs: 40})
    sharing.answer(event.parts.get(team=stage.theirs), True, Hand(stage.centre.rival))
    desk.post(reverse("live_sessions:change_event", args=[event.pk]), office_fields(stage, evening))
    assert event.sessions.get().shares_by_slug() == {stage.ours.slug: 100}


def test_another_townships_staff_change_nothing(stage, desk_of, event_of, evening):
    event, away = event_of(), desk_of(build_stage("biechu").centre.staff)
    for name in ("change_event", "cancel_event"):
        answer = away.post(reverse(f"live_sessions:{name}", args=[event.pk]), office_fields(stage, evening, title="抢"))
        assert answer.status_code == 404
    assert (Event.objects.get().title, Event.objects.get().cancelled_at) == ("樱桃专场", None)


def test_the_list_stands_in_the_menu_of_the_centre(stage, desk):
    assert LIST in desk.get(reverse("rooms:week")).text


def test_the_newest_sessions_are_read_off_an_index(stage, db):
    """So that five thousand take no longer than five hundred."""
    rows = Session.objects.filter(township=stage.centre.township).order_by("-started_at", "-pk")[:50]
    told = rows.explain()
    assert "session_township_start" in told or connection.vendor == "postgresql"
