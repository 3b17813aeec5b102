"""Every list of the site with 5,000 rows in every table: few queries, whoever looks at it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.access.addresses import own_addresses
from tests.access.many import multiply
from tests.access.world import World

MOST_QUERIES = 12
SEVERAL_LISTS = {"my:home": 17, "my_rooms:next": 14, "live_public:schedule": 13}
"""Pages that are several lists at once."""
NO_LISTS = {"sign_out", "set_language", "choose_language", "favicon.ico", "robots", "sitemap"}


@pytest.fixture(scope="module")
def many(world: World, django_db_blocker: pytest.FixtureRequest) -> World:
    multiply(world)
    return world


def queries(client: Client, path: str) -> int:
    """Those of a page; asked a second time where they are many, as caches are warm then."""
    first = counted(client, path)
    return counted(client, path) if first > MOST_QUERIES else first


def counted(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(path)
    return len(captured) if answer.status_code == 200 else 0


@pytest.mark.parametrize("name", ["staff", "county_reader", "member"])
def test_lists_take_few_queries(many: World, clients: dict[str, Client], name: str):
    lists = [address for address in own_addresses() if not address.params and address.name not in NO_LISTS]
    taken = {address.name: queries(clients[name], address.at()) for address in lists}
    assert {name: count for name, count in taken.items() if count > SEVERAL_LISTS.get(name, MOST_QUERIES)} == {}
