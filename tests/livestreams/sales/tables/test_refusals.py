import pytest

from livestreams.sales.tables import TableRefused, load_tables
from zhunong.places.models import Township

pytestmark = pytest.mark.django_db

BROKEN_ROWS = {
    # table, row, column, part of the reason
    "empty_required_cell": ("villages", "changgan,,anyu", "name", "empty"),
    "short_row": ("villages", "changgan,长杆村", "township", "empty"),
    "long_row": ("villages", "changgan,长杆村,anyu,more", None, "under no header"),
    "bad_slug": ("villages", "长杆,长杆村,anyu", "slug", "not a slug"),
    "too_long": ("villages", f"changgan,{'长' * 51},anyu", "name", "longer than 50"),
    "control_character": ("villages", "changgan,长\x00杆村,anyu", "name", "control character"),
    "village_of_unknown_township": ("villages", "changgan,长杆村,nowhere", "township", "“nowhere”"),
    "same_village_twice": ("villages", "feng,冯村,anyu", "slug", "row 2"),
    "team_of_unknown_township": ("teams", "t,队,nowhere,", "township", "“nowhere”"),
    "team_of_unknown_village": ("teams", "t,队,anyu,feng;nowhere", "villages", "“nowhere”"),
    "team_of_a_foreign_village": ("teams", "t,队,anyu,heng", "villages", "another township"),
    "unknown_platform": ("accounts", "ebay,1,店,shop,anyu,,,", "platform", "“ebay”"),
    "unknown_kind": ("accounts", "douyin,1,店,boat,anyu,,,", "kind", "shop, streamer"),
    "damaged_id": ("accounts", "douyin,6.91793E+18,店,shop,anyu,,,", "account_id", "damaged"),
    "account_of_unknown_township": ("accounts", "douyin,1,店,shop,nowhere,,,", "township", "“nowhere”"),
    "account_of_unknown_team": ("accounts", "douyin,1,店,shop,anyu,nobody,,", "team", "“nobody”"),
    "account_of_a_foreign_team": ("accounts", "douyin,1,店,shop,anyu,heng-team,,", "team", "another township"),
    "account_in_two_townships": (
        "accounts", "douyin,1001,店,shop,hengshui,,2026-06-01,", "township", "another township",
    ),
    "day_that_does_not_exist": ("accounts", "douyin,1,店,shop,anyu,,2026-02-30,", "valid_from", "not a day"),
    "day_with_a_time": ("accounts", "douyin,1,店,shop,anyu,,2026-02-03 08:00,", "valid_from", "not a day"),
    "end_on_the_first_day": ("accounts", "douyin,1,店,shop,anyu,,2026-02-03,2026-02-03", "valid_to", "after"),
    "same_start_twice": ("accounts", "douyin,1001,店,shop,anyu,,2026-01-01,", "valid_from", "row 2"),
    "two_owners_on_one_day": ("accounts", "douyin,1001,店,shop,anyu,,2026-05-31,", "valid_from", "“feng-team”"),
    "two_owners_since_ever": (
        "accounts", "douyin,1001,店,shop,anyu,,,2026-01-02", "valid_from", "two owners",
    ),
    "unknown_category": ("products", "p,品,toy,anyu", "category", "heritage"),
    "origin_of_unknown_product": ("origins", "plum,,feng:100", "product", "“plum”"),
    "origin_in_unknown_village": ("origins", "jujube,,nowhere:100", "shares", "“nowhere”"),
    "origin_in_a_foreign_village": ("origins", "jujube,,feng:100", "shares", "another township"),
    "shares_short_of_100": ("origins", "jujube,,heng:99", "shares", "sum to 99"),
    "share_that_is_no_number": ("origins", "jujube,,heng:all", "shares", "“heng:all”"),
    "origin_twice_a_day": ("origins", "cherry,2026/5/1,feng:100", "valid_from", "row 3"),
    "sku_of_unknown_product": ("skus", "P-1,plum,李,500", "product", "“plum”"),
    "weight_in_words": ("skus", "CH-1J,cherry,樱桃,一斤", "net_weight_g", "not a whole number"),
    "weight_below_zero": ("skus", "CH-1J,cherry,樱桃,-1", "net_weight_g", "not a whole number"),
    "weight_beyond_all_measure": ("skus", "CH-1J,cherry,樱桃,9999999999", "net_weight_g", "not a whole number"),
    "code_of_unknown_sku": ("sku_codes", "douyin,,X,NO-SKU", "sku", "“NO-SKU”"),
    "code_of_unknown_shop": ("sku_codes", "douyin,999,X,CH-5J", "account_id", "“999”"),
    "code_of_a_streamer": ("sku_codes", "douyin,1002,X,CH-5J", "account_id", "“1002”"),
    "code_of_a_shop_elsewhere": ("sku_codes", "kuaishou,1001,X,CH-5J", "account_id", "“1001”"),
    "code_of_a_foreign_shop": ("sku_codes", "douyin,2001,X,CH-5J", "account_id", "another township"),
    "code_twice": ("sku_codes", "douyin,1001,AY-1,CH-5J", "code", "row 2"),
    "session_of_unknown_account": (
        "sessions", "s,场,douyin,999,2026-05-03 20:00,2026-05-03 22:00,feng-team:100", "account_id", "“999”",
    ),
    "session_of_unknown_team": (
        "sessions", "s,场,douyin,1001,2026-05-03 20:00,2026-05-03 22:00,nobody:100", "teams", "“nobody”",
    ),
    "session_of_a_foreign_team": (
        "sessions", "s,场,douyin,1001,2026-05-03 20:00,2026-05-03 22:00,heng-team:100", "teams", "another township",
    ),
    "session_of_nobody": (
        "sessions", "s,场,douyin,1001,2026-05-03 20:00,2026-05-03 22:00,", "teams", "empty",
    ),
    "session_without_a_clock": (
        "sessions", "s,场,douyin,1001,2026-05-03,2026-05-03 22:00,feng-team:100", "started_at", "not a time",
    ),
    "hour_that_does_not_exist": (
        "sessions", "s,场,douyin,1001,2026-05-03 25:00,2026-05-03 22:00,feng-team:100", "started_at", "not a time",
    ),
    "session_ends_as_it_starts": (
        "sessions", "s,场,douyin,1001,2026-05-03 20:00,2026-05-03 20:00,feng-team:100", "ended_at", "after",
    ),
    "overlapping_sessions": (
        "sessions", "s,场,douyin,1001,2026-05-01 21:59:59,2026-05-01 23:00,feng-team:100", "started_at", "“first”",
    ),
    "session_within_a_long_one": (
        "sessions", "s,场,douyin,1001,2026-05-01 10:00,2026-05-03 23:00,feng-team:100", "started_at", "overlaps",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "row", "column", "reason"), BROKEN_ROWS.values(), ids=BROKEN_ROWS)
def test_a_broken_row_is_refused_by_file_row_column_and_reason(tables, table, row, column, reason):
    number = tables.add(table, row)
    with pytest.raises(TableRefused) as refused:
        load_tables(tables.directory)
    found = refused.value
    assert (found.file, found.row, found.column) == (f"{table}.csv", number, column)
    assert reason in str(found)


BROKEN_LATER = {
    "village_moves": ("villages", "feng,冯村,hengshui", "township", "“feng” belongs to another township"),
    "team_moves": ("teams", "feng-team,队,hengshui,", "township", "another township"),
    "product_moves": ("products", "cherry,樱桃,fruit,hengshui", "township", "another township"),
    "account_moves": ("accounts", "douyin,1001,店,shop,hengshui,,2026-07-01,", "township", "another township"),
    "sku_moves": ("skus", "CH-5J,jujube,枣,500", "product", "another township"),
    "session_moves": (
        "sessions", "first,场,douyin,2001,2026-05-01 20:00,2026-05-01 22:00,heng-team:100", "slug", "another township",
    ),
    "owner_kept_by_the_database": (
        "accounts", "douyin,1001,店,shop,anyu,,2026-05-01,", "valid_from", "from 2026-01-01 to 2026-06-01",
    ),
    "session_kept_by_the_database": (
        "sessions", "s,场,douyin,1001,2026-05-01 21:00,2026-05-01 23:00,feng-team:100", "started_at", "“first”",
    ),
    "session_at_the_same_start": (
        "sessions", "s,场,douyin,1001,2026-05-01 20:00,2026-05-01 21:00,feng-team:100", "started_at", "“first”",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "row", "column", "reason"), BROKEN_LATER.values(), ids=BROKEN_LATER)
def test_a_row_at_odds_with_the_database_is_refused(tables, table, row, column, reason):
    load_tables(tables.directory)
    with pytest.raises(TableRefused) as refused:
        load_tables(tables.only(table, row))
    assert (refused.value.row, refused.value.column) == (2, column)
    assert reason in str(refused.value)


BROKEN_HEADERS = {
    "unknown_column": ("slug,name,township,colour", "colour", "unknown"),
    "missing_column": ("slug,name", "township", "missing"),
    "column_twice": ("slug,name,township,name", "name", "twice"),
}


@pytest.mark.parametrize(("header", "column", "reason"), BROKEN_HEADERS.values(), ids=BROKEN_HEADERS)
def test_a_broken_header_is_refused_as_row_1(tables, header, column, reason):
    tables.write("villages", header)
    with pytest.raises(TableRefused) as refused:
        load_tables(tables.directory)
    assert (refused.value.row, refused.value.column) == (1, column)
    assert reason in str(refused.value)


def test_a_refusal_names_file_row_column_and_reason_in_one_sentence(tables):
    tables.add("villages", "changgan,长杆村,nowhere")
    with pytest.raises(TableRefused, match=r"^villages\.csv.*") as refused:
        load_tables(tables.directory)
    assert str(refused.value).startswith("villages.csv row 5, column township: ")


def test_a_refusal_in_the_last_table_leaves_nothing_of_the_first(tables):
    tables.add("sessions", "s,场,douyin,999,2026-05-03 20:00,2026-05-03 22:00,feng-team:100")
    with pytest.raises(TableRefused):
        load_tables(tables.directory)
    assert not Township.objects.exists()
