"""What is sold: products and their packs, where and when they grow, what is proven of them, how to get them."""

from products.models.areas import VillageArea
from products.models.batches import Batch
from products.models.buying import BuyingWay, Price
from products.models.certificates import Certificate
from products.models.claims import Report, SoilClaim
from products.models.goods import Origin, OriginPart, OriginQuerySet, Product, Sku, SkuCode, SkuQuerySet
from products.models.pages import CataloguePage, ProductPage
from products.models.pictures import ProductPicture
from products.models.questions import Question
from products.models.seasons import Season
from products.models.standards import Limit, ProperName, Standard, Unit, WordRule

__all__ = [
    "Batch",
    "BuyingWay",
    "CataloguePage",
    "Certificate",
    "Limit",
    "Origin",
    "OriginPart",
    "OriginQuerySet",
    "Price",
    "Product",
    "ProductPage",
    "ProductPicture",
    "ProperName",
    "Question",
    "Report",
    "Season",
    "Sku",
    "SkuCode",
    "SkuQuerySet",
    "SoilClaim",
    "Standard",
    "Unit",
    "VillageArea",
    "WordRule",
]
