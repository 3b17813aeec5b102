"""A session beside the own last five in season, and with fewer than three nothing is told."""

import pytest

from livestreams.sales.session_results.eyes import office
from livestreams.sales.session_results.result import Result, result_of
from livestreams.sessions.models import Session
from products.models import Product, Season
from tests.livestreams.sales.session_results.seasons import evening, season, sell
from zhunong.access.models import User

DAYS = ["2026-05-02", "2026-05-03", "2026-05-04", "2026-05-05", "2026-05-06", "2026-05-07"]


def compared(clerk: User, session: Session) -> Result:
    return result_of(office(clerk), session.pk)


def days_of(result: Result) -> list[str]:
    assert result.comparison
    return [other.session.slug.removeprefix("on-") for other in result.comparison.others]


@pytest.fixture
def last(world: object) -> Session:
    """The seventh cherry evening in a row: each sold ten yuan more than the one before."""
    season()
    for day in DAYS:
        evening(day)
    session = evening("2026-05-08")
    sell([(day, f"{10 * (n + 1)}.00") for n, day in enumerate([*DAYS, "2026-05-08"])])
    return session


def test_the_last_five_are_compared_the_latest_first(last: Session, clerk: User) -> None:
    assert days_of(compared(clerk, last)) == DAYS[:0:-1]


def test_the_median_of_them_is_told(last: Session, clerk: User) -> None:
    comparison = compared(clerk, last).comparison
    assert comparison and comparison.is_enough
    assert comparison.middles == ["40.00", "20.00", "—"]  # of 20 to 60 yuan in two hours each; no views are known


def test_out_of_season_is_not_compared(last: Session, clerk: User) -> None:
    Season.objects.update(picked_from="2026-05-05")
    assert days_of(compared(clerk, last)) == ["2026-05-07", "2026-05-06", "2026-05-05"]


def test_fewer_than_three_are_too_few_to_tell(last: Session, clerk: User) -> None:
    Season.objects.update(picked_from="2026-05-06")
    comparison = compared(clerk, last).comparison
    assert comparison and not comparison.is_enough and set(comparison.middles) == {"—"}


def test_without_a_season_the_last_sixty_days_stand_for_it(world: object, clerk: User) -> None:
    for day in ("2026-03-01", "2026-05-03"):
        evening(day)
    session = evening("2026-05-08")
    sell([("2026-03-01", "1.00"), ("2026-05-03", "2.00"), ("2026-05-08", "3.00")])
    assert days_of(compared(clerk, session)) == ["2026-05-03"]


def test_other_teams_sessions_are_not_compared(last: Session, clerk: User) -> None:
    evening("2026-05-01", team="feng-team")
    sell([("2026-05-01", "9.00")], code="B")
    assert "2026-05-01" not in days_of(compared(clerk, last))


def test_other_kinds_of_goods_are_not_compared(last: Session, clerk: User) -> None:
    Product.objects.filter(slug="pear").update(category="grain")
    sell([("2026-05-07", "500.00")], code="B")
    assert "2026-05-07" not in days_of(compared(clerk, last))
