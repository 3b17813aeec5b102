"""A livestream of a list is a session of ours by its account and its start."""

import datetime

import pytest

from livestreams.sales.session_lists import matching
from livestreams.sales.session_lists.matching import match
from livestreams.sales.session_lists.reading import ListRow
from livestreams.sales.times import as_aware
from livestreams.sessions.models import Session
from livestreams.teams.models import Account


def row(start: str = "2026-05-31 20:03:10", account: str | None = "9001", name: str = "", number: int = 2) -> ListRow:
    begins = as_aware(start)
    return ListRow(number, account, name or None, begins, begins + datetime.timedelta(hours=2), {"views": 1})


def matched(*rows: ListRow, chosen: Account | None = None) -> list[str]:
    return [found.session.slug for found in match(rows, Account.objects.all(), chosen)[0]]


def reasons(*rows: ListRow, chosen: Account | None = None) -> list[str]:
    return [left.reason for left in match(rows, Account.objects.all(), chosen)[1]]


@pytest.mark.parametrize(
    ("start", "fits"),
    [
        ("2026-05-31 20:03:10", True), ("2026-05-31 19:31:00", True), ("2026-05-31 19:29:00", False),
        ("2026-05-31 21:59:59", True), ("2026-05-31 22:00:00", False), ("2026-05-30 20:00:00", False),
    ],
)  # fmt: skip
def test_its_start_lies_within_the_session_or_near_its_own(session: Session, start: str, fits: bool):
    assert matched(row(start)) == (["alone"] if fits else [])


def test_near_what_was_planned_though_it_was_pressed_late(session: Session):
    late = session.started_at + datetime.timedelta(hours=1)
    Session.objects.filter(pk=session.pk).update(planned_start=session.started_at, started_at=late)
    assert matched(row("2026-05-31 19:45:00")) == ["alone"]


def test_of_two_sessions_the_nearer(session: Session):
    Session.objects.create(
        slug="next", title="夜场", township=session.township, account=session.account, started_at=session.ended_at,
        ended_at=session.ended_at + datetime.timedelta(hours=2),
    )  # fmt: skip
    assert matched(row("2026-05-31 21:50:00")) == ["next"]


def test_an_account_that_is_not_entered_is_told(session: Session):
    assert reasons(row(account="8888")) == [matching.NOT_OURS]


def test_a_name_that_one_account_alone_has_is_known(session: Session):
    assert matched(row(account="anyu_zhubo", name="主播甲")) == ["alone"]


def test_a_name_that_two_have_is_not_guessed(session: Session):
    Account.objects.create(
        platform="douyin", account_id="9002", kind="streamer", nickname="主播甲", township=session.township
    )
    assert reasons(row(account="anyu_zhubo", name="主播甲")) == [matching.NOT_OURS]


def test_a_list_without_accounts_wants_one_chosen(session: Session):
    assert reasons(row(account=None)) == [matching.NO_ACCOUNT]
    assert matched(row(account=None), chosen=session.account) == ["alone"]


def test_what_nobody_planned_is_told(session: Session):
    assert reasons(row("2026-05-29 20:00:00")) == [matching.NO_SESSION]


def test_of_two_rows_for_a_session_the_nearer_and_the_other_is_told(session: Session):
    rows = row("2026-05-31 21:00:00", number=2), row("2026-05-31 20:01:00", number=3)
    found, left = match(rows, Account.objects.all())
    assert ([each.row.number for each in found], [(each.row.number, each.reason) for each in left]) == (
        [3], [(2, matching.SECOND)],
    )  # fmt: skip


def test_the_chosen_account_is_for_rows_without_one_only(session: Session):
    assert matched(row(account="8888"), chosen=session.account) == []


def test_two_hundred_rows_are_matched_in_three_queries(session: Session, django_assert_num_queries):
    rows = [row("2026-05-31 20:03:10", number=number) for number in range(200)]
    with django_assert_num_queries(3):
        match(rows, Account.objects.all())
