"""The record of sessions at the desk: in words, narrowed down, as a workbook, of one's own township alone."""

import io

from openpyxl import load_workbook

from livestreams.rooms.changing import Hand
from livestreams.sessions import sharing
from livestreams.sessions.models import EventChange
from livestreams.sessions.planning import cancel
from livestreams.sessions.telling import SENTENCES, told
from tests.livestreams.sessions.builders import stage as build_stage

RECORD = "/admin/sessions/changes/"


def test_every_act_has_words():
    assert set(SENTENCES) == set(EventChange.Act)


def test_it_tells_who_did_what_and_why(stage, desk, event_of):
    cancel(event_of(title="山楂场"), Hand(stage.centre.leader, reason="下雨"))
    page = desk.get(RECORD).text
    assert page.count(f"{stage.centre.leader}") >= 2
    assert "山楂场" in page and "下雨" in page


def test_a_change_that_moved_nothing_named_is_told_as_such(stage, event_of):
    change = EventChange(event=event_of(), act="changed", before="甲", after="甲", by=stage.centre.leader)
    assert told(change).count("甲") == 1


def test_it_is_narrowed_down(stage, desk, event_of, evening):
    event = event_of(parts={stage.ours: 60, stage.theirs: 40})
    sharing.answer(event.parts.get(team=stage.theirs), True, Hand(stage.centre.rival))
    event_of(title="山楂场", starts_at=evening.replace(hour=8), ends_at=evening.replace(hour=9))
    acts = [change.act for change, _sentence in desk.get(RECORD, {"team": stage.theirs.pk}).context["changes"]]
    assert set(acts) == {"planned", "agreed"}
    assert len(desk.get(RECORD, {"act": "agreed"}).context["changes"]) == 1
    assert len(desk.get(RECORD, {"q": "山楂"}).context["changes"]) == 1
    assert 'role="alert"' in desk.get(RECORD, {"day_from": "x"}).text


def test_another_township_sees_none_of_it(stage, desk_of, event_of):
    event_of(title="山楂场")
    away = desk_of(build_stage("biechu").centre.staff)
    assert "山楂场" not in away.get(RECORD).text
    assert "山楂场" not in str(away.get(RECORD, {"format": "xlsx"}).content)


def test_the_workbook_has_the_same_rows(stage, desk, event_of):
    event_of(title="山楂场")
    answer = desk.get(RECORD, {"format": "xlsx"})
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    rows = list(sheet.values)
    assert len(rows) == 2 and "山楂场" in str(rows[1])


def test_it_takes_few_queries(stage, desk, event_of, django_assert_max_num_queries):
    event = event_of()
    EventChange.objects.bulk_create(
        EventChange(event=event, session=event.sessions.get(), act="pressed", after="start", by=stage.centre.leader)
        for _number in range(60)
    )
    with django_assert_max_num_queries(10):
        desk.get(RECORD)
