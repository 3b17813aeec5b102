"""A year by team and month out of a million lines: the kept totals, the screen, and the same asked of the lines."""

import json
import sys
from collections.abc import Iterator

from tests.bench.figures import Figure, seconds
from tests.bench.parts.million import MANY, import_million
from tests.bench.places import Place, say
from tests.bench.processes import run

LEAST_FASTER, MOST_QUERIES = 20, 15


def figures(place: Place) -> Iterator[Figure]:
    """Part 4 of the bench, on the database of part 3."""
    if not place.databases.exists(MANY):
        import_million(place)
    say("asking for a year by team and month")
    environment = place.databases.environment(MANY) | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    found = json.loads(run([sys.executable, "-m", "tests.bench.asking"], environment).output)
    kept, grouped, split = found["kept"], found["grouped"], found["split"]
    yield Figure(
        "a year by team and month, kept totals, against GROUP BY over the lines",
        seconds(kept), seconds(grouped), grouped / kept, LEAST_FASTER, "at least",
    )  # fmt: skip
    yield Figure("   against every line split exactly", seconds(kept), seconds(split), split / kept)
    screen, queries = found["screen"], found["queries"]
    yield Figure(
        "   the whole screen, against every line split exactly",
        seconds(screen), seconds(split), split / screen, LEAST_FASTER, "at least",
    )  # fmt: skip
    yield Figure("   the whole screen, against GROUP BY", seconds(screen), seconds(grouped), grouped / screen)
    yield Figure("   queries of the screen", str(queries), "", queries, MOST_QUERIES, unit="")
    counts = f"{found['lines']:,} lines, {found['daily']:,} daily and {found['monthly']:,} monthly totals"
    yield Figure("   out of", counts)
