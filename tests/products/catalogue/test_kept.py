"""What a process keeps of the catalogue holds only as long as nothing was written."""

import datetime

import pytest
from django.db import connection

from products.catalogue.inventory import inventory_of
from products.catalogue.shelf import Shelf
from products.models import ProductPage, Season
from tests.products.catalogue.builders import TODAY, day, put_catalogue, put_product, put_season
from zhunong.caching import memory


class OutsideOfTransactions:
    """The connection as a visitor's request has it; a test's own is within the test's transaction."""

    in_atomic_block, alias = False, "default"


def commit() -> None:
    """What is written from here on is another transaction to the stamp."""
    connection.run_on_commit.clear()


@pytest.fixture
def shelf(db, monkeypatch) -> Shelf:
    monkeypatch.setattr(memory, "connection", OutsideOfTransactions)
    catalogue = put_catalogue()
    put_product(catalogue, "pear", "红香酥梨")
    commit()
    return Shelf(catalogue, TODAY)


def keys(shelf: Shelf) -> list[str]:
    return [key.split("\n")[0] for key in inventory_of(shelf).keys]


def test_it_is_read_once(shelf, django_assert_num_queries):
    inventory_of(shelf)
    with django_assert_num_queries(1):
        inventory_of(shelf)


def test_a_new_product_is_there_at_once(shelf):
    keys(shelf)
    put_product(shelf.pages().get().get_parent(), "plum", "李子")
    assert keys(shelf) == ["hongxiangsuli", "lizi"]


def test_a_season_that_was_written_holds_at_once(shelf):
    assert inventory_of(shelf).now == 0
    put_season(shelf.pages().get(), day(10, 1), day(10, 31))
    assert inventory_of(shelf).now == 1
    commit()
    Season.objects.update(sold_out_on=TODAY)
    assert inventory_of(shelf).now == 0


def test_a_page_taken_down_is_gone_at_once(shelf):
    keys(shelf)
    ProductPage.objects.get().unpublish()
    assert keys(shelf) == []


def test_another_day_is_another_inventory(shelf):
    put_season(shelf.pages().get(), day(10, 16), day(10, 31))
    assert inventory_of(shelf).now == 0
    tomorrow = Shelf(shelf.pages().get().get_parent(), TODAY + datetime.timedelta(days=1))
    assert inventory_of(tomorrow).now == 1
