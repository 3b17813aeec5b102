"""Two townships with a home page, a catalogue and two products each; and who works on their pages."""

from dataclasses import dataclass

import pytest
from django.test import Client
from wagtail.models import Page

from livestreams.teams.models import Team
from products.models import CataloguePage, Product
from tests import people
from zhunong.access.models import User
from zhunong.pages.models import HomePage
from zhunong.places.models import Township


@dataclass
class Place:
    """A township's pages and people."""

    township: Township
    home: HomePage
    catalogue: CataloguePage
    product: Product
    staff: User
    leader: User
    editor: User


def settle(slug: str, name: str) -> Place:
    township = Township.objects.create(slug=slug, name=f"{name}镇", county="绛县")
    home = HomePage(title=f"{name}首页", slug=f"{slug}-home", township=township)
    Page.objects.get(depth=1).add_child(instance=home)
    catalogue = home.add_child(instance=CataloguePage(title=f"{name}好物", slug="goods"))
    team = Team.objects.create(slug=f"{slug}-team", name=f"{name}助农团队", township=township)
    products = [
        Product.objects.create(slug=f"{slug}-{code}", name=f"{name}{fruit}", category="fruit", township=township)
        for code, fruit in (("pear", "红香酥梨"), ("grape", "葡萄"))
    ]
    return Place(
        township, home, catalogue, products[0], people.staff_of(township, f"{slug}-staff"),
        people.leader_of(team, f"{slug}-leader"), people.editor_of(township, f"{slug}-editor"),
    )  # fmt: skip


@pytest.fixture
def home(db) -> Place:
    return settle("anyu", "安峪")


@pytest.fixture
def away(db) -> Place:
    return settle("biechu", "别处")


@pytest.fixture
def signed_in():
    """A client of somebody; failures answer as the site would."""

    def of(user: User) -> Client:
        client = Client(raise_request_exception=False)
        client.force_login(user)
        return client

    return of
