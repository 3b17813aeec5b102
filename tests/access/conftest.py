"""The secret township, planted once for a module; what a test writes is undone after it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client, override_settings

from tests.access.world import World, plant


@pytest.fixture(scope="module")
def world(
    django_db_setup: None, django_db_blocker: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """Both townships, in a transaction that is rolled back after the module's last test."""
    folder = tmp_path_factory.mktemp("secret")
    paths = {"MEDIA_ROOT": folder / "uploads", "PROOFS_DIR": folder / "proofs", "EXPORT_DIR": folder / "exports"}
    with override_settings(**paths), django_db_blocker.unblock():
        outer = transaction.atomic()
        outer._from_testcase = True  # as Django's own tests do: what must be outermost may be inside of this
        with outer:
            yield plant(folder)
            transaction.set_rollback(True)


@pytest.fixture
def clients(world: World, db: None) -> dict[str, Client]:
    """A visitor, and a client of each kind of person, signed in as long as the site lets them."""
    clients = {"visitor": Client(raise_request_exception=False)}
    for name, user in world.people.items():
        clients[name] = Client(raise_request_exception=False)
        clients[name].force_login(user)
    return clients
