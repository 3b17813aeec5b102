"""The compliance sheet: who, what, when, looked at by whom; and that it is still there when somebody asks."""

import datetime

import pytest
from django.db.models import ProtectedError

from livestreams.rooms.refusals import Refused
from livestreams.sales.models import Line
from livestreams.sessions.compliance import kept_until, sheet_of
from livestreams.sessions.models import Event, EventCheck, Session
from livestreams.sessions.planning import cancel
from livestreams.sessions.segments import tap
from products.models import Batch, BuyingWay
from tests.livestreams.sales.builders import bring_rows, row
from tests.livestreams.sessions.builders import Stage, at, hand, planned
from tests.livestreams.sessions.lines import put, put_three
from zhunong.places.models import Village


@pytest.fixture
def event(stage: Stage) -> Event:
    return planned(stage)


@pytest.fixture
def sold(stage: Stage) -> Session:
    """A session on our shop in which something was sold."""
    session = planned(stage, accounts=[stage.shop]).sessions.get()
    shop = stage.shop.account_id
    bring_rows(row("pinduoduo", "k1", paid="2026-06-01 20:30:00", placed="2026-06-01 20:30:00"), account=shop)
    assert Line.objects.get().session == session
    return session


def test_hosts_are_named_with_who_looked_at_their_identity(stage: Stage, event: Event):
    EventCheck.objects.create(event=event, item=EventCheck.Item.HOSTS, by=stage.centre.member)
    sheet = sheet_of(event)
    assert [each.person for each in sheet.hosts] == [stage.centre.leader]
    assert sheet.checks[0].check and sheet.checks[0].check.by == stage.centre.member


def test_what_nobody_ticked_stays_open(event: Event):
    assert [each.check for each in sheet_of(event).checks] == [None] * len(EventCheck.Item)


def test_every_product_has_its_batch_and_when_it_was_on(stage: Stage, event: Event):
    village = Village.objects.create(slug="xiabai", name="下柏村", township=stage.centre.township)
    batch = Batch.objects.create(product=stage.products[0], village=village, number="B1", picked_on=at(8).date())
    item = put(stage, event, batch=batch)
    tap(event, 0, item.pk, at(20))
    tap(event, item.pk, 0, at(20.5))
    shown = sheet_of(event).items[0]
    assert shown.item.batch == batch
    assert [tuple(window) for window in shown.at] == [(at(20), at(20.5))]


def test_words_are_marked_where_they_stand(stage: Stage, event: Event):
    put(stage, event, 0, points="脆甜")
    put(stage, event, 1, points="最甜")
    sheet = sheet_of(event)
    assert [each.said.words if each.said else "" for each in sheet.items] == ["", "最甜"]
    assert not sheet.is_clean


def test_sellers_are_those_of_the_products_shown(stage: Stage, event: Event):
    put(stage, event, 0)
    for number, seller in enumerate(("下柏合作社", "柳庄合作社")):
        BuyingWay.objects.create(product=stage.products[number], kind="phone", seller=seller, value="0359")
    assert sheet_of(event).sellers == ["下柏合作社"]


def test_three_sources_of_time_stand_side_by_side(stage: Stage, event: Event):
    event.sessions.update(pressed_start=at(20.1), pressed_end=at(22.1))
    shown = sheet_of(event).sessions[0]
    assert [tuple(window) if window else None for _source, window in shown.times] == [
        (at(20), at(22)),
        (at(20.1), at(22.1)),
        None,
    ]


def test_kept_for_three_years_from_the_end_that_counts(event: Event):
    assert sheet_of(event).kept_until == datetime.date(2029, 6, 1)


def test_leap_day_has_an_end_too():
    assert kept_until(at(22).replace(year=2028, month=2, day=29)) == datetime.date(2031, 2, 28)


def test_queries_do_not_grow_with_the_line_up(stage: Stage, event: Event, django_assert_max_num_queries):
    put_three(stage, event)
    with django_assert_max_num_queries(13):
        sheet_of(event)


def test_session_with_credited_lines_is_not_deleted(sold: Session):
    with pytest.raises(ProtectedError):
        sold.delete()


def test_event_of_a_session_with_credited_lines_is_not_called_off(stage: Stage, sold: Session):
    assert sold.event
    with pytest.raises(Refused) as refused:
        cancel(sold.event, hand(stage.centre.leader))
    assert refused.value.sentence
    assert Session.objects.filter(pk=sold.pk, event__cancelled_at=None).exists()
