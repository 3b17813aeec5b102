"""What rooms above put on a product's page: imports point one way, so that they enter themselves."""

from collections.abc import Callable
from typing import Any

from products.models import Product

Source = Callable[[Product], dict[str, Any]]
sources: list[Source] = []


def add_source(source: Source) -> None:
    """`source` gives context for the template of a product's page. Call when the app is ready."""
    sources.append(source)


def context_of(product: Product) -> dict[str, Any]:
    """What all rooms above have to say."""
    context: dict[str, Any] = {}
    for source in sources:
        context |= source(product)
    return context
