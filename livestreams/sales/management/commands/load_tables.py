"""`load_tables DIR`: make villages, teams, accounts, products and sessions known (contracts, sections 1 and 3)."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from livestreams.sales.tables import Loaded, TableRefused, load_tables


class Command(BaseCommand):
    help = "Load the tables of a directory, all or nothing, and credit the lines concerned anew."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("directory", metavar="DIR", type=Path)
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *, directory: Path, format: str, **options: Any) -> None:
        try:
            loaded = load_tables(directory)
        except TableRefused as refusal:
            if format == "json":
                self.stdout.write(json.dumps({"error": str(refusal)}, ensure_ascii=False))
            raise CommandError(str(refusal), returncode=1) from None
        self.stdout.write(json.dumps(asdict(loaded), ensure_ascii=False) if format == "json" else summary(loaded))


def summary(loaded: Loaded) -> str:
    """One line a table, and the lines credited anew."""
    sentence = _("%(table)s: %(created)s new, %(changed)s changed, %(unchanged)s unchanged")
    lines = [sentence % {"table": name, **asdict(tally)} for name, tally in loaded.tables.items()]
    return "\n".join([*lines, _("Lines credited anew: %(count)s") % {"count": loaded.recredited}])
