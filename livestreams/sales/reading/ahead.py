"""Reading begins while Django is still starting: with two cores a quarter of the time of a large import.

Called by manage.py before anything of Django is loaded; the command picks the started file up. Whatever is odd about
the command line is left to the command, which says it properly.
"""

from argparse import ArgumentError, ArgumentParser, Namespace
from pathlib import Path

from livestreams.sales.reading.order_file import OrderFile

started: dict[Path, OrderFile] = {}


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `import_orders` (contracts, section 3)."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--account", default="", help="account id of the shop that the files belong to")
    parser.add_argument("--exported-at", help="when the files were exported: “2026-06-02 09:00:00”, Beijing time")
    parser.add_argument("--password", help="of an encrypted workbook")
    parser.add_argument("--no-streamers", action="store_true", help="the shop sells without streamers")
    parser.add_argument("--dry-run", action="store_true", help="only say what would happen")
    parser.add_argument("--skip-bad", action="store_true", help="take the good rows of a file with bad ones")
    parser.add_argument("--format", choices=["text", "json"], default="text")


def read_ahead(arguments: list[str]) -> None:
    """Start on the first file of an `import_orders` command line."""
    if arguments[1:2] != ["import_orders"]:
        return
    parser = ArgumentParser(add_help=False, exit_on_error=False)
    add_arguments(parser)
    try:
        options, _others = parser.parse_known_args(arguments[2:])
        started[options.files[0]] = start(options.files[0], options)
    except (ArgumentError, OSError, SystemExit):
        return


def start(path: Path, options: Namespace) -> OrderFile:
    order_file = OrderFile(
        path.open("rb"),
        path.name,
        password=options.password,
        streamers=not options.no_streamers,
        skip_bad=options.skip_bad,
        exported_at=options.exported_at,
    )
    order_file.start()
    return order_file
