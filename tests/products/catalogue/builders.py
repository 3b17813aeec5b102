"""A catalogue in a bare site, and products that tests set on it."""

import datetime
from typing import Any

from wagtail.models import Page, Site

from products.models import CataloguePage, Limit, Origin, Price, Product, ProductPage, Report, Season, Sku, Standard
from zhunong.places.models import Township, Village

TODAY = datetime.date(2026, 10, 15)
ADDRESS = "/products/"


def day(month: int, day_of_month: int, year: int = TODAY.year) -> datetime.date:
    return datetime.date(year, month, day_of_month)


def township(slug: str = "anyu") -> Township:
    return Township.objects.get_or_create(slug=slug, defaults={"name": f"{slug}镇", "county": "绛县"})[0]


def village(slug: str, name: str) -> Village:
    return Village.objects.get_or_create(slug=slug, defaults={"name": name, "township": township()})[0]


def put_catalogue(**fields: Any) -> CataloguePage:
    """At /products/ of the site."""
    page = CataloguePage(**{"title": "产品", "slug": "products", "show_in_menus": True} | fields)
    return Site.objects.get(is_default_site=True).root_page.add_child(instance=page)


def put_product(
    parent: Page, slug: str, name: str, *, category: str = "fruit", local_name: str = "", variety: str = "",
    villages: tuple[Village, ...] = (), **page: Any,
) -> ProductPage:  # fmt: skip
    """A product with its page, grown in equal shares (the first village has the rest)."""
    product = Product.objects.create(
        slug=slug, name=name, category=category, township=township(), local_name=local_name, variety=variety
    )
    if villages:
        each = 100 // len(villages)
        shares = dict.fromkeys(villages, each) | {villages[0]: 100 - each * (len(villages) - 1)}
        Origin.objects.create(product=product).set_shares(shares)
    return parent.add_child(instance=ProductPage(**{"title": name, "slug": slug, "product": product} | page))


def put_season(page: ProductPage, first: datetime.date, last: datetime.date, **fields: Any) -> Season:
    values = {"year": first.year, "picked_from": first, "picked_to": last} | fields
    return Season.objects.create(product=page.product, **values)


def put_report(page: ProductPage, value: str = "16", **fields: Any) -> Report:
    """By default one that carries a claim: 16 µg/100g against 15."""
    values: dict[str, Any] = {
        "number": f"R-{Report.objects.count()}", "batch": "1", "unit": "µg/100g", "method": "GB 5009.93",
        "laboratory": "某所", "sampled_on": day(9, 1), "valid_until": day(12, 31),
        "limit": Limit.objects.get(standard__code="GB 28050-2011", wording="富含硒"),
    } | fields  # fmt: skip
    return Report.objects.create(product=page.product, value=value, **values)


def put_price(page: ProductPage, price_fen: int, seen: datetime.date = TODAY, **fields: Any) -> Price:
    code = f"{page.slug}-{fields.pop('pack', 1)}"
    sku, _made = Sku.objects.get_or_create(
        code=code, defaults={"product": page.product, "name": code, "net_weight_g": 500}
    )
    values = {"platform": "douyin", "noted_on": seen} | fields
    return Price.objects.create(product=page.product, sku=sku, price_fen=price_fen, **values)


def standard(**fields: Any) -> Standard:
    return Standard.objects.create(**{"code": f"T-{Standard.objects.count()}", "name": "标准", "source": "-"} | fields)
