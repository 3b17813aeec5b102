"""有凭证登记 answers like the totals do: every dimension adds up, and nothing of it is in the totals."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from livestreams.sales import evidenced, totals
from livestreams.sales.evidenced import HAND
from livestreams.sales.manual import take_back
from livestreams.sales.models import ManualSale
from livestreams.sales.totals import DIMENSIONS, Question
from livestreams.teams.models import Team
from products.models import Origin, Product, Sku
from tests.livestreams.sales.manual.sales import confirmed, make_sale, many_sales, said
from zhunong.places.models import Village

pytestmark = pytest.mark.django_db
MAY, JUNE = datetime.date(2026, 5, 30), datetime.date(2026, 6, 1)


def by(*dimensions: str, **asked) -> dict[tuple, int]:
    return {row.keys: row.paid_fen for row in evidenced.ask(Question(dimensions, **asked)).rows}


def test_only_confirmed_sales_count(member, clerk):
    confirmed(member, clerk)
    make_sale(member, amount_fen=1_00)
    assert evidenced.ask(Question()).total[1:] == (1, 3, 7500, 128_50, 0, 0)


def test_a_confirmation_taken_back_counts_no_more(member, clerk):
    take_back(confirmed(member, clerk), clerk, "凭证看错了")
    assert evidenced.ask(Question()).rows == []


def test_the_platforms_totals_know_nothing_of_them(member, clerk):
    confirmed(member, clerk)
    assert totals.ask(Question()).total.paid_fen == 0


def test_all_of_it_goes_to_the_team_that_wrote_it_down(member, clerk):
    confirmed(member, clerk)
    assert by("team") == {("fourteen",): 128_50}


def test_villages_have_their_shares_of_the_day_of_the_sale(member, clerk):
    confirmed(member, clerk, day=MAY, amount_fen=10_01)
    confirmed(member, clerk, day=JUNE, amount_fen=1_00)
    assert by("village", "day") == {
        ("changgan", "2026-05-30"): 5_01, ("feng", "2026-05-30"): 5_00,
        ("changgan", "2026-06-01"): 33, ("feng", "2026-06-01"): 33, ("xiabai", "2026-06-01"): 34,
    }  # fmt: skip


def test_lines_and_items_go_to_the_greatest_share(member, clerk):
    confirmed(member, clerk)
    rows = evidenced.ask(Question(("village",))).rows
    assert {row.keys[0]: (row.lines, row.items) for row in rows} == {
        "xiabai": (1, 3), "feng": (0, 0), "changgan": (0, 0),
    }  # fmt: skip


def test_of_a_product_without_origin_the_village_is_unknown(member, clerk):
    confirmed(member, clerk, sku=Sku.objects.get(code="PR-10J"))
    assert by("village") == {(None,): 128_50}


def test_a_product_alone_has_no_sku(member, clerk):
    confirmed(member, clerk, sku=None, weight_g=2500)
    assert by("product", "sku") == {("cherry", None): 128_50}


@pytest.mark.parametrize("dimension", evidenced.BY_PLATFORM)
def test_no_platform_is_not_an_unknown_platform(member, clerk, dimension):
    confirmed(member, clerk)
    assert by(dimension) == {(HAND,): 128_50}
    assert by(only={dimension: (None,)}) == {} == by(only={dimension: ("douyin",)})


@pytest.mark.parametrize(
    ("only", "fen"),
    [
        ({"team": ("fourteen",)}, 128_50), ({"team": ("feng-team",)}, 0), ({"village": ("feng",)}, 42_40),
        ({"village": (None,)}, 0), ({"product": ("cherry",)}, 128_50), ({"sku": (None,)}, 0),
        ({"sku": ("CH-5J", None)}, 128_50), ({"village": ("feng", "xiabai")}, 86_09),
    ],
    ids=str,
)  # fmt: skip
def test_questions_are_narrowed(member, clerk, only, fen):
    confirmed(member, clerk)
    assert sum(by("village", only=only).values()) == fen


def test_days_are_those_of_the_sale(member, clerk):
    confirmed(member, clerk, day=MAY)
    confirmed(member, clerk, day=JUNE, amount_fen=1_00)
    assert by("month", start=JUNE) == {("2026-06",): 1_00}
    assert by("month", end=MAY) == {("2026-05",): 128_50}


def test_another_townships_sales_are_not_in_the_answer(member, clerk):
    confirmed(member, clerk)
    assert by(townships=(0,)) == {}


def test_a_thousand_sales_take_three_queries(member, django_assert_num_queries):
    many_sales(member, 1000)
    with django_assert_num_queries(3):
        assert evidenced.ask(Question(("village", "month"))).total.paid_fen == 128_500_00


sales = st.lists(
    st.tuples(
        st.sampled_from(["CH-5J", "CH-3J", "PR-10J", "cherry", "pear"]),
        st.sampled_from([MAY, JUNE]),
        st.sampled_from(["fourteen", "feng-team"]),
        st.integers(1, 10**8),
        st.one_of(st.none(), st.integers(1, 10**6)),
    ),
    min_size=1,
    max_size=8,
)


@given(sales, st.integers(1, 99))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_dimension_adds_up_to_the_fen_and_gram(member, sales, percent):
    ManualSale.objects.all().delete()
    first, second, *_more = Village.objects.order_by("slug")
    origin, _made = Origin.objects.get_or_create(product=Product.objects.get(slug="pear"), valid_from=None)
    origin.set_shares({first: percent, second: 100 - percent})
    for goods, day, team, fen, grams in sales:
        columns = said(sku=Sku.objects.filter(code=goods).first(), day=day, amount_fen=fen, weight_g=grams).columns()
        columns["product"] = columns["sku"].product if columns["sku"] else Product.objects.get(slug=goods)
        columns |= {"team": Team.objects.get(slug=team), "state": "confirmed", "written_by": member}
        ManualSale.objects.create(**columns)
    whole = evidenced.ask(Question()).total
    assert whole.paid_fen == sum(fen for _goods, _day, _team, fen, _grams in sales)
    assert {evidenced.ask(Question((dimension,))).total for dimension in DIMENSIONS} == {whole}
    assert evidenced.ask(Question(("team", "village", "month"))).total == whole
