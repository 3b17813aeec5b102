from html import unescape
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from livestreams.sales.models import OrderImport
from livestreams.teams.models import Account
from tests.livestreams.sales.staff.handing_in.conftest import HandIn, decide
from zhunong.access.models import User

LIST = "/admin/sales/imports/"


def names(client: Client, **filters: str) -> set[str]:
    return {file.file.file_name for file in client.get(LIST, filters).context["files"]}


@pytest.fixture
def two(desk: Client, hand_in: HandIn) -> list[OrderImport]:
    return [decide(desk, hand_in("douyin-73.csv"), "confirm"), hand_in("wechat-64.xlsx")]


def test_the_list_says_what_a_file_moved(desk: Client, two: list[OrderImport]) -> None:
    page = desk.get(LIST).content.decode()
    assert "+28,226.86" in page and two[0].sha256[:8] in page


def test_the_list_is_narrowed(desk: Client, two: list[OrderImport]) -> None:
    month = f"{two[0].created_at:%Y-%m}"
    assert names(desk, q="DOUYIN") == names(desk, state="applied") == {"douyin-73.csv"}
    assert names(desk, shop=str(two[1].shop_id), month=month) == names(desk, platform="wechat") == {"wechat-64.xlsx"}


def test_an_odd_filter_narrows_nothing(desk: Client, two: list[OrderImport]) -> None:
    assert len(names(desk, month="2026-99", shop="x", state="?")) == 2


def test_the_list_needs_few_queries(desk: Client, clerk: User, two: list[OrderImport], django_assert_max_num_queries):
    shop = Account.objects.filter(kind=Account.Kind.SHOP).first()
    for number in range(40):
        OrderImport.objects.create(
            township=shop.township, shop=shop, state="undone", file_name=f"{number}.csv", created_by=clerk
        )
    desk.get(LIST)
    with django_assert_max_num_queries(12):
        answer = desk.get(LIST)
    assert len(answer.context["files"]) == 30


def test_the_empty_list_says_what_to_do(desk: Client) -> None:
    assert reverse("sales:hand_in") in desk.get(LIST).content.decode()


def test_a_counted_file_leads_on_to_its_shops_totals(desk: Client, two: list[OrderImport]) -> None:
    page = desk.get(reverse("sales:import", args=[two[0].pk])).content.decode()
    wanted = urlencode({"period": "all", "shop": two[0].shop.slug})
    assert f"{reverse('sales:totals')}?by=month&{wanted}" in unescape(page)


def test_a_files_page_shows_its_record(desk: Client, two: list[OrderImport]) -> None:
    page = desk.get(f"{LIST}{two[0].pk}/").content.decode()
    assert two[0].sha256 in page and "clerk" in page and reverse("sales:undo", args=[two[0].pk]) in page


PAGES = ["import", "bad_rows", "undo", "redo"]
DECISIONS = ["confirm", "discard", "tell_shop", "undo", "redo"]


@pytest.mark.parametrize("name", PAGES)
def test_another_townships_files_are_not_there(client: Client, stranger: User, two: list, name: str) -> None:
    client.force_login(stranger)
    assert client.get(reverse(f"sales:{name}", args=[two[0].pk])).status_code == 404


@pytest.mark.parametrize("name", DECISIONS)
def test_another_townships_files_cannot_be_decided(client: Client, stranger: User, two: list, name: str) -> None:
    client.force_login(stranger)
    assert client.post(reverse(f"sales:{name}", args=[two[0].pk])).status_code == 404


def test_another_townships_files_are_not_listed(client: Client, stranger: User, two: list[OrderImport]) -> None:
    client.force_login(stranger)
    assert names(client) == set()
    assert not client.get(reverse("sales:hand_in_files"), {"id": two[0].pk}).context["files"]


def test_another_townships_files_get_no_yes(client: Client, stranger: User, two: list[OrderImport]) -> None:
    client.force_login(stranger)
    client.post(reverse("sales:confirm_files"), {"id": two[1].pk})
    assert OrderImport.objects.get(pk=two[1].pk).state == OrderImport.State.READY


def test_a_superuser_sees_all(client: Client, admin_user: User, two: list[OrderImport]) -> None:
    client.force_login(admin_user)
    assert len(names(client)) == 2


@pytest.mark.parametrize("name", ["hand_in", "hand_in_files", "imports", "offline_template"])
def test_visitors_sign_in_first(client: Client, sample_world, name: str) -> None:
    assert client.get(reverse(f"sales:{name}")).url.startswith("/admin/login/")


@pytest.mark.parametrize("name", ["hand_in", "hand_in_files", "imports", "offline_template"])
def test_without_the_right_there_is_no_way_in(desk: Client, clerk: User, name: str) -> None:
    clerk.groups.get().permissions.remove(*clerk.groups.get().permissions.filter(codename="hand_in"))
    assert desk.get(reverse(f"sales:{name}")).url == "/admin/"


def test_undoing_needs_its_own_right(desk: Client, clerk: User, two: list[OrderImport]) -> None:
    clerk.groups.get().permissions.remove(*clerk.groups.get().permissions.filter(codename="undo"))
    assert decide(desk, two[0], "undo").state == OrderImport.State.APPLIED
    assert reverse("sales:undo", args=[two[0].pk]) not in desk.get(f"{LIST}{two[0].pk}/").content.decode()
