"""What a session's result says: its own lines to the fen, late orders apart, parts, and provisional money."""

import datetime

import pytest
from django.http import Http404

from livestreams.sales.session_results.eyes import office
from livestreams.sales.session_results.kinds import Kind
from livestreams.sales.session_results.result import Result, result_of
from livestreams.sessions.models import PlatformFigures, Session
from tests.livestreams.sales.builders import bring_rows, row, totals
from tests.livestreams.sales.session_results.conftest import LIVE, OWN_FEN, seen_by
from zhunong.access.models import User


def seen(clerk: User, session: Session) -> Result:
    return result_of(office(clerk), session.pk)


def measures(sold: tuple) -> tuple[int, ...]:
    return tuple(sold[:5])


def test_the_sessions_own_are_its_row_of_the_totals(result: Result) -> None:
    assert measures(result.sold) == totals("session")["shared"]
    assert (result.sold.paid_fen, result.sold.refunded_fen) == (OWN_FEN, 3333)


def test_products_sum_to_the_session(result: Result) -> None:
    summed = tuple(map(sum, zip(*(row.sold for row in result.products), strict=True)))
    assert summed == tuple(result.sold) and [row.slug for row in result.products] == ["pear", "cherry", None]


def test_orders_after_the_end_stand_apart(result: Result) -> None:
    assert (result.late.lines, result.late.paid_fen) == (2, 4200)
    keys = {line.key for line in result.around.lines(Kind.LATE)}
    assert keys == {"late", "late-unmarked"}


def test_the_first_second_is_in_and_the_last_is_not(result: Result) -> None:
    keys = {line.key for line in result.around.lines(Kind.OWN)}
    assert "first" in keys and "late" not in keys and "before" not in keys


def test_late_orders_end_where_the_account_is_on_air_again(sold: None, session: Session, clerk: User) -> None:
    start = session.ended_at + datetime.timedelta(minutes=30)
    Session.objects.create(
        slug="next", title="下一场", township=session.township, account=session.account, started_at=start,
        ended_at=start + datetime.timedelta(hours=1),
    )  # fmt: skip
    assert seen(clerk, session).late.paid_fen == 4000


def test_provisional_money_is_told_until_a_later_file_settles_it(result: Result, session: Session, clerk: User) -> None:
    assert result.sold.provisional_fen == 700
    settled = row("douyin", "provisional", amount="7.00", placed="2026-05-30 21:59:59", mark="直播")
    bring_rows(settled, at="2026-06-11 08:00:00")
    again = seen(clerk, session)
    assert (again.sold.provisional_fen, again.sold.paid_fen) == (0, OWN_FEN)


def test_a_mark_that_moves_a_line_out_takes_its_money_along(result: Result, session: Session, clerk: User) -> None:
    moved = row("douyin", "provisional", amount="7.00", placed="2026-05-30 21:59:59", mark="商品卡")
    bring_rows(moved, at="2026-06-11 08:00:00")
    assert seen(clerk, session).sold.paid_fen == OWN_FEN - 700 == totals("session")["shared"][3]


def test_both_teams_parts_make_the_whole(result: Result) -> None:
    parts = {part.slug: part.sold for part in result.parts}
    assert set(parts) == {"fourteen", "feng-team"}
    assert sum(part.paid_fen for part in parts.values()) == result.sold.paid_fen
    assert {part.percent for part in result.parts} == {60, 40}


def test_a_team_sees_the_whole_and_its_own_part(sold: None, session: Session, neighbour: User) -> None:
    found = seen_by(neighbour, session)
    assert found.sold.paid_fen == OWN_FEN
    [part] = found.parts
    assert part.sold.paid_fen == totals("team")["feng-team"][3]


def test_late_orders_are_told_to_the_accounts_team_alone(
    sold: None, session: Session, member: User, neighbour: User
) -> None:
    assert seen_by(member, session).late.paid_fen == 4200
    assert seen_by(neighbour, session).late.paid_fen == 0


def test_strangers_are_told_to_who_keeps_the_shop(sold: None, session: Session, member: User, neighbour: User) -> None:
    assert seen_by(member, session).beside[Kind.STRANGERS].paid_fen == 500
    assert seen_by(neighbour, session).beside[Kind.STRANGERS].paid_fen == 0


def test_a_team_without_a_share_does_not_find_it(sold: None, session: Session, outsider: User) -> None:
    with pytest.raises(Http404):
        seen_by(outsider, session)


def test_past_midnight_is_the_same_session(world: object, clerk: User) -> None:
    session = Session.objects.get(slug="alone")
    session.ended_at = session.started_at + datetime.timedelta(hours=6)
    session.save()
    night = {"streamer": "9001", "mark": "直播"}
    bring_rows(
        row("douyin", "evening", amount="1.00", placed="2026-05-31 23:59:59", paid="2026-05-31 23:59:59", **night),
        row("douyin", "night", amount="2.00", placed="2026-06-01 01:59:59", paid="2026-06-01 02:30:00", **night),
        row("douyin", "morning", amount="4.00", placed="2026-06-01 02:00:00", paid="2026-06-01 02:30:00", **night),
    )
    found = seen(clerk, session)
    assert (found.sold.paid_fen, found.late.paid_fen) == (300, 400)
    assert measures(found.sold) == totals("session")["alone"]


def ratio(result: Result, name: str) -> str:
    return next(told.text for told in result.ratios if told.metric.name == name)


def test_ratios_are_of_our_paid_lines_and_the_platforms_views(result: Result, session: Session) -> None:
    PlatformFigures.objects.create(session=session, source="typed", views=2000, paid_fen=1)
    assert ratio(result, "gpm") == "36.67"  # 73.34 yuan for 2,000 views
    assert ratio(result, "gmv_per_hour") == "36.67"  # in two hours


def test_what_is_missing_is_a_dash(world: object, session: Session, clerk: User) -> None:
    found = seen(clerk, session)
    assert {told.text for told in found.ratios} == {"—"} and found.control is None and found.comparison is None


def test_refunds_are_of_the_same_lines(result: Result) -> None:
    assert ratio(result, "refund_rate_amt") == "45.45%" and ratio(result, "refund_rate_ord") == "20.00%"


def test_a_line_paid_days_later_is_still_the_sessions(result: Result, session: Session, clerk: User) -> None:
    bring_rows(row("douyin", "slow", amount="6.00", paid="2026-06-05 09:00:00", **LIVE), at="2026-06-11 08:00:00")
    assert seen(clerk, session).sold.paid_fen == OWN_FEN + 600
