"""Ratios are computed on read from what is kept; people are never added; what is missing stays missing."""

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from livestreams.sessions.metrics import BY_NAME, METRICS, Agg, combined, tell, value_of
from livestreams.sessions.models.figures import FIELDS

WHOLE = st.integers(0, 10**9)
NAMES = sorted({*FIELDS, "weight_g", *(name for metric in METRICS for name in (metric.numerator, metric.denominator))})
FIGURES = st.dictionaries(st.sampled_from([name for name in NAMES if name]), WHOLE | st.none(), max_size=40)
SESSIONS = st.lists(FIGURES, min_size=1, max_size=6)
SEVERAL = st.lists(FIGURES, min_size=2, max_size=6)
UNTIMED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine is no fault of the code."""


def text(name, *sessions):
    return tell(BY_NAME[name], sessions).text


def test_every_kept_figure_has_its_metric():
    assert set(FIELDS) <= set(BY_NAME)


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.name)
def test_a_ratio_has_both_its_parts(metric):
    assert bool(metric.numerator) == bool(metric.denominator)
    assert not metric.is_ratio or metric.agg == Agg.WEIGHTED and metric.note


def test_gpm_is_by_views_and_not_by_viewers():
    assert text("gpm", {"paid_fen": 50_000, "views": 2_000, "viewers_uv": 500}) == "250.00"
    assert text("gpm", {"paid_fen": 50_000, "viewers_uv": 500}) == "—"


@pytest.mark.parametrize(
    ("name", "figures", "told"),
    [
        ("gmv_per_hour", {"paid_fen": 90_000, "duration_s": 5400}, "600.00"),
        ("follow_rate", {"new_followers": 5, "viewers_uv": 400}, "1.25%"),
        ("engagement_rate", {"comments": 30, "views": 1000, "likes": 9000}, "3.00%"),
        ("price_per_jin", {"paid_fen": 3_000, "weight_g": 2_500}, "6.00"),
        ("refund_rate_amt", {"refund_fen": 500, "paid_fen": 2_000}, "25.00%"),
        ("weight_g", {"weight_g": 2_750}, "5.5"),
        ("views", {"views": 12345}, "12,345"),
    ],
)
def test_a_metric_as_people_read_it(name, figures, told):
    assert text(name, figures) == told


def test_missing_is_a_dash_and_not_nothing():
    assert (text("views", {}), text("views", {"views": 0})) == ("—", "0")


def test_nothing_below_the_line_is_a_dash():
    assert text("gpm", {"paid_fen": 100, "views": 0}) == "—"


def test_a_mean_of_seconds_is_weighted_by_its_viewers():
    sessions = [{"avg_watch_s": 60, "viewers_uv": 300}, {"avg_watch_s": 100, "viewers_uv": 100}]
    assert tell(BY_NAME["avg_watch_s"], sessions).value == 70


def test_online_on_average_is_weighted_by_length():
    sessions = [{"acu": 10, "duration_s": 3600}, {"acu": 40, "duration_s": 7200}]
    assert tell(BY_NAME["acu"], sessions).value == 30


def test_a_session_that_lacks_a_part_is_left_out_and_told():
    told = tell(BY_NAME["gpm"], [{"paid_fen": 100, "views": 10}, {"paid_fen": 900}])
    assert (told.value, told.known, told.sessions, told.is_partial) == (10_000, 1, 2, True)


def test_people_below_the_line_are_labelled_over_several_sessions():
    several = [{"new_followers": 1, "viewers_uv": 9}] * 2
    assert tell(BY_NAME["follow_rate"], several).counts_people_by_session
    assert not tell(BY_NAME["follow_rate"], several[:1]).counts_people_by_session
    assert not tell(BY_NAME["gpm"], several).counts_people_by_session


@UNTIMED
@given(SEVERAL)
def test_people_are_never_added_over_sessions(sessions):
    told = combined(sessions)
    assert all(told[metric.name].value is None for metric in METRICS if metric.agg == Agg.NO)


@UNTIMED
@given(SESSIONS)
def test_money_adds_up(sessions):
    known = [figures["paid_fen"] for figures in sessions if figures.get("paid_fen") is not None]
    assert combined(sessions)["paid_fen"].value == (sum(known) if known else None)


@UNTIMED
@given(SESSIONS)
def test_the_most_at_once_is_the_highest_of_all(sessions):
    known = [figures["pcu"] for figures in sessions if figures.get("pcu") is not None]
    assert combined(sessions)["pcu"].value == max(known, default=None)


@UNTIMED
@given(SESSIONS)
def test_a_ratio_over_sessions_lies_between_the_least_and_the_greatest(sessions):
    for metric in METRICS:
        single = [value for figures in sessions if (value := value_of(metric, figures)) is not None]
        told = tell(metric, sessions).value
        if metric.is_ratio:
            assert (told is None) == (not single)
            assert told is None or min(single) <= told <= max(single)


@UNTIMED
@given(SESSIONS, st.randoms())
def test_the_order_of_sessions_does_not_matter(sessions, dice):
    shuffled = dice.sample(sessions, len(sessions))
    before, after = combined(sessions), combined(shuffled)
    assert {name: told.value for name, told in before.items()} == {name: told.value for name, told in after.items()}


@UNTIMED
@given(FIGURES)
def test_one_session_alone_is_told_as_it_is(figures):
    for metric in METRICS:
        told = tell(metric, [figures])
        assert metric.is_ratio or told.value == figures.get(metric.name)


@UNTIMED
@given(st.integers(0, 10**7), st.integers(1, 10**7))
def test_gpm_times_views_gives_the_money_back(paid, views):
    value = value_of(BY_NAME["gpm"], {"paid_fen": paid, "views": views})
    assert value * views == Fraction(1000 * paid)


@UNTIMED
@given(SESSIONS)
def test_no_set_of_figures_fails_to_be_written(sessions):
    assert all(isinstance(told.text, str) and told.text for told in combined(sessions).values())
