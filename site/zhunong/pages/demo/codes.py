"""How each shop names our goods: product ids, specifications, merchant codes; and which of these we have mapped."""

from dataclasses import dataclass
from hashlib import sha256

from zhunong.pages.demo.goods import GOODS, Good
from zhunong.pages.demo.people import SHOPS

MERCHANT = {"douyin": "AY", "wechat": "WX", "pinduoduo": "PDD", "taobao": "TB"}
LEFT_UNMAPPED = {("kuaishou", "PC-1"), ("pinduoduo", "GR-GG-1J")}
"""Of ours, yet not mapped: work for the work list."""


@dataclass(frozen=True)
class Listing:
    """A good as one shop lists it; `merchant` is blank where the shop keeps no code."""

    product_id: str
    spec: str
    style_id: str
    merchant: str
    title: str


def digits(text: str, length: int) -> str:
    """A number of that many digits, always the same for the same text."""
    return str(int(sha256(text.encode()).hexdigest(), 16) % (9 * 10 ** (length - 1)) + 10 ** (length - 1))


def listing(platform: str, good: Good) -> Listing:
    """The good as that platform's shop lists it; fresh packs of a product share one product id."""
    page = good.code if good.kept else good.product
    prefix = MERCHANT.get(platform) if good.ours and not by_product(platform, good) else None
    return Listing(
        product_id=digits(f"{platform}:{page}", 19),
        spec=good.spec,
        style_id=digits(f"{platform}:style:{good.code}", 19),
        merchant=f"{prefix}-{good.code}" if prefix else "",
        title=f"安峪 {good.name}",
    )


def by_product(platform: str, good: Good) -> bool:
    """Douyin's dried and frozen packs have no merchant code there."""
    return platform == "douyin" and good.kept


def mapped_code(platform: str, good: Good) -> tuple[str, str]:
    """(shop or blank, code) by which that good is found in that platform's files."""
    listed = listing(platform, good)
    if listed.merchant:
        return SHOPS[platform].account_id, listed.merchant
    if platform == "xiaohongshu":
        return "", listed.style_id
    return "", listed.product_id if good.product == "paper-cut" else f"{listed.product_id}|{listed.spec}"


def code_rows() -> list[list[str]]:
    """The rows of sku_codes.csv; the offline template carries our own codes and needs none."""
    platforms = [platform for platform in SHOPS if platform != "offline"]
    pairs = [(p, good) for p in platforms for good in GOODS if (p, good.code) not in LEFT_UNMAPPED]
    return [[p, *mapped_code(p, good), good.code] for p, good in pairs]
