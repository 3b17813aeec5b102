"""The control total: causes and what is left sum to the difference, whatever the figures are."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from livestreams.sales.session_results.control import LESS, MORE, Known, control
from livestreams.sales.session_results.kinds import Kind
from livestreams.sales.session_results.result import Result
from livestreams.sessions.models import PlatformFigures, Session
from tests.livestreams.sales.session_results.conftest import OWN_FEN, seen_by
from zhunong.access.models import User

fen = some.integers(min_value=0, max_value=10**12)
known = some.builds(Known, some.integers(0, 1000), fen, fen)
all_known = some.dictionaries(some.sampled_from([*MORE, *LESS, Kind.UNMAPPED]), known)


@given(fen, fen, all_known)
def test_causes_and_the_rest_sum_to_the_difference(platform: int, ours: int, there: dict[Kind, Known]) -> None:
    found = control(platform, ours, there)
    assert sum(cause.explains_fen for cause in found.causes) + found.rest_fen == platform - ours


@given(fen, fen, all_known)
def test_no_cause_explains_more_than_there_is_of_it(platform: int, ours: int, there: dict[Kind, Known]) -> None:
    found = control(platform, ours, there)
    assert all(abs(cause.explains_fen) <= cause.fen for cause in found.causes)
    assert {cause.kind for cause in found.causes} >= set(there)


@given(fen, fen, all_known)
def test_no_cause_makes_the_rest_greater(platform: int, ours: int, there: dict[Kind, Known]) -> None:
    found = control(platform, ours, there)
    assert abs(found.rest_fen) <= abs(found.difference_fen)
    assert found.rest_fen * found.difference_fen >= 0


@given(fen, all_known)
def test_where_nothing_differs_nothing_is_explained(same: int, there: dict[Kind, Known]) -> None:
    assert not any(cause.explains_fen for cause in control(same, same, there).causes)


def figures(session: Session, **said: int) -> None:
    PlatformFigures.objects.create(session=session, source="typed", **said)


def told(result: Result) -> dict[Kind, int]:
    assert result.control
    return {cause.kind: cause.explains_fen for cause in result.control.causes if cause.explains_fen}


def test_a_platform_that_shows_more(result: Result, session: Session) -> None:
    figures(session, paid_fen=OWN_FEN + 4200 + 500 + 900 + 33)
    assert told(result) == {Kind.LATE: 4200, Kind.STRANGERS: 500, Kind.UNPAID: 900}
    assert result.control and result.control.rest_fen == 33


def test_a_platform_that_shows_less(result: Result, session: Session) -> None:
    figures(session, paid_fen=OWN_FEN - 700 - 100)
    assert told(result) == {Kind.PROVISIONAL: -700, Kind.REFUNDED: -100}
    assert result.control and result.control.rest_fen == 0


def test_unmapped_lines_are_told_and_explain_nothing(result: Result, session: Session) -> None:
    figures(session, paid_fen=10**6)
    cause = next(each for each in result.control.causes if each.kind == Kind.UNMAPPED) if result.control else None
    assert cause == (Kind.UNMAPPED, 300, 0)


@pytest.mark.parametrize(("said", "counts"), [({"paid_fen": 5, "user_paid_fen": 4}, 4), ({"paid_fen": 5}, 5)])
def test_what_buyers_paid_goes_before_the_paid_amount(
    result: Result, session: Session, said: dict[str, int], counts: int
) -> None:
    figures(session, **said)
    assert result.control and result.control.platform_fen == counts


def test_the_platforms_list_goes_before_what_was_typed(result: Result, session: Session) -> None:
    figures(session, paid_fen=1)
    PlatformFigures.objects.create(session=session, source="export", paid_fen=2)
    assert result.control and result.control.platform_fen == 2


def test_on_the_phone_the_rest_holds_what_is_not_seen(sold: None, session: Session, neighbour: User) -> None:
    figures(session, paid_fen=OWN_FEN + 5000)
    found = seen_by(neighbour, session)
    assert told(found) == {Kind.UNPAID: 900}
    assert found.control and found.control.rest_fen == 4100
