"""Whoever has no business in a township asks for every address of the site, and is told nothing of it."""

import re
from collections.abc import Iterator

import pytest
from django.db import models
from django.test import Client
from wagtail.models import Page

from tests.access.addresses import Address, addresses, own_addresses
from tests.access.secrets import SECRETS, told
from tests.access.world import SECRET, World

OUTSIDERS = ("visitor", "other_staff", "other_reader", "other_editor", "other_member", "other_leader")
OF_THE_FIRST_TEAM = (f"{SECRET}队", "yin-ni-team", "yin-ni-member", f"{SECRET}说明")
"""What a member of the second team of the same township has no business with."""
NAMING_TEAMS = {"my_sessions:plan", "my_sessions:answer"}
"""Whom another team may be asked to share with, and who asks: by name, and no more."""
QUERIES = ("export=csv&format=csv", "export=xlsx&format=xlsx", "q=樱桃&period=own&all=1", "period=own&p=1&order=sold")
OF_WAGTAIL = ("q=%E6%A8%B1%E6%A1%83", "page_type=products.productpage", "collection_id=2", "multiple=1")
PUBLIC = {"rooms_public:rooms", "rooms_public:door", "live_public:schedule"}
"""They tell everybody which team is in a room or broadcasts, and no more (tests/livestreams/*/public)."""
NOT_ASKED = {"wagtailadmin_logout", "sign_out"} | PUBLIC


def numbers(world: World, address: Address) -> list[int]:
    """The primary keys of the home township's rows; of Wagtail's screens, those of pages and pictures do."""
    of_wagtail = [row.pk for model, row in world.first.items() if is_of_wagtail(model)]
    return sorted({*of_wagtail, *world.of_away} if address.is_of_wagtail else {row.pk for row in world.first.values()})


def is_of_wagtail(model: type[models.Model]) -> bool:
    return issubclass(model, Page) or model._meta.app_label.startswith(("wagtail", "media"))


def asked(world: World, address: Address) -> Iterator[str]:
    """The address with every number; one without numbers, in every format and with searches."""
    if address.has_numbers:
        yield from (address.at(number) for number in numbers(world, address))
        return
    yield address.at()
    queries = OF_WAGTAIL if address.is_of_wagtail else QUERIES
    yield from (f"{address.at()}?{query}" for query in queries)


def leaks(client: Client, paths: Iterator[str], secrets: tuple[str, ...] = SECRETS) -> dict[str, list[str]]:
    """What is told where."""
    answers = {path: client.get(path) for path in paths}
    broken = {path: ["server error"] for path, answer in answers.items() if answer.status_code == 500}
    return broken | {path: found for path, answer in answers.items() if (found := told(answer, secrets, path))}


@pytest.mark.parametrize("name", OUTSIDERS)
def test_no_address_tells_an_outsider_anything(world: World, clients: dict[str, Client], name: str):
    found = {}
    for address in addresses():
        if address.name not in NOT_ASKED:
            found |= leaks(clients[name], asked(world, address))
    assert found == {}


def test_no_address_tells_a_member_of_another_teams_work(world: World, clients: dict[str, Client]):
    found = {}
    for address in own_addresses():
        if address.name not in NOT_ASKED:
            words = OF_THE_FIRST_TEAM[address.name in NAMING_TEAMS :]
            found |= leaks(clients["second_member"], asked(world, address), words)
    assert found == {}


@pytest.mark.parametrize("name", ["other_staff"])
def test_no_filter_opens_another_township(world: World, clients: dict[str, Client], name: str):
    """Whatever a list can be narrowed down by, by the keys of rows elsewhere: what is typed comes back, names not."""
    found = {}
    for address in addresses():
        if address.is_of_wagtail or address.has_numbers or address.name in NOT_ASKED:
            continue
        page = clients[name].get(address.at())
        text = "" if page.streaming else page.content.decode("utf-8", "replace")
        paths = filtered(world, address.at(), text)
        found |= leaks(clients[name], paths, (SECRET,))
    assert found == {}


def filtered(world: World, path: str, text: str) -> Iterator[str]:
    for field in sorted(set(re.findall(r'<(?:select|input)[^>]* name="(\w+)"', text)) - {"csrfmiddlewaretoken"}):
        yield from (f"{path}?{field}={key}" for key in keys_for(world, field))


def keys_for(world: World, field: str) -> set[str]:
    """Keys of the row that a field of that name may mean; of any row, where the name says nothing."""
    meant = [
        row for model, row in world.first.items() if field in model._meta.model_name or model._meta.model_name in field
    ]
    keys = {str(row.pk) for row in meant or world.first.values()}
    return keys | {str(getattr(row, name)) for row in meant for name in ("slug", "code") if hasattr(row, name)}


def test_the_township_itself_is_told_its_own(world: World, clients: dict[str, Client]):
    """The crawl can find what it looks for."""
    lists = [address for address in addresses() if not address.is_of_wagtail and not address.params]
    telling = [address.name for address in lists if told(clients["staff"].get(address.at()))]
    assert {"sales:totals", "sales:lines", "sales:imports", "sales:unmapped", "sales_claims:index"} <= set(telling)


def test_without_the_walls_wagtail_would_tell(world: World, clients: dict[str, Client], settings):
    """Why they stand; and proof that the crawl sees leaks."""
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if not name.endswith("WagtailWalls")]
    stranger = Client(raise_request_exception=False)
    stranger.force_login(world.people["other_staff"])
    of_wagtail = [address for address in addresses() if address.is_of_wagtail and address.name not in NOT_ASKED]
    telling = {address.name for address in of_wagtail if leaks(stranger, asked(world, address))}
    assert "wagtailadmin_reports:site_history" in telling
