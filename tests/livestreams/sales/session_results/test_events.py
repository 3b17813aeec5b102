"""Several accounts at once are one event: money adds, and what was talked about has its minutes' orders."""

import datetime

import pytest

from livestreams.sales.session_results.clocks import clocks, is_from_table
from livestreams.sales.session_results.eyes import office
from livestreams.sales.session_results.result import Result, result_of
from livestreams.sessions.adopting import event_of
from livestreams.sessions.models import LineUpItem, Segment, Session
from livestreams.teams.models import Account, Team
from products.models import Product
from tests.livestreams.sales.builders import bring_rows, row
from tests.livestreams.sales.session_results.conftest import OWN_FEN
from zhunong.access.models import User


@pytest.fixture
def simulcast(sold: None, session: Session) -> Session:
    """The shared session's event is on a WeChat account too, where a line of eleven yuan was sold."""
    other = Session.objects.create(
        slug="on-wechat", title="合播视频号", township=session.township, event=event_of(session),
        account=Account.objects.get(account_id="3001"), started_at=session.started_at, ended_at=session.ended_at,
    )  # fmt: skip
    other.set_shares({Team.objects.get(slug="fourteen"): 100})
    bring_rows(row("wechat", "w1", amount="11.00", code="第一", placed="2026-05-30 21:00:00"))
    return other


def seen(clerk: User, session: Session) -> Result:
    return result_of(office(clerk), session.pk)


def test_money_adds_over_the_accounts_of_an_event(simulcast: Session, session: Session, clerk: User) -> None:
    found = seen(clerk, Session.objects.get(pk=session.pk))
    assert [sold.paid_fen for _session, sold in found.event] == [OWN_FEN, 1100]
    assert found.event_total.paid_fen == OWN_FEN + 1100 and found.sold.paid_fen == OWN_FEN


def test_an_event_of_one_session_tells_no_sum(sold: None, session: Session, clerk: User) -> None:
    assert seen(clerk, session).event == []


def test_the_other_account_is_not_an_earlier_session(simulcast: Session, session: Session, clerk: User) -> None:
    comparison = seen(clerk, simulcast).comparison
    assert comparison and session.pk not in {other.session.pk for other in comparison.others}


@pytest.fixture
def talked_about(sold: None, session: Session) -> Session:
    """Cherries from 20:50 to 21:10; pears from 21:30 on, nobody tapped an end."""
    event = event_of(session)
    begin = session.started_at
    spans = [("cherry", 50, 70), ("pear", 90, None)]
    for place, (slug, start, end) in enumerate(spans):
        item = LineUpItem.objects.create(event=event, position=place, product=Product.objects.get(slug=slug))
        until = None if end is None else begin + datetime.timedelta(minutes=end)
        Segment.objects.create(
            event=event, item=item, started_at=begin + datetime.timedelta(minutes=start), ended_at=until
        )
    return Session.objects.get(pk=session.pk)


def test_segments_have_what_was_ordered_in_their_minutes(talked_about: Session, clerk: User) -> None:
    cherry, pear = seen(clerk, talked_about).talked
    assert (cherry.minutes, cherry.paid_fen) == (20, 2000 + 3333 + 300)
    assert (pear.minutes, pear.paid_fen) == (30, 700)


def test_a_minute_of_talk_is_told(talked_about: Session, clerk: User) -> None:
    cherry, _pear = seen(clerk, talked_about).talked
    assert cherry.fen_a_minute == 282  # 56.33 yuan in twenty minutes


def test_a_tapped_segment_of_no_time_has_no_minute(talked_about: Session, clerk: User) -> None:
    Segment.objects.filter(item__product__slug="cherry").update(
        ended_at=talked_about.started_at + datetime.timedelta(minutes=50)
    )
    assert seen(clerk, talked_about).talked[0].fen_a_minute is None


def test_with_segments_it_still_takes_few_queries(talked_about: Session, desk, django_assert_max_num_queries) -> None:
    desk.get(f"/admin/sales/sessions/{talked_about.pk}/")
    with django_assert_max_num_queries(15):
        assert "talked" in desk.get(f"/admin/sales/sessions/{talked_about.pk}/").content.decode()


def test_three_times_stand_side_by_side_and_the_one_that_counts_is_marked(session: Session) -> None:
    session.planned_start, session.planned_end = session.started_at, session.ended_at + datetime.timedelta(hours=1)
    session.platform_start, session.platform_end = session.started_at, session.ended_at
    planned, pressed, platform = clocks(session)
    assert (planned.minutes, pressed.minutes, platform.minutes) == (180, None, 120)
    assert [(c.counts_from, c.counts_to) for c in (planned, pressed, platform)] == [
        (False, False),
        (False, False),
        (True, True),
    ]


def test_a_time_of_the_table_has_no_clock(session: Session) -> None:
    assert is_from_table(session)
