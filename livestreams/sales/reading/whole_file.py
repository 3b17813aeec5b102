"""One file from its bytes to events: what the child process does."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import chain, islice
from typing import Any

from livestreams.sales.reading.bad_rows import Summary
from livestreams.sales.reading.exported import exported_at_from_name
from livestreams.sales.reading.opening import Source, open_tables
from livestreams.sales.reading.recognition import Recognised, recognised
from livestreams.sales.reading.refusal import Refused
from livestreams.sales.reading.rows import Line, SheetReader
from livestreams.sales.reading.watch import Watch

CHUNK = 2000
Send = Callable[[str, Any], None]


@dataclass(frozen=True)
class Options:
    """How to read a file; `skip_bad` takes the good rows of a file with bad ones."""

    file_name: str
    password: str | None = None
    streamers: bool = True
    skip_bad: bool = False
    exported_at: str | None = None


def send_file(source: Source, options: Options, send: Send) -> None:
    """Sends `header`, then `chunk`s, then `summary`. Raises `Refused`, maybe after some chunks."""
    found = recognised(open_tables(source), options.streamers)
    send("header", {"platform": found.layout.platform, "columns": found.columns})
    summary = Summary(sheets=len(found.sheets), ignored_sheets=found.ignored)
    watch = Watch(found.layout, found.columns, options.exported_at or stamp(source.names))
    progress = progress_of(found)
    lines = chain.from_iterable(
        SheetReader(found.layout, table, header, summary, watch).lines() for table, header in found.sheets
    )
    for chunk in chunks(lines):
        watch.saw(chunk)
        if options.skip_bad or not summary.bad_count:
            send("chunk", (progress(chunk), chunk))
    send("summary", asdict(finished(summary, watch, options)))


def stamp(names: list[str]) -> str | None:
    return next((found for name in names if (found := exported_at_from_name(name))), None)


def chunks(lines: Iterator[Line]) -> Iterator[list[Line]]:
    while chunk := list(islice(lines, CHUNK)):
        yield chunk


def progress_of(found: Recognised) -> Callable[[list[Line]], float]:
    """How far the reading is after a chunk, 0 to 1: by bytes where the file says so, else by rows."""
    by_bytes = found.sheets[0][0].progress
    if by_bytes is not None:
        return lambda chunk: by_bytes()
    height = sum(table.height for table, _ in found.sheets)
    done = 0

    def by_rows(chunk: list[Line]) -> float:
        nonlocal done
        done += len(chunk)
        return min(1.0, done / height)

    return by_rows


def finished(summary: Summary, watch: Watch, options: Options) -> Summary:
    """The summary, filled in. Raises `Refused` for what only the whole file shows."""
    watch.refuse_rounded()
    if not summary.rows:
        raise Refused("no_rows")
    summary.unknown_words = watch.unknown_words()
    summary.exported_at = watch.exported_at or watch.latest or None
    if summary.bad_count and not options.skip_bad:
        refused = Refused("bad_rows", count=summary.bad_count)
        refused.bad = summary.bad
        raise refused
    return summary
