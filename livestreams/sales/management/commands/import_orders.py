"""`import_orders`: order files in, credited totals moved (contracts, section 3)."""

import json
from argparse import ArgumentParser
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NoReturn

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from livestreams.sales.importing import HandIn, import_files
from livestreams.sales.reading import BadRow, Refused
from livestreams.sales.reading.ahead import add_arguments, started
from livestreams.sales.refusals import explain
from livestreams.sales.reports import bad_report, import_report
from products.money import yuan


class Command(BaseCommand):
    help = "Read order files of platforms and credit every line; all files or none."

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_arguments(parser)

    def handle(self, *args: object, **options: object) -> str | None:
        with ExitStack() as opened:
            try:
                hand_ins = [self.hand_in(path, opened, options) for path in options["files"]]  # type: ignore[attr-defined]
                imports = import_files(hand_ins, dry_run=bool(options["dry_run"]))
            except OSError as error:
                self.refuse(_("%(file)s cannot be opened") % {"file": error.filename}, options)
            except Refused as refused:
                self.refuse(explain(refused), options, getattr(refused, "bad", []))
        reports = [import_report(order_import) for order_import in imports]
        if options["format"] == "json":
            return json.dumps({"imports": reports}, ensure_ascii=False)
        return "\n".join(self.sentence(report) for report in reports)

    def hand_in(self, path: Path, opened: ExitStack, options: dict) -> HandIn:
        return HandIn(
            opened.enter_context(path.open("rb")),
            path.name,
            options["account"],
            options["exported_at"],
            options["password"],
            not options["no_streamers"],
            options["skip_bad"],
            started.pop(path, None),
        )

    def refuse(self, reason: str, options: dict, bad: Sequence[BadRow] = ()) -> NoReturn:
        """Exit status 1: the reason on standard error, or as JSON where JSON was asked for."""
        rows = [bad_report(vars(row)) for row in bad]
        if options["format"] == "json":
            self.stdout.write(json.dumps({"error": reason, "bad": rows}, ensure_ascii=False))
            raise SystemExit(1)
        lines = [" · ".join(str(value) for value in row.values()) for row in rows]
        raise CommandError("\n".join([reason, *lines]))

    def sentence(self, report: dict) -> str:
        return _(
            "%(file)s: import %(id)s, %(rows)s rows: %(new)s new, %(updated)s updated, %(unchanged)s unchanged,"
            " %(older)s older, %(bad)s bad; paid moved by %(paid)s yuan, refunded by %(refunded)s yuan"
        ) % (
            report
            | {
                "bad": len(report["bad"]),
                "paid": yuan(report["delta_paid_fen"]),
                "refunded": yuan(report["delta_refunded_fen"]),
            }
        )
