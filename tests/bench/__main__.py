"""Runs the bench and prints its figures; exit status 1 where a limit is missed.

python -m tests.bench [workbook] [million] [totals] [recredit] [rooms] [catalogue] [posters]
                      [sessions] [--quick] [--markdown] [--keep]
python tests/on_postgresql.py python -m tests.bench …
"""

import datetime
import os
import platform
import sqlite3
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from importlib.metadata import version

from tests.bench.figures import Figure, as_markdown, as_text
from tests.bench.parts import catalogue, million, posters, recredit, rooms, session_results, totals, workbook
from tests.bench.places import place, say

PARTS = {
    "workbook": workbook.figures,
    "million": million.figures,
    "totals": totals.figures,
    "recredit": recredit.figures,
    "rooms": rooms.figures,
    "catalogue": catalogue.figures,
    "posters": posters.figures,
    "sessions": session_results.figures,
}
DATABASES = (
    workbook.WORLD, workbook.COPY, million.WORLD, million.FEW, million.MANY, recredit.WORLD, recredit.COPY,
    rooms.WORLD, rooms.COPY, session_results.WORLD, *catalogue.WORLDS.values(),
)  # fmt: skip
DISTRIBUTIONS = ("django", "wagtail", "python-calamine", "django-import-export", "openpyxl")


def main() -> int:
    parser = ArgumentParser(prog="python -m tests.bench", description="Measure what issues 2 to 6 promise.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all of them unless named")
    parser.add_argument("--quick", action="store_true", help="measure once, and 5,000 rows where rows are slow")
    parser.add_argument("--markdown", action="store_true", help="print the figures as a Markdown table too")
    parser.add_argument("--keep", action="store_true", help="keep the databases, so that totals need not import again")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    here = place(options.quick)
    try:
        figures = [figure for name in options.parts or PARTS for figure in told(PARTS[name](here))]
    finally:
        if not options.keep:
            here.databases.drop(DATABASES)
    title = circumstances(here.databases.vendor)
    print(as_text(title, figures))
    if options.markdown:
        print("\n" + as_markdown(title, figures))
    return 0 if all(figure.is_kept for figure in figures) else 1


def told(figures: Iterable[Figure]) -> Iterator[Figure]:
    """The figures, each said as soon as it is known."""
    for figure in figures:
        say("  ".join(filter(None, figure.cells())))
        yield figure


def circumstances(vendor: str) -> str:
    """When, on what and with which versions."""
    engine = f"SQLite {sqlite3.sqlite_version}" if vendor == "sqlite" else "PostgreSQL"
    versions = ", ".join(f"{name} {version(name)}" for name in DISTRIBUTIONS)
    load = os.getloadavg()[0]
    return (
        f"{datetime.date.today()}, {os.cpu_count()} CPUs (load {load:.1f}), Python {platform.python_version()},"
        f" {engine}; {versions}."
    )


if __name__ == "__main__":
    sys.exit(main())
