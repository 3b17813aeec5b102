"""One file imported, then all its lines credited anew, in one process: `python -m tests.bench.recrediting FILE`."""

import datetime
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

from tests.bench.worlds import LONG_DAY, LONG_PRODUCT, LONG_SESSION, SHOP, TEAMS, VILLAGES


def main(path: Path) -> None:
    django.setup()
    from livestreams.sales.changes import carry_out, foresee
    from livestreams.sales.checking import check_totals
    from livestreams.sales.importing import HandIn, import_files

    with path.open("rb") as stream:
        importing, (order_import,) = timed(lambda: import_files([HandIn(stream, path.name, SHOP)]))
    found = {"importing": importing, "lines": order_import.new}
    for name, change in {"session": share_change(), "origin": origin_change()}.items():
        found[f"{name}_preview"], seen = timed(lambda change=change: foresee(change))
        found[name], done = timed(lambda change=change, seen=seen: carry_out(change, [], seen.fingerprint))
        if done != seen or done.lines + done.unpaid != order_import.new:
            raise SystemExit(f"{name}: {done.lines} of {order_import.new} lines were credited otherwise")
    if differences := check_totals().differences:
        raise SystemExit("\n".join(differences))
    print(json.dumps(found))


def timed(act: Callable[[], Any]) -> tuple[float, Any]:
    started = time.perf_counter()
    result = act()
    return time.perf_counter() - started, result


def share_change() -> Callable:
    """Another split of the session in which everything was sold."""
    from livestreams.sales.changes import changing
    from livestreams.sales.recrediting import Touched
    from livestreams.sessions.models import Session
    from livestreams.teams.models import Team

    def write(touched: Touched) -> None:
        session = Session.objects.get(slug=LONG_SESSION)
        first, second = Team.objects.filter(slug__in=TEAMS[:2]).order_by("slug")
        session.set_shares({first: 70, second: 30})
        touched.accounts.add(session.account_id)

    return changing(write)


def origin_change() -> Callable:
    """Another origin of the product that everything is of."""
    from livestreams.sales.changes import changing
    from livestreams.sales.recrediting import Touched
    from products.models import Origin, Product
    from zhunong.places.models import Village

    def write(touched: Touched) -> None:
        product = Product.objects.get(slug=LONG_PRODUCT)
        day = LONG_DAY - datetime.timedelta(30)
        one, two = Village.objects.filter(slug__in=VILLAGES[:2]).order_by("slug")
        Origin.objects.create(product=product, valid_from=day).set_shares({one: 75, two: 25})
        touched.products.add(product.pk)

    return changing(write)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
