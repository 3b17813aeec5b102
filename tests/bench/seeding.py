"""A catalogue of many products in a migrated database, written in bulk within seconds."""

import datetime
from decimal import Decimal

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page, Site

from products.catalogue.indexing import index_pages
from products.models import (
    CataloguePage,
    Limit,
    Origin,
    OriginPart,
    Price,
    Product,
    ProductPage,
    Report,
    Season,
    Sku,
)  # fmt: skip
from zhunong.places.models import Township, Village

NAMES = [
    "红香酥梨",
    "大樱桃",
    "郇山山楂",
    "下柏桃",
    "麦黄杏",
    "大棚草莓",
    "绿豆",
    "小米",
    "核桃",
    "柿饼",
    "苹果",
    "红薯",
]
VILLAGES = 14
BATCH = 1000


def seed(number: int) -> CataloguePage:
    """So many products with page, origin, two packs with a price each, a season; every third one has a report."""
    town = Township.objects.get_or_create(slug="bench", defaults={"name": "量镇", "county": "绛县"})[0]
    catalogue = catalogue_of(town)
    products = Product.objects.bulk_create(
        [
            Product(
                slug=f"bench-{n}", name=f"{NAMES[n % len(NAMES)]}{n}号", local_name=f"土名{n}",
                category=Product.Category.values[n % 6], township=town,
            )
            for n in range(number)
        ],
        batch_size=BATCH,
    )  # fmt: skip
    put_pages(catalogue, products)
    put_facts(products, [village_of(town, n) for n in range(VILLAGES)])
    index_pages()
    return catalogue


def catalogue_of(town: Township) -> CataloguePage:
    from zhunong.pages.models import HomePage

    home = HomePage(title="量镇", slug="bench", township=town)
    Page.get_first_root_node().add_child(instance=home)
    Site.objects.filter(is_default_site=True).update(root_page=home, hostname="localhost")
    return home.add_child(instance=CataloguePage(title="产品", slug="products", show_in_menus=True))


def village_of(town: Township, number: int) -> Village:
    return Village.objects.get_or_create(slug=f"bench-{number}", defaults={"name": f"量{number}村", "township": town})[
        0
    ]


def put_pages(catalogue: CataloguePage, products: list[Product]) -> None:
    """Rows of both tables, with the paths that treebeard would give."""
    kind, now = ContentType.objects.get_for_model(ProductPage), timezone.now()
    pages = Page.objects.bulk_create(
        [
            Page(
                path=Page._get_path(catalogue.path, catalogue.depth + 1, step), depth=catalogue.depth + 1,
                title=product.name, draft_title=product.name, slug=product.slug, content_type=kind, live=True,
                url_path=f"{catalogue.url_path}{product.slug}/", locale_id=catalogue.locale_id,
                first_published_at=now, last_published_at=now,
            )
            for step, product in enumerate(products, 1)
        ],
        batch_size=BATCH,
    )  # fmt: skip
    Page.objects.filter(pk=catalogue.pk).update(numchild=len(pages))
    own = [
        ProductPage(page_ptr=page, product=product, lead="甜脆多汁，产地直发")
        for page, product in zip(pages, products, strict=True)
    ]
    fields = ProductPage._meta.local_concrete_fields
    for start in range(0, len(own), BATCH // 4):
        ProductPage._base_manager._insert(own[start : start + BATCH // 4], fields=fields, using="default")


def put_facts(products: list[Product], villages: list[Village]) -> None:
    today = timezone.localdate()
    day = datetime.timedelta(days=1)
    origins = Origin.objects.bulk_create([Origin(product=each) for each in products], batch_size=BATCH)
    parts = [
        OriginPart(origin=origin, village=villages[(n + k) % len(villages)], percent=50)
        for n, origin in enumerate(origins)
        for k in range(2)
    ]
    OriginPart.objects.bulk_create(parts, batch_size=BATCH)
    begins = [today + day * (n * 7 % 365 - 180) for n in range(len(products))]
    seasons = [
        Season(product=each, year=first.year, picked_from=first, picked_to=first + day * 40)
        for each, first in zip(products, begins, strict=True)
    ]
    Season.objects.bulk_create(seasons, batch_size=BATCH)
    packs = [
        Sku(code=f"{each.slug}-{n}", product=each, name=f"{n}斤装", net_weight_g=500 * n)
        for each in products
        for n in (3, 5)
    ]
    packs = Sku.objects.bulk_create(packs, batch_size=BATCH)
    prices = [
        Price(product=pack.product, sku=pack, platform="douyin", price_fen=2000 + n % 5000, noted_on=today)
        for n, pack in enumerate(packs)
    ]
    Price.objects.bulk_create(prices, batch_size=BATCH)
    limit = Limit.objects.filter(wording="富含硒").first()
    Report.objects.bulk_create(
        [
            Report(
                product=each, number=str(n), batch="1", value=Decimal(14 + n % 4), unit="µg/100g", method="GB 5009.93",
                laboratory="某所", sampled_on=today - day * 30, valid_until=today + day * 300, limit=limit,
            )
            for n, each in enumerate(products) if n % 3 == 0
        ],
        batch_size=BATCH,
    )  # fmt: skip
