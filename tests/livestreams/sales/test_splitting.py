"""Splitting (contracts, section 2): nothing is lost, and every dimension adds up to the same total."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livestreams.sales.splitting import Shares, cells, split
from tests.livestreams.sales.builders import bring_rows, row, totals

percents = st.lists(st.integers(1, 99), min_size=1, max_size=5).map(
    lambda cuts: [b - a for a, b in zip([0, *sorted(set(cuts))], [*sorted(set(cuts)), 100], strict=True)]
)
amounts = st.integers(-(10**9), 10**13)


def parts_of(amount: int, shares: dict[str, int]) -> dict[str, int]:
    """As the books do it: parties by their slugs."""
    slugs = sorted(shares)
    return dict(zip(slugs, split(amount, [shares[slug] for slug in slugs]), strict=True))


@given(amounts, percents)
def test_no_fen_is_lost(amount, percents):
    assert sum(split(amount, percents)) == amount


@given(amounts, percents)
def test_each_part_is_within_a_fen_of_its_share(amount, percents):
    assert all(abs(part * 100 - amount * p) < 100 for part, p in zip(split(amount, percents), percents, strict=True))


@given(amounts, percents, st.randoms(use_true_random=False))
def test_the_order_in_which_shares_are_written_plays_no_part(amount, percents, random):
    shares = {f"team-{number}": percent for number, percent in enumerate(percents)}
    shuffled = dict(random.sample(list(shares.items()), len(shares)))
    assert parts_of(amount, shares) == parts_of(amount, shuffled)


@given(amounts, amounts, percents, percents)
def test_teams_and_villages_add_up_to_the_same(paid, weight, teams, villages):
    found = cells(
        (paid, weight),
        Shares(tuple(range(len(teams))), tuple(teams)),
        Shares(tuple(range(9))[: len(villages)], tuple(villages)),
    )
    assert [sum(column) for column in zip(*(parts for _pair, parts in found), strict=True)] == [paid, weight]


@given(amounts, percents, percents)
def test_the_split_over_teams_goes_before_that_over_villages(paid, teams, villages):
    found = list(
        cells(
            (paid,),
            Shares(tuple(range(len(teams))), tuple(teams)),
            Shares(tuple(range(9))[: len(villages)], tuple(villages)),
        )
    )
    by_team = [sum(parts[0] for (team, _village), parts in found if team == each) for each in range(len(teams))]
    assert by_team == split(paid, teams)


@pytest.mark.parametrize(
    ("amount", "shares", "expected"),
    [
        (1, {"a": 50, "b": 50}, {"a": 1, "b": 0}),
        (1, {"b": 50, "a": 50}, {"a": 1, "b": 0}),
        (1, {"a": 40, "b": 60}, {"a": 0, "b": 1}),
        (2, {"a": 34, "b": 33, "c": 33}, {"a": 1, "b": 1, "c": 0}),
        (1, {"É": 50, "z": 50}, {"z": 1, "É": 0}),
        (-1, {"a": 50, "b": 50}, {"a": -1, "b": 0}),
    ],
)
def test_the_largest_remainder_gets_the_odd_fen_ties_the_first_slug(amount, shares, expected):
    assert parts_of(amount, shares) == expected


@pytest.mark.django_db
@pytest.mark.usefixtures("world", "agreeing")
def test_a_line_shared_by_teams_and_villages():
    bring_rows(row("douyin", "1", placed="2026-05-30 21:00:00", amount="10.01", after="退款成功", quantity="3"))
    assert totals("team") == {"feng-team": (0, 0, 3000, 400, 400), "fourteen": (1, 3, 4500, 601, 601)}
    assert totals("village") == {"changgan": (1, 3, 3750, 501, 501), "feng": (0, 0, 3750, 500, 500)}
