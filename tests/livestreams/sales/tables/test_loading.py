import datetime

import pytest

from livestreams.sales.tables import load_tables
from livestreams.sales.tables.writing import Tally
from livestreams.sales.times import BEIJING
from livestreams.sessions.models import Session
from livestreams.teams.models import Account, Ownership, Team
from products.models import Origin, Product, Sku, SkuCode
from zhunong.places.models import Village

pytestmark = pytest.mark.django_db


def test_the_first_run_creates_every_row(tables):
    loaded = load_tables(tables.directory)
    assert {name: tally.created for name, tally in loaded.tables.items()} == {
        "townships": 2, "villages": 3, "teams": 2, "accounts": 3, "products": 2, "origins": 2, "skus": 2,
        "sku_codes": 2, "sessions": 2,
    }  # fmt: skip


def test_a_second_run_finds_every_row_unchanged(tables):
    load_tables(tables.directory)
    again = load_tables(tables.directory)
    assert all(tally.created == tally.changed == 0 and tally.unchanged for tally in again.tables.values())


def test_the_samples_load_twice(samples):
    first, second = load_tables(samples / "tables"), load_tables(samples / "tables")
    assert first.tables["sku_codes"] == Tally(created=35)
    assert second.tables["sku_codes"] == Tally(unchanged=35)


def test_a_subset_of_tables_is_enough(tables):
    load_tables(tables.directory)
    loaded = load_tables(tables.only("villages", "changgan,长杆村,anyu"))
    assert loaded.tables == {"villages": Tally(created=1)}


def test_rows_not_named_any_more_stay(tables):
    load_tables(tables.directory)
    load_tables(tables.only("villages", "feng,冯村,anyu"))
    assert Village.objects.count() == 3


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("townships", "绛县\nhengshui", "闻喜县\nhengshui"),
        ("villages", "冯村", "冯家村"),
        ("teams", "冯村队", "冯村助农队"),
        ("teams", "anyu,feng", "anyu,feng;xiabai"),
        ("accounts", "2026-06-01", "2026-07-01"),
        ("accounts", "冯村主播,streamer", "冯村主播,shop"),
        ("products", "大樱桃,fruit", "大樱桃,processed"),
        ("origins", "feng:55;xiabai:45", "feng:50;xiabai:50"),
        ("skus", "2500", "2600"),
        ("sessions", "第1场", "首场"),
        ("sessions", "20:00:00,2026-05-01 22:00:00", "20:30:00,2026-05-01 22:00:00"),
        ("sessions", "2026-05-01 22:00:00,feng-team:100", "2026-05-01 22:30:00,feng-team:100"),
    ],
)
def test_one_changed_cell_changes_one_row(tables, table, old, new):
    load_tables(tables.directory)
    loaded = load_tables(tables.replace(table, old, new))
    assert {name: tally.changed for name, tally in loaded.tables.items() if tally.changed} == {table: 1}
    assert all(tally.created == 0 for tally in loaded.tables.values())


def test_times_are_beijing_time(tables):
    load_tables(tables.directory)
    assert Session.objects.get(slug="first").started_at == datetime.datetime(2026, 5, 1, 20, tzinfo=BEIJING)


def test_times_may_be_written_as_spreadsheets_do(tables):
    load_tables(tables.replace("sessions", "2026-05-01 20:00:00", "2026/5/1 9:05"))
    assert Session.objects.get(slug="first").started_at == datetime.datetime(2026, 5, 1, 9, 5, tzinfo=BEIJING)


def test_a_session_belongs_to_the_township_of_its_account(tables):
    load_tables(tables.directory)
    assert Session.objects.get(slug="first").township.slug == "anyu"


def test_two_sessions_may_trade_places(tables):
    load_tables(tables.directory)
    load_tables(
        tables.only(
            "sessions",
            "first,第1场,douyin,1001,2026-05-02 20:00:00,2026-05-02 22:00:00,feng-team:100",
            "second,第2场,douyin,1001,2026-05-01 20:00:00,2026-05-01 22:00:00,feng-team:100",
        )
    )
    assert list(Session.objects.order_by("started_at").values_list("slug", flat=True)) == ["second", "first"]


def test_an_account_is_called_as_in_its_latest_row(tables):
    tables.add("accounts", "douyin,1001,安峪新店,shop,anyu,,2026-06-01,")
    load_tables(tables.directory)
    assert Account.objects.get(account_id="1001").nickname == "安峪新店"


def test_an_earlier_row_loaded_later_does_not_rename_the_account(tables):
    load_tables(tables.directory)
    load_tables(tables.only("accounts", "douyin,1001,旧店,streamer,anyu,,2025-01-01,2026-01-01"))
    account = Account.objects.get(account_id="1001")
    assert (account.nickname, account.kind) == ("安峪店", Account.Kind.SHOP)


def test_an_account_changes_hands_by_an_end_and_a_new_row(tables):
    load_tables(tables.directory)
    load_tables(
        tables.only(
            "accounts",
            "douyin,2001,横水店,shop,hengshui,heng-team,2026-01-01,2026-03-01",
            "douyin,2001,横水店,shop,hengshui,,2026-03-01,",
        )
    )
    assert Ownership.objects.get(account__account_id="2001", valid_to=None).team is None


def test_a_blank_cell_of_villages_means_the_whole_township(tables):
    load_tables(tables.directory)
    load_tables(tables.only("teams", "feng-team,冯村队,anyu,"))
    assert not Team.objects.get(slug="feng-team").villages.exists()


def test_origin_shares_are_kept_by_day(tables):
    load_tables(tables.directory)
    assert Origin.objects.get(valid_from="2026-05-01").shares_by_slug() == {"feng": 55, "xiabai": 45}


def test_two_townships_may_use_the_same_code(tables):
    tables.add("sku_codes", "douyin,,7001|5斤,JJ-1J")
    load_tables(tables.directory)
    assert SkuCode.objects.filter(code="7001|5斤").count() == 2


def test_a_code_may_be_pointed_at_another_sku(tables):
    load_tables(tables.directory)
    tables.only("skus", "CH-3J,cherry,樱桃3斤,1500")
    load_tables(tables.write("sku_codes", "platform,account_id,code,sku", "douyin,1001,AY-1,CH-3J"))
    assert SkuCode.objects.get(code="AY-1").sku == Sku.objects.get(code="CH-3J")


def test_figures_that_no_table_knows_stay(tables):
    load_tables(tables.directory)
    Product.objects.filter(slug="cherry").update(area_mu=3000)
    load_tables(tables.replace("products", "大樱桃", "樱桃"))
    assert Product.objects.get(slug="cherry").area_mu == 3000


def test_thousands_of_rows_take_few_queries(tables, django_assert_max_num_queries):
    tables.write("villages", "slug,name,township", *(f"v{number},村{number},anyu" for number in range(3000)))
    for name in ("teams", "accounts", "products", "origins", "skus", "sku_codes", "sessions"):
        (tables.directory / f"{name}.csv").unlink()
    with django_assert_max_num_queries(40):
        load_tables(tables.directory)


def test_a_pack_whose_name_may_not_be_said_of_food_is_taken_but_not_shown(tables):
    load_tables(tables.replace("skus", "樱桃5斤", "全国第一樱桃5斤"))
    shown = dict(Sku.objects.values_list("name", "is_shown"))
    assert shown == {"全国第一樱桃5斤": False, "红枣1斤": True}


def test_a_pack_renamed_to_such_a_name_is_shown_no_more(tables):
    load_tables(tables.directory)
    load_tables(tables.replace("skus", "红枣1斤", "富硒红枣1斤"))
    assert not Sku.objects.get(code="JJ-1J").is_shown
