"""Results of sessions: ten times the lines of one, and ten times the sessions of the list."""

import json
import sys
from collections.abc import Iterator

from tests.bench.figures import Figure, seconds
from tests.bench.places import Place, say
from tests.bench.processes import run
from tests.bench.worlds import SAMPLE_TABLES

WORLD = "session_results"
MOST_QUERIES = {"the result of a session": 15, "the list of sessions": 10}
LIMITS = {"the result of a session": 1.5, "the list of sessions": 1.2}
"""Ten times as much against as it is; of the list "not slower", with some room for what a machine does besides."""
SIZES = {"the result of a session": "20,000 lines against 2,000", "the list of sessions": "5,000 of them against 500"}
WHERE = {"my_sales": "on the phone", "sales": "at the desk"}


def figures(place: Place) -> Iterator[Figure]:
    """What issue 6 promises about results."""
    place.databases.world(WORLD, SAMPLE_TABLES)
    say("a session of 20,000 lines, and 5,000 sessions")
    environment = place.databases.environment(WORLD) | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    found = json.loads(run([sys.executable, "-m", "tests.bench.resulting"], environment).output)
    for what, limit in LIMITS.items():
        for space, where in WHERE.items():
            one = found[f"{space} {what}"]
            few, many = one["few"], one["many"]
            yield Figure(f"{what} {where}: {SIZES[what]}", seconds(many), seconds(few), many / few, limit)
            queries = one["queries"]
            yield Figure("   its queries", str(queries), "", queries, MOST_QUERIES[what], unit="")
