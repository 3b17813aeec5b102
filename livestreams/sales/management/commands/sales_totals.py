"""`sales_totals`: what was sold, by any dimensions (contracts, section 3)."""

import datetime
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from livestreams.sales.exports import FORMATS, write_answer
from livestreams.sales.totals import DIMENSIONS, Question, ask


def day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(_("“%(text)s” is not a day such as 2026-05-31") % {"text": text}) from None


def dimensions(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    unknown = [name for name in names if name not in DIMENSIONS]
    if unknown or len(set(names)) < len(names):
        raise ArgumentTypeError(_("--by takes some of %(names)s, each once") % {"names": ", ".join(DIMENSIONS)})
    return names


class Command(BaseCommand):
    help = "Totals by team, village, product, SKU, session, platform, account, day or month."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--by", type=dimensions, default=("team",), metavar="D[,D…]")
        parser.add_argument("--from", dest="start", type=day, metavar="DAY", help="first payment day")
        parser.add_argument("--to", dest="end", type=day, metavar="DAY", help="last payment day, included")
        parser.add_argument("--format", choices=FORMATS, default="table")
        parser.add_argument("-o", dest="output", type=Path, metavar="FILE")

    def handle(self, *args: object, **options: object) -> None:
        answer = ask(Question(by=options["by"], start=options["start"], end=options["end"]))  # type: ignore[arg-type]
        content = write_answer(answer, str(options["format"]))
        output = options["output"]
        if isinstance(output, Path):
            output.write_bytes(content)
        elif options["format"] == "xlsx":
            raise CommandError(_("An xlsx goes to a file; name one with -o FILE."))
        else:
            self.stdout.write(content.decode())
