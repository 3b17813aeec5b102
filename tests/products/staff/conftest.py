"""The small world of products with people who work on it."""

import pytest
from django.test import Client

from livestreams.teams.models import Team
from products.models import Product, Sku
from tests import people
from tests.livestreams.sales.builders import write_world
from zhunong.access.models import User
from zhunong.places.models import Township, Village


@pytest.fixture
def world(db: None, tmp_path) -> Township:
    """安峪镇 with three villages, two products and their packs."""
    from livestreams.sales.tables import load_tables

    load_tables(write_world(tmp_path))
    return Township.objects.get(slug="anyu")


@pytest.fixture
def cherry(world: Township) -> Product:
    """Grows in 长杆村, 冯村 and 下柏村."""
    return Product.objects.get(slug="cherry")


@pytest.fixture
def pack(cherry: Product) -> Sku:
    return Sku.objects.get(code="CH-5J")


@pytest.fixture
def feng(world: Township) -> Village:
    return Village.objects.get(slug="feng")


@pytest.fixture
def clerk(world: Township) -> User:
    return people.staff_of(world, "clerk")


@pytest.fixture
def desk(clerk: User) -> Client:
    return signed_in(clerk)


@pytest.fixture
def leader(world: Township) -> User:
    return people.leader_of(Team.objects.get(slug="feng-team"), "feng-leader")


@pytest.fixture
def foreign(world: Township) -> Product:
    """A product of another township, with a village and a pack."""
    elsewhere = people.another_township()
    Village.objects.create(slug="far", name="远村", township=elsewhere)
    product = Product.objects.create(slug="far-pear", name="外镇梨", category="fruit", township=elsewhere)
    Sku.objects.create(code="FAR-1", product=product, name="外镇梨5斤", net_weight_g=2500)
    return product


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
