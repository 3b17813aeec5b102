"""Who gets what: every address of the site's own, for everybody there is (`expected.py`)."""

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client

from tests.access.addresses import Address, is_open, own_addresses
from tests.access.expected import EVERYBODY, EXPECTED, VIEWSETS, expected_of
from tests.access.records import path_of
from tests.access.world import World


def has_a_row(address: Address) -> bool:
    try:
        return expected_of(address.name) is not None
    except KeyError:
        return False


def test_every_address_has_a_row():
    assert [f"{address.name}: /{address.route}" for address in own_addresses() if not has_a_row(address)] == []


def test_every_row_has_an_address():
    """A row too many hides a name that changed."""
    names = {address.name for address in own_addresses()}
    assert EXPECTED.keys() - names == set()
    assert VIEWSETS.keys() - {name.rpartition(":")[0] for name in names} == set()


def answered(client: Client, path: str) -> HttpResponseBase:
    """What somebody gets there; where only posts are taken, what an empty post gives. Nothing of it stays."""
    answer = client.get(path)
    if answer.status_code != 405:
        return answer
    cookies = client.cookies.copy()
    undone = transaction.atomic()
    undone._from_testcase = True  # what must be outermost may be inside of this, as in Django's own tests
    with undone:
        answer = client.post(path)
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer


@pytest.mark.parametrize("name", sorted(EVERYBODY))
def test_opens_what_it_says_and_nothing_else(world: World, clients: dict[str, Client], name: str):
    wrong = {}
    for address in filter(has_a_row, own_addresses()):
        answer = answered(clients[name], path_of(address, world))
        if is_open(address, answer) != (name in expected_of(address.name)):
            wrong[address.name] = (answer.status_code, answer.headers.get("Location"))
    assert wrong == {}
