"""What the demo knows of its products beside the tables: seasons, prices, ways, papers, batches. Marked as a demo's.

Windows of picking: commerce.md, section 6.2, within the months in which `goods` sells fresh packs. No report of a real
laboratory is made up: the one there is says of itself that it is none.
"""

from datetime import date, timedelta

from products.models import BuyingWay, Certificate, Price, Product, ProductPage, Question, Season, Sku, SoilClaim
from zhunong.pages.demo.goods import GOODS, Good
from zhunong.pages.demo.papers import put_down_batches
from zhunong.pages.demo.placeholder_code import draw_code
from zhunong.pages.demo.product_texts import DETAILS
from zhunong.places.models import Township, Village

Day = tuple[int, int]
PICKED: dict[str, list[tuple[str, Day, Day]]] = {
    "cherry": [("", (5, 10), (6, 18))],
    "apricot": [("", (5, 22), (6, 12))],
    "peach": [("", (6, 15), (9, 12))],
    "grape": [("", (8, 1), (9, 28))],
    "pear": [("", (9, 1), (10, 15))],
    "hawthorn": [("", (9, 10), (10, 31))],
    "strawberry": [("changgan", (11, 25), (4, 20)), ("feng", (12, 6), (4, 30))],
}
"""Product: village (blank = all), first and last day; a last day before the first one is of the next year."""
BLOOM = {"cherry": ((3, 25), (4, 8)), "peach": ((4, 1), (4, 12)), "pear": ((4, 3), (4, 14))}
SOLD_OUT = {"apricot": (6, 8), "cherry": (6, 14)}
SELLER = "安峪镇果农合作社（演示）"
NO_NUMBER = "0359-0000000"
NO_WORDS = "【演示口令，打不开商品】安峪镇 {product}"
SOIL_SOURCE = "运城一家报纸8月1日的一个版面（年份未印出）；版面未附土壤检测数据"
INDICATIONS = {"cherry": "绛县大樱桃", "hawthorn": "绛县山楂"}
HOLDER, REGISTERED = "绛县特色农产品发展协会", date(2015, 2, 10)
PAPER_SOURCE = "网上转载的农产品地理标志登记信息；使用标志须经持有人许可"


def put_down_facts(township: Township, today: date) -> int:
    """Everything below. Again changes nothing. Returns how many products have a season."""
    products = {product.slug: product for product in Product.objects.filter(township=township)}
    SoilClaim.objects.get_or_create(township=township, village=None, source=SOIL_SOURCE)
    put_down_seasons(products, today)
    put_down_packs(products, today)
    put_down_ways(products)
    for slug in INDICATIONS.keys() & products.keys():
        Certificate.objects.get_or_create(
            product=products[slug], kind=Certificate.Kind.INDICATION, name=f"{INDICATIONS[slug]}（农产品地理标志）",
            defaults={"holder": HOLDER, "issued_on": REGISTERED, "source": PAPER_SOURCE},
        )  # fmt: skip
    put_down_batches(products, today)
    for page in ProductPage.objects.filter(product__in=products.values(), shipping=""):
        fill_page(page)
    return Season.objects.filter(product__township=township).values("product").distinct().count()


def put_down_seasons(products: dict[str, Product], today: date) -> None:
    """This year's and last year's; what is not over yet is an expectation."""
    villages = {village.slug: village for village in Village.objects.all()}
    known = [(slug, *window) for slug, windows in PICKED.items() if slug in products for window in windows]
    for slug, village, first, last in known:
        for year in (today.year - 1, today.year):
            picked_to = date(year + (last < first), *last)
            Season.objects.get_or_create(
                product=products[slug], village=villages.get(village), year=year,
                defaults={"picked_from": date(year, *first), "picked_to": picked_to,
                          "is_estimate": picked_to >= today, **bloom(slug, year), **sold_out(slug, year, today)},
            )  # fmt: skip


def bloom(slug: str, year: int) -> dict[str, date]:
    if slug not in BLOOM:
        return {}
    first, last = BLOOM[slug]
    return {"blooms_from": date(year, *first), "blooms_to": date(year, *last)}


def sold_out(slug: str, year: int, today: date) -> dict[str, date]:
    """Only what has happened."""
    day = date(year, *SOLD_OUT[slug]) if slug in SOLD_OUT else None
    return {"sold_out_on": day} if day and day <= today else {}


def put_down_packs(products: dict[str, Product], today: date) -> None:
    """Which packs ship all year, and what they cost on the last day on which they were sold."""
    packs = {pack.code: pack for pack in Sku.objects.filter(product__in=products.values())}
    for good in GOODS:
        if good.ours and good.product in products and (pack := packs.get(good.code)):
            Sku.objects.filter(pk=pack.pk).update(is_seasonal=not good.kept)
            for number, platform in enumerate(("douyin", "wechat")):
                Price.objects.get_or_create(
                    product=products[good.product], sku=pack, platform=platform,
                    defaults={"price_fen": good.price_fen, "noted_on": last_sold(good, today - timedelta(3 + number))},
                )  # fmt: skip


def last_sold(good: Good, day: date) -> date:
    while day.month not in good.months:
        day = day.replace(day=1) - timedelta(1)
    return day


def put_down_ways(products: dict[str, Product]) -> None:
    """A drawn code that no phone reads, words that open nothing, a number that nobody has."""
    known = set(BuyingWay.objects.filter(product__in=products.values()).values_list("product", flat=True))
    missing = [product for product in products.values() if product.pk not in known]
    code = draw_code() if missing else None
    for product in missing:
        kinds = [
            BuyingWay(kind=BuyingWay.Kind.CODE, platform="wechat", picture=code),
            BuyingWay(kind=BuyingWay.Kind.WORDS, platform="douyin", value=NO_WORDS.format(product=product.name)),
            BuyingWay(kind=BuyingWay.Kind.PHONE, value=NO_NUMBER),
        ]
        for order, way in enumerate(kinds):
            way.product, way.seller, way.sort_order = product, SELLER, order
            way.save()


def fill_page(page: ProductPage) -> None:
    """The texts of a page that has none yet, published."""
    details = DETAILS.get(page.product.slug)
    if details is None:
        return
    for name in ("taste", "use", "storage", "shipping", "after_sale"):
        setattr(page, name, getattr(details, name))
    page.questions.set([Question(question=asked, answer=answer) for asked, answer in details.questions])
    page.save_revision().publish()
