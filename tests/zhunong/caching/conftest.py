"""A small site with its page cache on, and a second process's memory beside this one's."""

from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from django.db import connection
from django.test import Client
from wagtail.models import Site

from products.models import Product, ProductPage
from zhunong.caching import memory
from zhunong.pages.demo.page_tree import publish_catalogue, publish_home, publish_product
from zhunong.places.models import Township


@pytest.fixture(autouse=True)
def cache_on(settings, tmp_path) -> Iterator[None]:
    settings.PAGE_CACHE, settings.MEDIA_ROOT = True, tmp_path / "uploads"
    caches["pages"].clear()
    yield
    caches["pages"].clear()
    Site.clear_site_root_paths_cache()  # what is rolled back tells nobody


@pytest.fixture
def page(sample_world) -> ProductPage:
    catalogue = publish_catalogue(publish_home(Township.objects.get()))
    publish_product(catalogue, Product.objects.get(slug="cherry"))
    page = ProductPage.objects.get(slug="cherry")
    for path in ("/", "/products/", page.url):  # the first visitor's page has its pictures cut
        Client().get(path)
    caches["pages"].clear()
    committed()
    return page


class OutsideOfTransactions:
    """The connection as a visitor's request has it; a test's own is within the test's transaction."""

    in_atomic_block, alias = False, "default"


@pytest.fixture
def remembering(monkeypatch) -> None:
    """Memories work as they do for visitors. After a write and before the next one: `committed()`."""
    monkeypatch.setattr(memory, "connection", OutsideOfTransactions)


def committed() -> None:
    """A test is one long transaction, in which changes leave one mark; what comes now counts as the next one."""
    connection.run_on_commit.clear()


class Memories:
    """The page memories of two processes; `use` says in which one the next request arrives."""

    def __init__(self) -> None:
        self.both = [LocMemCache(f"process-{number}", {}) for number in (1, 2)]

    def use(self, number: int) -> None:
        caches._connections.pages = self.both[number]


@pytest.fixture
def processes() -> Iterator[Memories]:
    before, memories = caches["pages"], Memories()
    yield memories
    for each in memories.both:
        each.clear()
    caches._connections.pages = before
