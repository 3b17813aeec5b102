import pytest
from django.test import Client

from zhunong.access.models import User
from zhunong.pages.demo.page_tree import publish_pages
from zhunong.places.models import Township


@pytest.fixture
def uploads(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def pages(sample_world, uploads) -> Township:
    """The sample world's home and product pages, published with drawn pictures."""
    township = Township.objects.get()
    publish_pages(township)
    return township


@pytest.fixture
def sign_in(db):
    def as_user(name: str, **rights: bool) -> Client:
        client = Client()
        client.force_login(User.objects.create_user(name, **rights))
        return client

    return as_user
