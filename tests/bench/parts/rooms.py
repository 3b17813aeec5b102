"""Eight clients fighting for the same evening, against the unprotected pattern; and the next-free list."""

import json
import sys
from collections.abc import Iterator

from tests.bench.figures import Figure, seconds
from tests.bench.places import Place, say
from tests.bench.processes import run
from tests.bench.worlds import SAMPLE_TABLES

WORLD, COPY = "rooms", "rooms_copy"
ROUNDS, FEW_ROUNDS = 200, 20
MOST_QUERIES = 6
NOT_SLOWER = 1.2
"""With some room for what a machine does besides."""


def figures(place: Place) -> Iterator[Figure]:
    """What issue 4 promises about rooms."""
    rounds = FEW_ROUNDS if place.is_quick else ROUNDS
    place.databases.world(WORLD, SAMPLE_TABLES)
    say(f"eight clients fight for the same evening, twice {rounds} times")
    environment = place.databases.copy(WORLD, COPY) | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    found = json.loads(run([sys.executable, "-m", "tests.bench.fighting", str(rounds)], environment).output)
    kept, loose, free = found["kept"], found["loose"], found["free"]
    yield Figure(
        "8 clients at the same evening, a round, against looking and then writing without lock and guard",
        seconds(kept["seconds"]), seconds(loose["seconds"]), kept["seconds"] / loose["seconds"],
    )  # fmt: skip
    doubled = f"{loose['doubled']} of {rounds} rounds"
    yield Figure(
        "   rounds that left two bookings", f"{kept['doubled']} of {rounds}", doubled, kept["doubled"], 0, unit=""
    )
    yield Figure(
        "next-free list, 3 rooms, 4 weeks, 2,000 bookings, with ten times as many in the past, against without",
        seconds(free["many"]), seconds(free["few"]), free["many"] / free["few"], NOT_SLOWER,
    )  # fmt: skip
    yield Figure("   its queries", str(free["queries"]), "", free["queries"], MOST_QUERIES, unit="")
