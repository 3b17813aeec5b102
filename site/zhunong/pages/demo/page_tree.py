"""The demo's pages: the whole tree below the home page, with drawn pictures. What is there already is left alone."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.files.base import ContentFile
from wagtail.models import Page, Site

from media.models import CustomImage
from products.models import CataloguePage, Product, ProductPage
from zhunong.pages.demo import site_pages
from zhunong.pages.demo.goods import PRODUCTS
from zhunong.pages.demo.painting import paint_banner, paint_product
from zhunong.pages.demo.site_texts import CATALOGUE
from zhunong.pages.demo.texts import HOME_LEAD, TEXTS, body
from zhunong.pages.models import HomePage
from zhunong.places.models import Township


def publish_pages(township: Township) -> int:
    """Publish what is missing. Returns how many pages this made."""
    before = Page.objects.count()
    home = HomePage.objects.filter(township=township).first() or publish_home(township)
    catalogue = CataloguePage.objects.child_of(home).first() or publish_catalogue(home)
    for page in ProductPage.objects.child_of(home):
        page.move(catalogue, pos="last-child")
    products = {product.slug: product for product in Product.objects.filter(township=township, page=None)}
    for slug in PRODUCTS:
        if slug in products:
            publish_product(catalogue, products[slug])
    site_pages.publish_all(home, township, keep_picture)
    return Page.objects.count() - before


def publish_home(township: Township) -> HomePage:
    """The home page becomes the site's root; the page that a fresh Wagtail greets with goes."""
    home = HomePage(
        title=f"{township.name}助农", slug=township.slug, township=township, lead=HOME_LEAD, show_in_menus=True,
        search_description=HOME_LEAD, picture=keep_picture(f"{township.slug}-banner", township.name, paint_banner()),
    )  # fmt: skip
    Page.get_first_root_node().add_child(instance=home)
    site = Site.objects.get(is_default_site=True)
    welcome, site.root_page, site.site_name = site.root_page, home, f"{township.name}助农"
    address = urlsplit(settings.PUBLIC_URL)
    site.hostname, site.port = (
        address.hostname or "localhost",
        address.port or (443 if address.scheme == "https" else 80),
    )
    site.save()
    if welcome.specific_class is Page and not welcome.is_root():
        welcome.delete()
        home.refresh_from_db()
    home.save_revision().publish()
    return home


def publish_catalogue(home: HomePage) -> CataloguePage:
    page = CataloguePage(title=CATALOGUE.title, slug="products", lead=CATALOGUE.lead, show_in_menus=True)
    home.add_child(instance=page)
    page.save_revision().publish()
    return page


def publish_product(catalogue: CataloguePage, product: Product) -> None:
    page = ProductPage(
        title=product.name, slug=product.slug, product=product, lead=TEXTS[product.slug].lead, text=body(product.slug),
        picture=keep_picture(product.slug, product.name, paint_product(product.slug)),
        search_description=TEXTS[product.slug].lead,
    )  # fmt: skip
    catalogue.add_child(instance=page)
    page.save_revision().publish()


def keep_picture(name: str, title: str, content: bytes) -> CustomImage:
    """The drawn picture in the library, marked as the stand-in that it is."""
    return CustomImage.objects.create(
        title=f"{title}（示意图）", file=ContentFile(content, f"demo-{name}.jpg"), is_placeholder=True,
        description=f"{title}的示意图",
    )  # fmt: skip
