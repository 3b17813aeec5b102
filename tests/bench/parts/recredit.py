"""20,000 lines credited anew after a session's share or a product's origin changes, against importing them."""

import json
import sys
from collections.abc import Iterator

from tests.bench import files
from tests.bench.figures import Figure, seconds
from tests.bench.places import Place, say
from tests.bench.processes import run
from tests.bench.worlds import write_long_tables

WORLD, COPY = "long", "long_copy"
AT_MOST = 1 / 5


def figures(place: Place) -> Iterator[Figure]:
    """The bench's part for the desk. The best of several runs counts on both sides."""
    path = files.made(place.folder, "long.csv", files.write_long_day)
    tables = place.folder / "long_tables"
    write_long_tables(tables)
    place.databases.world(WORLD, tables)
    found = [measured(path, place) for _time in range(place.repeats)]
    best = {name: min(each[name] for each in found) for name in found[0]}
    importing = best["importing"]
    for name, what in (("session", "a session's share"), ("origin", "a product's origin")):
        yield Figure(
            f"20,000 lines credited anew after {what} changes, against importing them",
            seconds(best[name]), seconds(importing), best[name] / importing, AT_MOST,
        )  # fmt: skip
        preview = best[f"{name}_preview"]
        yield Figure("   its preview", seconds(preview), seconds(importing), preview / importing)


def measured(path: object, place: Place) -> dict[str, float]:
    """Seconds of each act in a database of its own."""
    say("importing 20,000 csv rows and crediting them anew twice")
    environment = place.databases.copy(WORLD, COPY) | {"DJANGO_SETTINGS_MODULE": "zhunong.settings"}
    return dict(json.loads(run([sys.executable, "-m", "tests.bench.recrediting", str(path)], environment).output))
