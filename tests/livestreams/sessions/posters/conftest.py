"""One of our sessions with its poster, each test with a folder of its own for pictures and posters."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from livestreams.sessions.models import LineUpItem, Session
from media.models import CustomImage
from products.models import Product, ProductPage
from tests.livestreams.sessions.builders import Stage, planned
from zhunong.pages.demo.page_tree import publish_catalogue, publish_home
from zhunong.places.models import Township


@pytest.fixture(autouse=True)
def apart(own_files: None) -> None:
    """In folders of the test's own."""


@pytest.fixture
def session(stage: Stage) -> Session:
    """On Douyin, from an orchard, with nothing to reserve yet."""
    return read(planned(stage).sessions.get())


def read(session: Session) -> Session:
    rows = Session.objects.select_related("account", "township", "event__booking__room")
    return rows.get(pk=session.pk)


def reserve(session: Session, **fields: object) -> Session:
    Session.objects.filter(pk=session.pk).update(**fields)
    return read(session)


def picture_file(size: tuple[int, int] = (800, 600), colour: str = "#b03a2e") -> ContentFile:
    target = BytesIO()
    Image.new("RGB", size, colour).save(target, "JPEG")
    return ContentFile(target.getvalue(), "picture.jpg")


def line_up(session: Session, *products: Product) -> None:
    assert session.event
    for position, product in enumerate(products, 1):
        LineUpItem.objects.create(event=session.event, position=position, product=product)


def catalogue_of(township: Township):
    return publish_catalogue(publish_home(township))


def page_of(product: Product, catalogue) -> ProductPage:
    """A published page with a picture of its own."""
    picture = CustomImage.objects.create(title=product.name, file=picture_file(), description="x")
    page = ProductPage(title=product.name, slug=product.slug, product=product, picture=picture)
    catalogue.add_child(instance=page)
    page.save_revision().publish()
    return page
