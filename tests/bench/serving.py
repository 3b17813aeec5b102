"""Pages of a catalogue as a visitor's browser asks for them: their time and their queries.

`python -m tests.bench.serving PRODUCTS` in a migrated database: seeds a catalogue, prints JSON. On SQLite, which works
in this process, the processor's time is measured: what else a machine does counts as little as it can.
"""

import json
import sys
import time
from statistics import median
from typing import Any

import django
from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

REPEATS = 15
SHELF = {
    "list": "", "search": "?q=suli", "category": "?category=fruit", "village": "?village=bench-3",
    "in season": "?season=now", "with report": "?report=yes", "by name": "?sort=name", "another page": "?page=9",
}  # fmt: skip


def main(products: int) -> None:
    django.setup()
    from django.db import connection

    from tests.bench.seeding import seed

    catalogue = seed(products)
    handler = WSGIHandler()
    address = catalogue.get_url()
    pages = {name: address + query for name, query in SHELF.items()}
    pages |= {"product": f"{address}bench-3/", "seasons": f"{address}seasons/"}
    found: dict[str, Any] = {}
    for name, url in pages.items():
        found[name] = seconds(handler, url)
        with CaptureQueriesContext(connection) as queries:
            get(handler, url)
        found[f"{name} queries"] = len(queries)
    print(json.dumps(found))


def seconds(handler: WSGIHandler, url: str) -> float:
    """The median of asking again and again."""
    from django.db import connection

    clock = time.process_time if connection.vendor == "sqlite" else time.perf_counter
    get(handler, url)
    taken = []
    for _time in range(REPEATS):
        started = clock()
        get(handler, url)
        taken.append(clock() - started)
    return median(taken)


def get(handler: WSGIHandler, url: str) -> None:
    statuses: list[str] = []
    environ = RequestFactory().get(url, headers={"host": "localhost"}).environ
    b"".join(handler(environ, lambda status, headers: statuses.append(status)))  # type: ignore[arg-type, func-returns-value]
    if not statuses[0].startswith("200"):
        raise SystemExit(f"{url} answers {statuses[0]}")


if __name__ == "__main__":
    main(int(sys.argv[1]))
