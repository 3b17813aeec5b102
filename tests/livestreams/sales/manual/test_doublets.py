"""The same money claimed by two: what is found, what is not, and what a clerk's word does."""

import datetime

import pytest
from django.urls import reverse

from livestreams.sales import evidenced, manual
from livestreams.sales.doublets import undecided
from livestreams.sales.models import ManualSale
from livestreams.sales.staff.manual.counts import doublets_of
from livestreams.sales.totals import Question
from livestreams.teams.models import Account, Membership, Team
from products.models import Product
from tests.livestreams.sales.builders import bring_rows, row
from tests.livestreams.sales.manual.sales import confirmed, make_sale, many_sales, signed_in
from tests.people import LONG_AGO, member_of

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 5, 30)
PAGE = "/admin/sales/written-down/twice/"


def line(platform: str = "douyin", key: str = "1", **said: str) -> None:
    """One paid line of cherries on `DAY`, for as much as the sales here."""
    bring_rows(row(platform, key, **{"amount": "128.50", "order": f"88{key}"} | said))


def beside(sale: ManualSale) -> list[str]:
    return undecided(None).get(sale.pk, [])


def word(client, sale: ManualSale, **posted: str):
    return client.post(reverse("sales:decide_doublet", args=[sale.pk]), posted)


def seen(client) -> str:
    return client.get(PAGE).context["doublets"][0][0].fingerprint


@pytest.fixture
def twice(member) -> ManualSale:
    """A sale by hand beside a platform's line."""
    line()
    return make_sale(member, day=DAY)


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_the_same_amount_a_day_apart_is_found(member, days):
    line()
    assert beside(make_sale(member, day=DAY + datetime.timedelta(days))) == ["line:douyin:1"]


@pytest.mark.parametrize("days", [-2, 2])
def test_two_days_apart_is_another_sale(member, days):
    line()
    assert beside(make_sale(member, day=DAY + datetime.timedelta(days))) == []


def test_another_amount_is_another_sale(member):
    line()
    assert beside(make_sale(member, day=DAY, amount_fen=128_51)) == []


def test_another_product_is_another_sale(member):
    line()
    assert beside(make_sale(member, day=DAY, sku=None, product=Product.objects.get(slug="pear"))) == []


def test_a_line_whose_product_is_not_known_may_be_the_same(member):
    line(code="?")
    assert beside(make_sale(member, day=DAY)) == ["line:douyin:1"]


def test_the_sheet_of_the_stall_is_looked_at_too(member):
    line("offline", "S1", code="CH-5J")
    assert len(beside(make_sale(member, day=DAY))) == 1


def test_a_line_never_paid_is_nobodys_money(member):
    line(placed="2026-05-30 12:00:00", paid="")
    assert beside(make_sale(member, day=DAY)) == []


@pytest.mark.parametrize("state", ["returned", "withdrawn"])
def test_what_does_not_count_is_claimed_by_nobody(twice, member, clerk, state):
    if state == "returned":
        manual.send_back(twice, clerk, "图片看不清")
    else:
        manual.withdraw(twice, member)
    assert beside(twice) == []


def test_a_line_of_another_township_is_not_looked_at(twice, world):
    from tests.people import another_township

    Account.objects.filter(platform="douyin", account_id="1001").update(township=another_township())
    from livestreams.sales.models import Line

    Line.objects.update(township=Account.objects.get(platform="douyin", account_id="1001").township)
    assert beside(twice) == []


def test_two_teams_with_the_same_sale(member, of_two):
    first = make_sale(member)
    second = make_sale(member, team=Team.objects.get(slug="feng-team"))
    assert (beside(first), beside(second)) == ([], [f"sale:{first.pk}"])


def test_two_members_with_the_same_sale(member):
    first = make_sale(member)
    friend = member_of(Team.objects.get(slug="fourteen"), "friend")
    assert beside(make_sale(friend)) == [f"sale:{first.pk}"]


def test_one_member_sells_the_same_twice_a_day(member):
    make_sale(member)
    assert beside(make_sale(member)) == []


def test_the_same_money_sends_the_sale_back_with_its_order(desk, twice):
    word(desk, twice, same="line:douyin:1")
    twice.refresh_from_db()
    assert twice.state == "returned"
    assert "881" in twice.events.last().reason
    assert undecided(None) == {}


def test_the_same_money_takes_a_confirmation_back_first(desk, twice, clerk):
    manual.confirm(twice, clerk)
    word(desk, twice, same="line:douyin:1")
    assert [event.kind for event in twice.events.all()] == ["written", "confirmed", "reopened", "returned"]
    assert evidenced.ask(Question()).rows == []


def test_another_sale_is_off_the_list_for_good(desk, twice):
    word(desk, twice, seen=seen(desk))
    assert beside(twice) == [] and twice.events.last().kind == "kept"


def test_what_comes_later_is_asked_about_again(desk, twice):
    word(desk, twice, seen=seen(desk))
    line(key="2")
    assert beside(twice) == ["line:douyin:2"]


def test_what_came_while_the_clerk_looked_is_not_waved_through(desk, twice):
    before = seen(desk)
    line(key="2")
    word(desk, twice, seen=before)
    assert len(beside(twice)) == 2


def test_what_is_not_beside_it_is_not_taken_for_the_same(desk, twice):
    line(key="other", amount="1.00")
    word(desk, twice, same="line:douyin:other")
    twice.refresh_from_db()
    assert twice.state == "waiting"


def test_the_page_of_the_sale_warns(desk, twice):
    assert desk.get(reverse("sales:written_sale", args=[twice.pk])).context["doublets"]


def test_many_of_the_same_price_are_counted_not_listed(desk, member):
    bring_rows(*(row("douyin", str(number), amount="128.50") for number in range(12)))
    make_sale(member, day=DAY)
    [(found, *_words)] = desk.get(PAGE).context["doublets"]
    assert (len(found.lines), found.more) == (5, 7)


def test_an_empty_list_says_so(desk, sale):
    assert desk.get(PAGE).context["doublets"] == []


def test_another_township_sees_and_decides_nothing(outsider, twice):
    client = signed_in(outsider)
    assert client.get(PAGE).context["count"] == 0 == len(doublets_of(outsider))
    assert word(client, twice, same="line:douyin:1").status_code == 404


def test_the_county_looks_on(county, twice):
    client = signed_in(county)
    assert client.get(PAGE).context["workable"] == set()
    assert word(client, twice, same="line:douyin:1").status_code in (302, 403)


def test_counting_five_thousand_takes_two_queries(clerk, member, twice, django_assert_max_num_queries):
    many_sales(member, 5000, day=DAY, amount_fen=1_00)
    clerk.townships_seen()
    with django_assert_max_num_queries(3):  # one of them for the clerk's townships
        assert len(doublets_of(clerk)) == 1


def test_the_list_takes_few_queries(desk, member, django_assert_max_num_queries):
    line()
    Membership.objects.filter(user=member).update(valid_from=LONG_AGO)
    for _number in range(25):
        make_sale(member, day=DAY)
    desk.get(PAGE)
    with django_assert_max_num_queries(14):
        assert len(desk.get(PAGE).context["doublets"]) == 20


def test_a_confirmed_sale_is_found_as_well(member, clerk):
    line()
    assert beside(confirmed(member, clerk, day=DAY)) == ["line:douyin:1"]
