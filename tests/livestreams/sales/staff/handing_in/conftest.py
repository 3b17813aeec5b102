"""Staff who hand files in. Reading happens in this process, so that it takes part in the test's transaction."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from livestreams.sales import background
from livestreams.sales.background import ToRead
from livestreams.sales.management.commands.read_order_files import Command
from livestreams.sales.models import OrderImport
from livestreams.teams.models import Account
from tests.people import another_township, staff_of
from zhunong.access.models import User
from zhunong.places.models import Township

HandIn = Callable[..., OrderImport]


def read_here(files: Iterable[ToRead], by: User) -> None:
    """What the reading process does, without the process."""
    for file in files:
        job = {name: value for name, value in vars(file).items() if name != "stream"}
        job["descriptor"] = os.dup(file.stream.fileno()) if file.stream else None
        Command().read(job, by)


@pytest.fixture
def reading_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "start_reading", read_here)


@pytest.fixture
def clerk(sample_world: Path) -> User:
    return staff_of(Township.objects.get(slug="anyu"), "clerk")


@pytest.fixture
def stranger(sample_world: Path) -> User:
    """Staff of another township."""
    return staff_of(another_township(), "stranger")


@pytest.fixture
def desk(client: Client, clerk: User, reading_here: None) -> Client:
    """The clerk, signed in."""
    client.force_login(clerk)
    return client


@pytest.fixture
def hand_in(desk: Client, samples: Path) -> HandIn:
    """Hands one file in on the site. Returns its import, read by now."""

    def hand_one_in(name: str | Path, **fields: object) -> OrderImport:
        with (samples / name).open("rb") as file:
            desk.post(reverse("sales:hand_in"), {"files": file, **fields})
        return OrderImport.objects.first()

    return hand_one_in


@pytest.fixture
def second_shop(sample_world: Path) -> Account:
    """Another Douyin shop, so that the platform alone tells nothing."""
    return Account.objects.create(
        platform="douyin",
        account_id="77",
        kind=Account.Kind.SHOP,
        nickname="二号店",
        township=Township.objects.get(slug="anyu"),
    )


def page_of(client: Client, order_import: OrderImport) -> str:
    return client.get(reverse("sales:import", args=[order_import.pk])).content.decode()


def decide(client: Client, order_import: OrderImport, decision: str, **fields: object) -> OrderImport:
    """Post a decision. Returns the import as it is then."""
    client.post(reverse(f"sales:{decision}", args=[order_import.pk]), fields)
    return OrderImport.objects.get(pk=order_import.pk)
