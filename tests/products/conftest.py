"""A product's page in a bare site, read in English on a day in October."""

import datetime
from collections.abc import Callable

import pytest
from django.utils import timezone

from products.models import ProductPage
from tests.products.catalogue.builders import TODAY, put_catalogue, put_product, village


@pytest.fixture
def october(monkeypatch) -> datetime.date:
    """The day of the builders' figures."""
    monkeypatch.setattr(timezone, "localdate", lambda value=None, zone=None: TODAY)
    return TODAY


@pytest.fixture
def pear(db, october) -> ProductPage:
    """Grown in two villages; nothing else is known of it."""
    return put_product(
        put_catalogue(), "pear", "红香酥梨", villages=(village("xiabai", "下柏村"), village("feng", "冯村"))
    )


@pytest.fixture
def read(client) -> Callable[[str], str]:
    """The page at an address, in English."""
    return lambda path: client.get(path, headers={"cookie": "django_language=en"}).text
