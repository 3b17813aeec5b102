"""The clerk's side: what waits, yes or no with a reason, whose sales they are, files to take away."""

import csv
from io import StringIO

import pytest
from django.urls import reverse

from livestreams.sales import manual
from livestreams.sales.models import ManualSale
from livestreams.sales.staff.manual.counts import waiting
from livestreams.teams.models import Team
from tests.livestreams.sales.manual.sales import confirmed, make_sale, many_sales, said, signed_in

pytestmark = pytest.mark.django_db
LIST = "/admin/sales/written-down/"


def at(name: str, sale: ManualSale) -> str:
    return reverse(f"sales:{name}", args=[sale.pk])


def decide(client, sale: ManualSale, act: str, reason: str = "", seen: int | None = None):
    seen = manual.last_event(sale) if seen is None else seen
    return client.post(at("decide_sale", sale), {"act": act, "reason": reason, "seen": seen})


def state(sale: ManualSale) -> str:
    sale.refresh_from_db()
    return sale.state


def amounts(client, **asked) -> list[int]:
    return [sale.amount_fen for sale, *_words in client.get(LIST, asked).context["sales"]]


def test_the_list_opens_on_what_waits(desk, member, clerk, sale):
    confirmed(member, clerk, amount_fen=1_00)
    assert amounts(desk) == [128_50]
    assert amounts(desk, state="all") == [1_00, 128_50]


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "樱桃"}, {"q": "樱"}, {"q": "小只 member"}, {"q": "128.5"}, {"team": "fourteen"}, {"product": "cherry"},
        {"period": "own", "day_from": "2026-06-01", "day_to": "2026-06-30"}, {"village": "feng"}, {"sku": "CH-5J"},
    ],
    ids=str,
)  # fmt: skip
def test_the_list_is_searched_and_narrowed(desk, member, sale, asked):
    make_sale(member, sku=None, product=said(sku=None).product.__class__.objects.get(slug="pear"), items=1,
              day=sale.day.replace(month=5), amount_fen=5_00)  # fmt: skip
    assert 128_50 in amounts(desk, **asked)
    assert amounts(desk, **asked) == [128_50] or asked in ({"q": "小只 member"}, {"team": "fourteen"})


def test_bad_input_is_one_sentence(desk, sale):
    context = desk.get(LIST, {"day_from": "soon"}).context
    assert context["form"].errors and "sales" not in context


def test_nothing_waiting_is_said(desk):
    assert desk.get(LIST).context["sales"] == []


def test_the_village_has_its_part_of_each_sale(desk, sale):
    context = desk.get(LIST, {"village": "feng"}).context
    assert context["sums"] == {"count": 1, "fen": 42_40}


def test_the_page_shows_picture_facts_and_villages(desk, sale):
    answer = desk.get(at("written_sale", sale))
    assert answer.context["villages"] == [("长杆村", 42_41), ("冯村", 42_40), ("下柏村", 43_69)]
    assert at("written_proof", sale) in answer.content.decode()


def test_a_clerk_confirms(desk, sale):
    assert decide(desk, sale, "confirm").url == at("written_sale", sale)
    assert state(sale) == "confirmed"


def test_a_clerk_sends_back_and_the_team_reads_why(desk, phone, sale):
    decide(desk, sale, "send_back", "图片看不清")
    assert state(sale) == "returned"
    assert "图片看不清" in phone.get(reverse("my_sales:sale", args=[sale.pk])).content.decode()


@pytest.mark.parametrize("act", ["send_back", "take_back"])
def test_without_a_reason_nothing_goes_back(desk, clerk, sale, act):
    if act == "take_back":
        manual.confirm(sale, clerk)
    before = state(sale)
    answer = decide(desk, sale, act)
    assert (answer.status_code, state(sale)) == (422, before) and answer.context["problem"]


def test_a_confirmation_is_taken_back(desk, clerk, sale):
    manual.confirm(sale, clerk)
    decide(desk, sale, "take_back", "凭证看错了")
    assert state(sale) == "waiting"


def test_the_second_of_two_clerks_is_told(desk, clerk, sale):
    seen = manual.last_event(sale)
    manual.send_back(sale, clerk, "图片看不清")
    answer = decide(desk, sale, "confirm", seen=seen)
    assert (answer.status_code, state(sale)) == (422, "returned") and answer.context["problem"]


def test_what_changed_since_the_page_was_opened_is_not_confirmed(desk, member, sale):
    seen = manual.last_event(sale)
    manual.rewrite(sale, said(amount_fen=1_00, picture=None), member)
    decide(desk, sale, "confirm", seen=seen)
    assert state(sale) == "waiting"


def test_nonsense_decides_nothing(desk, sale):
    assert decide(desk, sale, "burn").status_code == 422
    assert state(sale) == "waiting"


def test_deciding_takes_a_post(desk, sale):
    assert desk.get(at("decide_sale", sale)).status_code == 405


@pytest.mark.parametrize("name", ["written_sale", "written_proof"])
def test_another_townships_clerk_finds_nothing(outsider, sale, name):
    assert signed_in(outsider).get(at(name, sale)).status_code == 404


def test_another_townships_clerk_decides_nothing(outsider, sale):
    assert decide(signed_in(outsider), sale, "confirm").status_code == 404
    assert state(sale) == "waiting"


@pytest.mark.parametrize(
    "asked", [{}, {"state": "all"}, {"q": "樱桃"}, {"team": "fourteen"}, {"format": "csv"}], ids=str
)
def test_another_townships_clerk_sees_nothing_in_list_search_filter_and_file(outsider, sale, asked):
    assert "128.50" not in signed_in(outsider).get(LIST, asked).content.decode()


def test_the_county_looks_on_and_decides_nothing(county, sale):
    client = signed_in(county)
    assert client.get(at("written_proof", sale)).status_code == 200
    assert not client.get(at("written_sale", sale)).context["may_decide"]
    assert decide(client, sale, "confirm").status_code in (302, 403)
    assert state(sale) == "waiting"


def test_a_clerk_who_looks_at_the_county_decides_on_the_own_township_only(outsider, sale):
    outsider.county = "绛县"
    outsider.save()
    client = signed_in(outsider)
    assert client.get(at("written_sale", sale)).status_code == 200
    assert decide(client, sale, "confirm").status_code == 404


@pytest.mark.parametrize("address", [LIST, LIST + "twice/"])
def test_members_of_teams_are_kept_out(phone, address):
    assert phone.get(address).status_code in (302, 403)


def test_the_count_for_the_menu_is_of_ones_own_township(clerk, outsider, sale):
    assert (waiting(clerk).count(), waiting(outsider).count()) == (1, 0)


def test_the_file_has_what_is_on_screen(desk, member, clerk):
    confirmed(member, clerk, team=Team.objects.get(slug="fourteen"))
    head, row = csv.reader(StringIO(desk.get(LIST, {"state": "all", "format": "csv"}).content.decode("utf-8-sig")))
    said_there = dict(zip(head, row, strict=True))
    assert (said_there["日期"], said_there["金额（元）"], said_there["箱数"]) == ("2026-06-01", "128.50", "3")
    assert desk.get(LIST, {"state": "all", "format": "xlsx"}).content.startswith(b"PK")


def test_five_thousand_sales_take_few_queries(desk, member, django_assert_max_num_queries):
    many_sales(member, 5000)
    desk.get(LIST, {"state": "all"})
    with django_assert_max_num_queries(12):
        desk.get(LIST, {"state": "all"})
    with django_assert_max_num_queries(14):
        desk.get(LIST, {"state": "all", "village": "feng"})
