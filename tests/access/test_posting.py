"""Whoever has no business in a township posts to every address, with its keys in the form: nothing of it changes."""

import pytest
from django.db import transaction
from django.test import Client

from media.models import CustomImage
from products.models import ProductPage
from tests.access.addresses import Address, addresses
from tests.access.records import path_of
from tests.access.state import differences, forged, state
from tests.access.test_crawl import NOT_ASKED
from tests.access.world import World

OUTSIDERS = ("visitor", "other_staff", "other_reader", "other_editor", "other_leader")
FALLS_OVER = {"wagtailadmin_choose_page_external_link"}
"""Wagtail's own, over a post without its only field, which no form sends. It writes nothing."""
LOOKING_ON = ("reader", "county_reader")
"""They see the home township, and may change nothing. The reader is in its second team, and so has rights there."""
OF_THEIR_TEAM = ("my_sales:", "my:", "people:", "set_language", "sign_in", "one_time_link")


def posted_to(world: World, address: Address) -> str:
    """Of Wagtail's screens those of a picture and those of a page, for what they are about."""
    if not address.is_of_wagtail:
        return path_of(address, world)
    return address.at(world.first[CustomImage if "images" in address.name else ProductPage].pk)


def changed_by(client: Client, world: World, of: list[Address], looking_closely: bool = False) -> dict[str, list[str]]:
    """What a client's posts changed, by address; an error of the server is a change too.

    Looks at the tables once, and after each post only where something changed.
    """
    found, before, form = {}, state(world), forged(world)
    with transaction.atomic():
        for address in of:
            path = posted_to(world, address)
            answers = [client.post(path), client.post(path, form)]
            after = state(world) if looking_closely else before
            if differences(before, after) or any(answer.status_code == 500 for answer in answers):
                found[path] = differences(before, after) or ["server error"]
            before = after
        is_changed = bool(differences(before, state(world)))
        transaction.set_rollback(True)
    return changed_by(client, world, of, True) if is_changed and not looking_closely else found


@pytest.mark.parametrize("name", OUTSIDERS)
def test_no_outsiders_post_changes_anything(world: World, clients: dict[str, Client], name: str):
    of = [address for address in addresses() if address.name not in NOT_ASKED | FALLS_OVER]
    assert changed_by(clients[name], world, of) == {}


@pytest.mark.parametrize("name", LOOKING_ON)
def test_nobody_who_only_looks_changes_anything(world: World, clients: dict[str, Client], name: str):
    of = [each for each in addresses() if each.name not in NOT_ASKED and not each.name.startswith(OF_THEIR_TEAM)]
    assert changed_by(clients[name], world, of) == {}


def test_staff_change_their_own_by_the_same_posts(world: World, clients: dict[str, Client]):
    """The crawl can change what it must not."""
    of = [address for address in addresses() if address.name.startswith("sales")]
    assert changed_by(clients["staff"], world, of)


def test_staff_change_their_own_pages_by_the_same_posts(world: World, clients: dict[str, Client]):
    of = [address for address in addresses() if address.name.startswith("wagtailadmin_pages:")]
    assert changed_by(clients["staff"], world, of)
