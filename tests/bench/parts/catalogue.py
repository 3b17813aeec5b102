"""The catalogue: pages against a bare view of the same Django, and ten times as many products against few."""

import json
import sys
from collections.abc import Iterator

from tests.bench.figures import Figure, seconds
from tests.bench.places import Place, say
from tests.bench.processes import manage, run
from tests.bench.serving import SHELF
from tests.bench.web import requests_per_second, served

WORLDS = {200: "catalogue_200", 500: "catalogue_500", 5000: "catalogue_5000"}
MOST_QUERIES = {"list": 10, "product": 15, "seasons": 11}
PAGES = {"the list of 200 products": "/products/", "a product's page": "/products/bench-3/"}
LEAST_OF_BARE = {"the list of 200 products": 4.0, "a product's page": 8.0}
"""Per cent of a bare view's requests per second: five times those of a Wagtail demo site (issue 5)."""
NOT_SLOWER = 1.5


def figures(place: Place) -> Iterator[Figure]:
    """What issue 5 promises about the catalogue."""
    found = {number: measure(place, number) for number in WORLDS}
    yield from against_bare(place)
    for name, most in MOST_QUERIES.items():
        queries = max(numbers[f"{name} queries"] for numbers in found.values())
        yield Figure(f"   queries of: {name}", str(queries), "", queries, most, unit="")
    few, many = found[500], found[5000]
    for name in SHELF:
        yield Figure(
            f"5,000 products against 500: {name}",
            seconds(many[name]),
            seconds(few[name]),
            many[name] / few[name],
            NOT_SLOWER,
        )


def against_bare(place: Place) -> Iterator[Figure]:
    """Requests per second of the served site with 200 products, beside those of the bare view on the same server."""
    environment = place.databases.environment(WORLDS[200])
    for cached in (False, True):
        with served(environment, cached=cached) as port:
            bare, *rates = requests_per_second(port, ["/bare/", *PAGES.values()])
            for name, rate in zip(PAGES, rates, strict=True):
                yield Figure(
                    f"{name}, {'page cache on' if cached else 'not cached'}, against a bare view",
                    f"{rate:,.0f} requests/s", f"{bare:,.0f} requests/s", 100 * rate / bare,
                    None if cached else LEAST_OF_BARE[name], "at least", unit=" %",
                )  # fmt: skip


def measure(place: Place, products: int) -> dict[str, float]:
    say(f"a catalogue of {products:,} products")
    name = WORLDS[products]
    if place.databases.server:
        place.databases.create(name)
    else:
        place.databases.remove_files(name)
    environment = place.databases.environment(name) | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    manage(["migrate", "-v0"], environment)
    return json.loads(run([sys.executable, "-m", "tests.bench.serving", str(products)], environment).output)
