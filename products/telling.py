"""What becomes of facts outside of forms is written down: by phone, by sheet. Read in the history of the product."""

from typing import Any

from wagtail.log_actions import log

from products.models import Product

SEASON, SHEET = "products.season", "products.sheet"


def write_down(product: Product, action: str, by: Any, words: str) -> None:
    """An entry in the product's history: who, when, and in `words` what was changed."""
    log(product, action, user=by, data={"words": words}, title=str(product))
