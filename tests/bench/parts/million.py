"""A million csv rows of 73 columns: time in proportion to 50,000 of them, memory of both processes."""

from collections.abc import Iterator
from statistics import median

from tests.bench import files
from tests.bench.figures import Figure, mebibytes, seconds
from tests.bench.parts.workbook import import_file
from tests.bench.places import Place, say
from tests.bench.processes import Run
from tests.bench.worlds import write_busy_tables

WORLD, FEW, MANY = "busy", "busy_few", "busy_many"


def figures(place: Place) -> Iterator[Figure]:
    """Part 3 of the bench; leaves the database of a million lines to part 4."""
    many = import_million(place)
    month = files.made(place.folder, "month.csv", files.write_first_month)
    few = [import_file(month, place.databases.copy(WORLD, FEW), new=files.SHEET_ROWS) for _time in range(place.repeats)]
    for_many = many.seconds / files.MANY_ROWS
    for_few = median(each.seconds for each in few) / files.SHEET_ROWS
    yield Figure(
        "1,000,000 csv rows over 600 days, time a row, against 50,000",
        f"{seconds(many.seconds)} = {for_many * 1e6:.0f} µs a row",
        f"{for_few * 1e6:.0f} µs a row",
        for_many / for_few,
        1.3,
    )
    yield Figure(
        "   peak memory, command and reader together, MiB",
        mebibytes(many.peak_bytes),
        mebibytes(max(each.peak_bytes for each in few)),
        many.peak_bytes / (1 << 20),
        1024,
        unit="",
    )


def import_million(place: Place) -> Run:
    """The busy township with all its lines in a database of its own."""
    say("importing a million csv rows")
    tables = place.folder / "tables"
    write_busy_tables(tables)
    million = files.made(place.folder, "million.csv", files.write_million)
    place.databases.world(WORLD, tables)
    return import_file(million, place.databases.copy(WORLD, MANY), new=files.MANY_ROWS)
