"""Posters of sessions: how many a minute one process draws, and how heavy the heaviest is."""

import json
import sys
from collections.abc import Iterator

from tests.bench.figures import Figure, seconds
from tests.bench.places import Place, say
from tests.bench.processes import run

COUNT, FEW = 60, 8
PER_MINUTE = 100
LARGEST_BYTES = 600_000


def figures(place: Place) -> Iterator[Figure]:
    """What issue 6 promises about posters. No database is asked."""
    count = FEW if place.is_quick else COUNT
    say(f"draw {count} posters of both shapes with one to four photographs of 8 megapixels each")
    environment = {"DJANGO_SETTINGS_MODULE": "tests.settings", "VAR_DIR": str(place.folder)}
    found = json.loads(run([sys.executable, "-m", "tests.bench.drawing", str(count)], environment).output)
    yield Figure(
        "posters drawn a minute, a poster",
        seconds(found["seconds"]),
        "",
        found["per_minute"],
        PER_MINUTE,
        "at least",
        "",
    )
    yield Figure(
        "   bytes of the heaviest", f"{found['largest']:,}", "", found["largest"], LARGEST_BYTES, unit=""
    )  # fmt: skip
