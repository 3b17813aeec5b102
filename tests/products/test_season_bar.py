import datetime

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from products.models import Season
from products.seasons import Band, bar_of, bars_of, clipped, share_of_year
from products.standing import standing_of
from products.templatetags.season_bar import season_bar
from zhunong.places.models import Village

TODAY = datetime.date(2026, 6, 1)
DAYS = st.dates(datetime.date(2020, 1, 1), datetime.date(2030, 12, 31))


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def season(first: str, last: str, village: str = "", **fields: object) -> Season:
    begin, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    grown = Village(pk=len(village), slug=village, name=village) if village else None
    return Season(village=grown, year=begin.year, picked_from=begin, picked_to=end, **fields)


def kinds(bar) -> list[str]:
    return [band.kind for row in bar.rows for band in row.bands]


def test_a_month_is_a_twelfth_of_the_bar():
    band = Band("picking", datetime.date(2026, 2, 1), datetime.date(2026, 2, 28))
    assert (band.x, band.width) == ("8.33", "8.33")


def test_whole_year_fills_the_bar():
    band = Band("picking", datetime.date(2028, 1, 1), datetime.date(2028, 12, 31))
    assert (band.x, band.width) == ("0.00", "100.00")


@given(DAYS, DAYS)
def test_band_never_leaves_the_bar(one, other):
    band = clipped("picking", min(one, other), max(one, other), one.year)
    assert band is not None
    assert float(band.x) >= 0
    assert float(band.x) + float(band.width) <= 100.011


@given(DAYS, DAYS)
def test_later_day_stands_further_right(one, other):
    later = other.replace(year=one.year, day=min(other.day, 28))
    assert (one < later) == (share_of_year(one) < share_of_year(later))


def test_bloom_picking_and_sold_out_follow_one_another():
    cherry = season(
        "2026-05-10", "2026-06-18", blooms_from=datetime.date(2026, 3, 25), blooms_to=datetime.date(2026, 4, 8),
        sold_out_on=datetime.date(2026, 6, 10),
    )  # fmt: skip
    assert kinds(bar_of([cherry], 2026, TODAY)) == ["bloom", "picking", "sold-out"]


def test_picking_ends_the_day_before_it_is_sold_out():
    (row,) = bar_of([season("2026-05-10", "2026-06-18", sold_out_on=datetime.date(2026, 6, 10))], 2026, TODAY).rows
    assert row.bands[0].last == datetime.date(2026, 6, 9)


def test_sold_out_before_picking_began_leaves_no_picking():
    frost = season("2026-05-10", "2026-06-18", sold_out_on=datetime.date(2026, 4, 5))
    assert kinds(bar_of([frost], 2026, TODAY)) == ["sold-out"]


def test_each_village_has_its_own_row_the_earlier_first():
    rows = bar_of(
        [season("2026-06-01", "2026-06-20", "冯村"), season("2026-05-20", "2026-06-10", "下柏")], 2026, TODAY
    ).rows
    assert [row.name for row in rows] == ["下柏", "冯村"]


def test_winter_s_harvest_lies_in_two_years():
    rows = bar_of([season("2025-12-06", "2026-04-30"), season("2026-12-06", "2027-04-30")], 2026, TODAY).rows
    assert rows[0].words == "until 4/30 picking, from 12/6 on picking" or rows[0].words.count("picking") == 2


def test_words_do_not_make_the_year_s_end_a_day_of_the_season():
    (row,) = bar_of([season("2026-12-06", "2027-04-30")], 2026, TODAY).rows
    assert "12/31" not in row.words


def test_only_what_is_expected_is_said_to_be():
    past, coming = season("2025-12-06", "2026-04-30"), season("2026-12-06", "2027-04-30", is_estimate=True)
    (row,) = bar_of([past, coming], 2026, TODAY).rows
    assert row.words.count("(expected)") == 1


def test_former_year_is_shown_as_such_when_this_one_is_unknown():
    (bar,) = bars_of([season("2024-05-10", "2024-06-18"), season("2023-05-10", "2023-06-18")], TODAY)
    assert (bar.year, bar.is_former, bar.today_x) == (2024, True, None)


def test_former_year_never_says_in_season():
    assert standing_of([season("2025-05-10", "2025-06-18")], TODAY).kind == "unknown"


def test_former_year_goes_when_this_one_is_known():
    bars = bars_of([season("2025-05-10", "2025-06-18"), season("2026-05-12", "2026-06-20")], TODAY)
    assert [bar.year for bar in bars] == [2026]


def test_tail_of_a_winter_does_not_hide_the_former_year():
    bars = bars_of([season("2025-12-06", "2026-04-30")], TODAY)
    assert [(bar.year, bar.is_former) for bar in bars] == [(2026, False), (2025, True)]


def test_nothing_known_draws_nothing():
    assert bars_of([], TODAY) == []


@pytest.mark.parametrize(
    ("first", "last", "kind"),
    [
        ("2026-05-10", "2026-06-01", "now"), ("2026-06-01", "2026-06-20", "now"), ("2026-06-02", "2026-06-20", "soon"),
        ("2026-09-02", "2026-10-20", "later"), ("2026-04-02", "2026-05-31", "over"),
    ],
)  # fmt: skip
def test_standing_on_a_day(first, last, kind):
    assert standing_of([season(first, last)], TODAY).kind == kind


def test_sold_out_is_not_in_season():
    standing = standing_of([season("2026-05-10", "2026-06-18", sold_out_on=TODAY)], TODAY)
    assert (standing.kind, standing.is_sold_out) == ("over", True)


def test_one_village_still_picking_is_in_season():
    seasons = [season("2026-05-01", "2026-05-20", "下柏"), season("2026-05-20", "2026-06-10", "冯村")]
    assert "冯村" in standing_of(seasons, TODAY).sentence


def test_bar_is_told_to_who_cannot_see_it():
    bar = bar_of([season("2026-05-10", "2026-06-18", "冯村", note="清明霜冻")], 2026, TODAY)
    html = render_to_string("products/parts/season_bar.html", {"bar": bar})
    assert 'aria-hidden="true"' in html
    assert "冯村" in html and "5/10 to 6/18" in html and "清明霜冻" in html


def test_names_and_notes_cannot_end_the_bar():
    html = season_bar(bar_of([season("2026-05-10", "2026-06-18", "<b>村", note="</p><script>")], 2026, TODAY))
    assert "<script>" not in html and "<b>" not in html


def test_months_speak_the_reader_s_language():
    bar = bar_of([season("2026-05-10", "2026-06-18")], 2026, TODAY)
    english = season_bar(bar)
    with translation.override("zh-hans"):
        chinese = season_bar(bar)
    assert "12<i> mo</i>" in english and "12<i>月</i>" in chinese


def test_a_board_has_one_head_for_all():
    bar = bar_of([season("2026-05-10", "2026-06-18")], 2026, TODAY)
    assert "year__months" in season_bar(bar) and "year__months" not in season_bar(bar, without_head=True)


def test_a_former_year_is_marked_as_one():
    (former,) = bars_of([season("2025-05-10", "2025-06-18")], TODAY)
    assert "year--former" in season_bar(former) and "year__today" not in season_bar(former)
