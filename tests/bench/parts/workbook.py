"""A workbook of 50,000 rows and 73 columns: against bare reading, against import-export, and once more."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench import files
from tests.bench.figures import Figure, mebibytes, seconds
from tests.bench.places import Place, say
from tests.bench.processes import Run, manage, run
from tests.bench.worlds import SAMPLE_TABLES, SHOP

WORLD, COPY = "samples", "samples_copy"


def figures(place: Place) -> Iterator[Figure]:
    """Parts 1 and 2 of the bench."""
    workbook = files.made(place.folder, "sheet.xlsx", files.write_workbook)
    place.databases.world(WORLD, SAMPLE_TABLES)
    bare, first, again = [], [], []
    for _time in range(place.repeats):
        say("importing 50,000 rows of xlsx, twice")
        bare.append(baseline("bare", workbook, place).seconds)
        environment = place.databases.copy(WORLD, COPY)
        first.append(import_file(workbook, environment, new=files.SHEET_ROWS))
        again.append(import_file(workbook, environment, new=0))
    ours, theirs, repeated = (
        median(times) for times in ([each.seconds for each in first], bare, [each.seconds for each in again])
    )
    yield Figure(
        "50,000 × 73 xlsx against calamine and a bare executemany", seconds(ours), seconds(theirs), ours / theirs, 2.5
    )
    yield Figure("   its peak memory, reader included", mebibytes(max(each.peak_bytes for each in first)))
    yield against_import_export(place, workbook, ours)
    yield Figure("the same file again", seconds(repeated), seconds(ours), repeated / ours, 1.0)
    other = files.made(place.folder, "sheet.csv", files.write_sheet_as_csv)
    saved_anew = import_file(other, environment, new=0).seconds
    yield Figure("   the same rows saved as csv", seconds(saved_anew), seconds(ours), saved_anew / ours)


def import_file(path: Path, environment: dict[str, str], new: int) -> Run:
    """Import as somebody types it, and see that all rows came to what they should."""
    taken = manage(["import_orders", str(path), "--account", SHOP, "--format", "json"], environment)
    (report,) = json.loads(taken.output)["imports"]
    if report["new"] != new:
        raise RuntimeError(f"{path.name}: {report['new']} new lines where there should be {new}")
    return taken


def against_import_export(place: Place, workbook: Path, ours: float) -> Figure:
    what = "   against django-import-export 4.4 in bulk mode"
    say("importing the same with django-import-export")
    if place.is_quick:
        tenth = files.made(place.folder, "tenth.xlsx", files.write_small_workbook)
        theirs = 10 * baseline("import_export_bulk", tenth, place).seconds
        what += " (5,000 rows × 10)"
    else:
        theirs = baseline("import_export_bulk", workbook, place).seconds
    return Figure(what, seconds(ours), seconds(theirs), theirs / ours, 8, "at least")


def baseline(name: str, workbook: Path, place: Place) -> Run:
    database = place.folder / "baseline.sqlite3"
    try:
        return run([sys.executable, "-m", f"tests.bench.baselines.{name}", str(workbook), str(database)], {})
    finally:
        database.unlink(missing_ok=True)
