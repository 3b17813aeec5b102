"""The desk's first screen: what waits, the month, yesterday's files, the ways to all work; each for who may see it."""

import datetime

import pytest

from livestreams.sales.staff.totals.periods import today
from livestreams.teams.models import Ownership
from tests.livestreams.sales.builders import bring_rows, row
from tests.people import another_township, room_manager_of, staff_of
from zhunong.places.models import Township

NOW = f"{today()} 00:30:00"


@pytest.fixture
def desk(client, clerk):
    client.force_login(clerk)
    return client


@pytest.fixture
def sold(world):
    bring_rows(
        row("douyin", "unmapped", amount="20.00", code="X", product_id="P9", paid=NOW),
        row("douyin", "back", amount="5.00", after="退款成功", paid=NOW),
        row("douyin", "before", amount="7.00", paid="2026-05-30 12:00:00"),
        at=f"{today()} 01:00:00",
    )


def desk_of(client) -> dict:
    response = client.get("/admin/")
    names = ("todo", "month", "late", "files", "items", "tables")
    return {name: response.context[name] for name in names if name in response.context}


def test_what_waits_comes_first_with_its_count(sold, desk):
    first, *others = desk_of(desk)["todo"]
    assert (first["list"].name, first["count"]) == ("unmapped", 1)
    assert [each["count"] for each in others] == [0] * len(others)


def test_the_month_is_this_month_net_of_refunds(sold, desk):
    month = desk_of(desk)["month"]
    assert (month["net"], month["paid"], month["refunded"], month["lines"]) == (2000, 2500, 500, 2)


def test_the_file_handed_in_last_leads_to_its_page(sold, desk):
    [shown] = desk_of(desk)["files"]
    assert f"/admin/sales/imports/{shown.file.pk}/" in desk.get("/admin/").text


def test_shops_whose_file_of_yesterday_is_missing_are_counted(sold, desk):
    late = desk_of(desk)["late"]
    bring_rows(row("kuaishou", "k"), at=f"{today()} 02:00:00")
    assert desk_of(desk)["late"] == late - 1


def test_a_shop_given_up_is_late_no_more(world, desk):
    late = desk_of(desk)["late"]
    Ownership.objects.filter(account__account_id="1001").update(valid_to=today() - datetime.timedelta(1))
    assert desk_of(desk)["late"] == late - 1


def test_tiles_lead_to_what_the_menu_leads_to(world, desk):
    names = [item.name for item in desk_of(desk)["items"]]
    assert names[:4] == ["hand-in", "imports", "totals", "lines"]
    assert {"coverage", "people", "help-zh"} <= set(names)
    assert len(names) == len(set(names))


def test_every_table_is_one_click_away(world, desk):
    assert [item.name for item in desk_of(desk)["tables"]][:3] == ["table-townships", "table-villages", "table-teams"]


def test_another_township_sees_nothing_of_ours(sold, client):
    client.force_login(staff_of(another_township(), "outsider"))
    shown = desk_of(client)
    assert (shown["month"]["paid"], shown["late"], shown["files"]) == (0, 0, [])
    assert {each["count"] for each in shown["todo"]} == {0}


def test_a_reader_finds_figures_but_no_files(sold, client, reader):
    client.force_login(reader)
    shown = desk_of(client)
    assert shown["month"]["net"] == 2000 and shown["files"] == []


def test_a_room_manager_sees_no_figure_of_sales(sold, client):
    client.force_login(room_manager_of(Township.objects.get(slug="anyu"), "manager"))
    shown = desk_of(client)
    assert (shown["todo"], shown["month"], shown["files"]) == ([], None, [])


def test_it_takes_at_most_twelve_queries(sold, desk, django_assert_max_num_queries):
    desk.get("/admin/")
    with django_assert_max_num_queries(12):
        desk.get("/admin/")
