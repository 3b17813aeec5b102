"""Lists of tables: in one Chinese menu, found by any part of a word, few queries."""

import pytest
from django.test import Client
from django.urls import reverse

from livestreams.sales.staff.tables.desks import DESKS
from livestreams.teams.models import Team
from tests.livestreams.sales.staff.tables.desk import Desk
from zhunong.places.models import Township, Village

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("table", "word", "found"),
    [
        ("villages", "村", ["changgan", "feng", "xiabai"]),
        ("villages", "eng", ["feng"]),
        ("teams", "四小", ["fourteen"]),
        ("teams", "杆村", ["changgan-team"]),
        ("accounts", "小红", ["wechat:9301"]),
        ("accounts", "930", ["wechat:9301", "wechat:9302", "wechat:9303"]),
        ("products", "樱", ["cherry"]),
        ("origins", "下柏", ["cherry"]),
        ("skus", "10斤", ["PR-10J"]),
        ("sku_codes", "P1|", ["douyin::P1|大"]),
        ("sessions", "合", ["shared"]),
        ("sessions", "长杆", ["alone"]),
        ("villages", '"', []),
    ],
)
def test_a_row_is_found_by_any_part_of_a_word(desk: Desk, table: str, word: str, found: list[str]):
    assert sorted(desk.rows(table, q=word)) == sorted(found)


def test_all_tables_stand_in_one_menu(desk: Desk):
    from django.test import RequestFactory

    from livestreams.sales.staff.tables.hooks import menu
    from zhunong.access.models import User

    request = RequestFactory().get("/")
    request.user = User.objects.get(username="clerk")
    items = sorted(menu.menu_items_for_request(request), key=lambda item: item.order)
    labels = [str(item.label) for item in items]
    assert labels == ["乡镇", "村", "团队", "账号与归属", "产品", "产地", "规格", "商品编码", "场次", "修改记录"]


@pytest.mark.parametrize("table", [desk.name for desk in DESKS])
def test_every_table_can_be_sorted_by_what_its_heads_offer(desk: Desk, table: str):
    index = desk.page(table).context["view"]
    keys = [column.sort_key for column in index.columns if column.sort_key]
    assert [desk.page(table, ordering=key).status_code for key in keys] == [200] * len(keys)


def test_long_lists_are_read_in_few_queries(desk: Desk, django_assert_max_num_queries):
    township = Township.objects.get(slug="anyu")
    for number in range(60):
        village = Village.objects.create(slug=f"v{number}", name=f"村{number}", township=township)
        team = Team.objects.create(slug=f"t{number}", name=f"队{number}", township=township)
        team.villages.add(village)
    desk.page("teams")
    with django_assert_max_num_queries(12):
        desk.page("teams")


@pytest.mark.parametrize(
    ("table", "query", "found"),
    [
        ("accounts", {"platform": "wechat", "kind": "shop"}, ["wechat:3001"]),
        ("sku_codes", {"platform": "taobao"}, ["taobao::A"]),
        ("products", {"category": "heritage"}, []),
        ("sessions", {"platform": "kuaishou"}, []),
    ],
)
def test_a_list_is_narrowed_down_by_choices(desk: Desk, table: str, query: dict, found: list[str]):
    assert desk.rows(table, **query) == found


def test_an_empty_list_says_what_to_do(client: Client, outsider):
    client.force_login(outsider)
    assert "还没有" in client.get(reverse("table_products:index")).content.decode()


def test_a_reader_is_led_to_the_rows_history(client: Client, reader):
    client.force_login(reader)
    team = Team.objects.get(slug="fourteen")
    page = client.get(reverse("table_teams:index")).content.decode()
    assert reverse("table_teams:history", args=[team.pk]) in page
    assert reverse("table_teams:edit", args=[team.pk]) not in page
