"""The counts in the menu: as long as the lists, one query, and only for those who may see them."""

import json

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from livestreams.sales.staff.manual.counts import doublets_of
from livestreams.sales.staff.work.lists import WORK_LISTS, count, work_counts, work_lists
from tests.people import county_reader, room_manager_of
from zhunong.access.counting import counted
from zhunong.places.models import Township

EVERY = {
    "written": 1, "requests": 1, "doublets": 1, "unmapped": 2, "strangers": 1, "unclaimed": 1, "provisional": 1,
    "words": 1, "times": 0,
}  # fmt: skip


def asked_by(user):
    request = RequestFactory().get("/admin/")
    request.user = user
    return request


def test_every_list_counts_what_waits(waiting, clerk):
    assert count(WORK_LISTS, clerk) == EVERY


def test_nothing_waits_in_an_empty_township(world, clerk):
    assert set(count(WORK_LISTS, clerk).values()) == {0}


def test_another_township_has_nothing_of_ours(waiting, outsider):
    assert set(count(WORK_LISTS, outsider).values()) == {0}


def test_the_county_counts_its_townships(waiting):
    assert count(WORK_LISTS, county_reader("绛县", "county")) == EVERY


def test_the_administrator_counts_all(waiting, admin_user):
    assert count(WORK_LISTS, admin_user) == EVERY


@pytest.mark.parametrize(
    ("name", "rows"), [("unmapped", "listings"), ("provisional", "rows"), ("strangers", "page"), ("unclaimed", "page"),
                       ("words", "page"), ("requests", "requests"), ("doublets", "doublets")]
)  # fmt: skip
def test_the_count_is_the_length_of_the_list(waiting, desk, clerk, name, rows):
    assert len(desk.get(reverse(f"sales:{name}")).context[rows]) == count(WORK_LISTS, clerk)[name]


def test_doublets_are_those_of_the_doublets_themselves(waiting, clerk, write_down):
    write_down(amount_fen=1)
    assert count(WORK_LISTS, clerk)["doublets"] == len(doublets_of(clerk)) == 1


def test_a_doublet_kept_apart_is_counted_no_more(waiting, desk, clerk):
    shown = desk.get(reverse("sales:doublets")).context["doublets"][0][0]
    desk.post(reverse("sales:decide_doublet", args=[shown.sale.pk]), {"seen": shown.fingerprint})
    assert (count(WORK_LISTS, clerk)["doublets"], len(doublets_of(clerk))) == (0, 0)


def test_all_counts_are_one_query(waiting, clerk, django_assert_num_queries):
    lists = work_lists(clerk)
    with django_assert_num_queries(1):
        count(lists, clerk)


def test_counts_are_asked_once_a_request(waiting, clerk, django_assert_num_queries):
    request = asked_by(clerk)
    work_counts(request)
    with django_assert_num_queries(0):
        work_counts(request)


def test_nothing_is_asked_for_those_who_see_no_list(world, django_assert_max_num_queries):
    manager = room_manager_of(Township.objects.get(slug="anyu"), "manager")
    work_lists(manager)
    with CaptureQueriesContext(connection) as queries:
        assert work_counts(asked_by(manager)) == {}
    assert len(queries) == 0


def plan(user) -> list[str]:
    with CaptureQueriesContext(connection) as queries:
        count(WORK_LISTS, user)
    [asked] = queries.captured_queries
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {asked['sql']}")
        return [step[3] for step in cursor.fetchall()]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the plan is SQLite's")
def test_lines_are_found_by_index_and_never_a_whole_township_of_them(waiting, clerk):
    by_line = [step for step in plan(clerk) if "line_" in step or "sales_line" in step]
    assert by_line and all(step.startswith("SEARCH") for step in by_line)
    assert [step for step in by_line if "line_township_day" in step and "day<" not in step] == []


def props(client) -> str:
    return client.get(reverse("sales:coverage")).text


def test_the_menu_bears_the_sum_and_each_item_its_count(waiting, desk):
    html = props(desk)
    assert f'"data-count": "{sum(EVERY.values())}"' in html
    assert html.count('"data-count": "2"') == 1


def test_a_menu_without_work_bears_no_number(world, desk):
    assert "data-count" not in props(desk)


def test_one_reader_does_not_see_the_count_of_another(waiting, desk, client, outsider):
    assert "data-count" in props(desk)
    client.force_login(outsider)
    assert "data-count" not in props(client)


def test_the_count_is_told_to_ears_too():
    assert counted("待办", 3) == {"data-count": "3", "aria-label": "待办，3 项待处理"}


def test_lists_that_became_work_stand_in_one_menu_only(waiting, desk):
    html = props(desk)
    assert html.count(json.dumps(reverse("sales:doublets"))) == 1
