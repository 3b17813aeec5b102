"""Handing in on the phone: the office's process, for one's own shops only."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from openpyxl import load_workbook

from livestreams.sales import background
from livestreams.sales.models import ImportEvent, Line, OrderImport
from livestreams.sales.phone.handing_in import COUNTED_ELSEWHERE, NOT_YOURS
from livestreams.sales.totals import Question, ask
from livestreams.teams.models import Account, Ownership, Team
from tests.livestreams.sales.staff.handing_in.conftest import read_here
from tests.people import another_township, county_reader, member_of, operator_of, staff_of
from zhunong.access.models import User
from zhunong.places.models import Township

State = OrderImport.State
HandIn = Callable[..., OrderImport]


@pytest.fixture
def reading_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "start_reading", read_here)


@pytest.fixture
def shop(sample_world: Path) -> Account:
    return Account.objects.get(platform="douyin", kind="shop")


@pytest.fixture
def operator(shop: Account) -> User:
    return operator_of(shop, "operator")


@pytest.fixture
def member(shop: Account) -> User:
    """In the team that owns the shop today."""
    Ownership.objects.filter(account=shop).delete()
    team = Team.objects.get(slug="fourteen")
    Ownership.objects.create(account=shop, team=team, nickname=shop.nickname)
    return member_of(team, "member")


@pytest.fixture
def hand_in(client: Client, reading_here: None, samples: Path) -> HandIn:
    """Hands one file in as a person. Returns its import, read by now."""

    def hand_one_in(user: User, name: str = "douyin-73.csv", **fields: object) -> OrderImport:
        client.force_login(user)
        with (samples / name).open("rb") as file:
            client.post(reverse("my_sales:hand_in"), {"files": file, **fields})
        return OrderImport.objects.first()

    return hand_one_in


def decide(client: Client, order_import: OrderImport, decision: str, **fields: object) -> int:
    return client.post(reverse(f"my_sales:{decision}", args=[order_import.pk]), fields).status_code


def page_of(client: Client, order_import: OrderImport) -> str:
    return client.get(reverse("my_sales:import", args=[order_import.pk])).content.decode()


def second_shop(**fields: object) -> Account:
    fields |= {"township": Township.objects.get(slug="anyu"), "account_id": "77", "nickname": "二号店"}
    return Account.objects.create(platform="douyin", kind="shop", **fields)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["operator", "member"])
def test_from_file_to_totals(client: Client, hand_in: HandIn, request, name: str) -> None:
    user = request.getfixturevalue(name)
    order_import = hand_in(user)
    assert order_import.state == State.READY and not Line.objects.exists()
    assert "28,226.86" in page_of(client, order_import)
    decide(client, order_import, "confirm")
    assert ask(Question()).total.paid_fen == 2822686
    assert ImportEvent.objects.get().by == user


def test_the_preview_is_the_offices(client: Client, hand_in: HandIn, operator: User, shop: Account) -> None:
    order_import = hand_in(operator)
    own = page_of(client, order_import)
    client.force_login(staff_of(shop.township, "clerk"))
    office = client.get(reverse("sales:import", args=[order_import.pk])).content.decode()
    for figure in ("28,226.86", "+28,226.86", str(order_import.rows)):
        assert figure in own and figure in office


def test_a_file_of_a_platform_without_a_shop_of_ours_is_refused(
    client: Client, hand_in: HandIn, operator: User
) -> None:
    order_import = hand_in(operator, "wechat-64.xlsx")
    assert (order_import.state, order_import.refusal["code"]) == (State.REFUSED, "no_shop")
    assert escape(str(NOT_YOURS)) in page_of(client, order_import)


def test_another_shop_cannot_be_named(client: Client, hand_in: HandIn, operator: User, samples: Path) -> None:
    other = second_shop()
    assert hand_in(operator, shop=other.pk) is None
    with (samples / "douyin-73.csv").open("rb") as file:
        page = client.post(reverse("my_sales:hand_in"), {"files": file, "shop": other.pk}).content.decode()
    assert "这家店铺不在" in page
    assert other.nickname not in page


def test_a_file_that_counts_for_another_shop_is_refused_without_naming_it(
    client: Client, hand_in: HandIn, operator: User
) -> None:
    decide(client, hand_in(operator), "confirm")
    other = second_shop()
    order_import = hand_in(operator_of(other, "other"), shop=other.pk)
    assert order_import.refusal["code"] == "file_of_other_shop"
    page = page_of(client, order_import)
    assert escape(str(COUNTED_ELSEWHERE)) in page and "安峪富硒馆" not in page


def test_the_only_own_shop_is_asked_for_where_such_names_were_anothers(
    client: Client, hand_in: HandIn, operator: User
) -> None:
    decide(client, hand_in(operator), "confirm")
    other = second_shop()
    order_import = hand_in(operator_of(other, "other"), "douyin-75.csv")
    assert order_import.state == State.ASKING
    assert "二号店" in page_of(client, order_import) and "安峪富硒馆" not in page_of(client, order_import)


def test_the_shop_is_told_among_ones_own(client: Client, hand_in: HandIn, operator: User, shop: Account) -> None:
    mine, others = second_shop(), Account.objects.get(platform="kuaishou", kind="shop")
    mine.operators.create(user=operator, valid_from="2020-01-01")
    order_import = hand_in(operator)
    assert order_import.state == State.ASKING
    decide(client, order_import, "tell_shop", shop=others.pk)
    assert OrderImport.objects.get().state == State.ASKING
    decide(client, order_import, "tell_shop", shop=mine.pk)
    assert (OrderImport.objects.get().state, OrderImport.objects.get().shop) == (State.READY, mine)


def test_a_no_leaves_nothing(client: Client, hand_in: HandIn, operator: User) -> None:
    decide(client, hand_in(operator), "discard")
    assert not OrderImport.objects.exists()


def test_bad_rows_stay_out_only_when_told_so(client: Client, hand_in: HandIn, operator: User) -> None:
    order_import = hand_in(operator, "refuse/bad-rows.csv")
    decide(client, order_import, "confirm")
    assert OrderImport.objects.get().state == State.READY
    assert reverse("my_sales:bad_rows", args=[order_import.pk]) in page_of(client, order_import)
    decide(client, order_import, "confirm", without_bad_rows="on")
    assert OrderImport.objects.get().state == State.APPLIED


def test_several_files_get_one_yes(client: Client, reading_here: None, operator: User, samples: Path) -> None:
    client.force_login(operator)
    with (samples / "douyin-73.csv").open("rb") as one, (samples / "douyin-75.csv").open("rb") as other:
        answer = client.post(reverse("my_sales:hand_in"), {"files": [one, other]}, follow=True)
    assert len(answer.context["files"]) == 2
    client.post(reverse("my_sales:confirm_files"), {"id": [each.pk for each in OrderImport.objects.all()]})
    assert set(OrderImport.objects.values_list("state", flat=True)) == {State.APPLIED}


DECISIONS = ["confirm", "discard", "tell_shop"]
PAGES = ["import", "bad_rows"]


@pytest.fixture
def others(shop: Account) -> dict[str, User]:
    """People who have nothing to do with the shop on their phones, whatever they may in the office."""
    kuaishou = Account.objects.get(platform="kuaishou", kind="shop")
    away = another_township()
    clerk = staff_of(shop.township, "clerk")
    kuaishou.operators.create(user=clerk, valid_from="2020-01-01")
    return {
        "operator of another shop": operator_of(kuaishou, "kuaishou"),
        "member of a team without shops": member_of(Team.objects.create(slug="t", name="t", township=away), "away"),
        "clerk with a shop": clerk,
    }


@pytest.mark.parametrize("who", ["operator of another shop", "member of a team without shops", "clerk with a shop"])
def test_nobody_else_sees_or_decides(client: Client, hand_in: HandIn, operator: User, others: dict, who: str) -> None:
    order_import = hand_in(operator)
    client.force_login(others[who])
    addresses = {name: reverse(f"my_sales:{name}", args=[order_import.pk]) for name in (*PAGES, *DECISIONS)}
    assert {client.get(addresses[name]).status_code for name in PAGES} == {404}
    assert {client.post(addresses[name]).status_code for name in DECISIONS} == {404}
    client.post(reverse("my_sales:confirm_files"), {"id": order_import.pk})
    assert OrderImport.objects.get().state == State.READY
    assert not client.get(reverse("my_sales:imports")).context["files"]
    assert not client.get(reverse("my_sales:hand_in_files"), {"id": order_import.pk}).context["files"]


def test_whoever_left_the_shop_still_sees_what_they_handed_in_but_decides_nothing(
    client: Client, hand_in: HandIn, operator: User
) -> None:
    order_import = hand_in(operator)
    operator.operated_shops.update(valid_to="2021-01-01")
    kuaishou = Account.objects.get(platform="kuaishou", kind="shop")
    kuaishou.operators.create(user=operator, valid_from="2020-01-01")
    assert reverse("my_sales:confirm", args=[order_import.pk]) not in page_of(client, order_import)
    assert decide(client, order_import, "confirm") == 404


def test_a_new_member_decides_on_the_teams_files(client: Client, hand_in: HandIn, member: User) -> None:
    order_import = hand_in(member)
    client.force_login(member_of(Team.objects.get(slug="fourteen"), "second"))
    decide(client, order_import, "confirm")
    assert OrderImport.objects.get().state == State.APPLIED


def test_undoing_stays_with_the_office(client: Client, hand_in: HandIn, operator: User) -> None:
    order_import = hand_in(operator)
    decide(client, order_import, "confirm")
    assert client.post(reverse("sales:undo", args=[order_import.pk])).status_code in {302, 403}
    assert OrderImport.objects.get().state == State.APPLIED


def test_a_county_reader_in_a_team_elsewhere_decides_nothing_in_the_office(
    client: Client, hand_in: HandIn, operator: User, shop: Account
) -> None:
    order_import = hand_in(operator)
    reader = county_reader(shop.township.county, "reader")
    away = Team.objects.create(slug="away", name="away", township=another_township())
    reader.memberships.create(team=away, valid_from="2020-01-01")
    client.force_login(reader)
    assert client.get(reverse("sales:import", args=[order_import.pk])).status_code == 200
    for decision in (*DECISIONS, "undo", "redo"):
        assert client.post(reverse(f"sales:{decision}", args=[order_import.pk])).status_code in {302, 403, 404}
    assert OrderImport.objects.get().state == State.READY


def test_without_a_shop_the_page_says_whom_to_ask(client: Client, sample_world: Path) -> None:
    client.force_login(member_of(Team.objects.create(slug="t", name="t", township=another_township()), "shopless"))
    page = client.get(reverse("my_sales:hand_in")).content.decode()
    assert 'class="empty"' in page and '<form method="post" enctype' not in page


@pytest.mark.parametrize("name", ["hand_in", "hand_in_files", "imports", "offline_template"])
def test_visitors_sign_in_first(client: Client, sample_world: Path, name: str) -> None:
    assert client.get(reverse(f"my_sales:{name}")).url.startswith(reverse("sign_in"))


def test_a_hand_in_without_its_token_is_refused(operator: User, samples: Path) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(operator)
    with (samples / "douyin-73.csv").open("rb") as file:
        assert strict.post(reverse("my_sales:hand_in"), {"files": file}).status_code == 403
    assert not OrderImport.objects.exists()


def test_the_list_needs_few_queries(
    client: Client, operator: User, shop: Account, django_assert_max_num_queries
) -> None:
    for number in range(40):
        OrderImport.objects.create(
            township=shop.township, shop=shop, state="undone", file_name=f"{number}.csv", created_by=operator
        )
    client.force_login(operator)
    client.get(reverse("my_sales:imports"))
    with django_assert_max_num_queries(12):
        assert len(client.get(reverse("my_sales:imports")).context["files"]) == 30


def test_the_template_names_the_skus_of_ones_own_township(client: Client, operator: User) -> None:
    client.force_login(operator)
    book = load_workbook(BytesIO(client.get(reverse("my_sales:offline_template")).content))
    assert book.worksheets[1].max_row > 1
