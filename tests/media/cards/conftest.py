import pytest

from products.models import Product, ProductPage
from zhunong.pages.demo.page_tree import publish_catalogue, publish_home, publish_product
from zhunong.places.models import Township


@pytest.fixture
def page(sample_world) -> ProductPage:
    """One product's page below the catalogue of the sample world, with a drawn picture."""
    catalogue = publish_catalogue(publish_home(Township.objects.get()))
    publish_product(catalogue, Product.objects.get(slug="cherry"))
    return ProductPage.objects.get(slug="cherry")
