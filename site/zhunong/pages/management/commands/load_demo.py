"""`load_demo`: fill a database with the demo world and say how to sign in."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from zhunong.pages.demo.loading import is_loaded, load_demo_world
from zhunong.pages.demo.sign_in import ROLES, read_sign_in


class Command(BaseCommand):
    help = "Load the demo world: tables, order files through the real importer, pages, pictures, users."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--if-empty", action="store_true", help="do nothing where a world is loaded already")

    def handle(self, *, if_empty: bool, **options: Any) -> None:
        if not (if_empty and is_loaded()):
            self.stdout.write(_("Loading the demo world: two months of a township that sells by livestream …"))
            self.stdout.flush()
            load_demo_world(timezone.localdate(), self.say)
        self.say_sign_in()

    def say(self, sentence: str) -> None:
        self.stdout.write(f"  {sentence}")
        self.stdout.flush()

    def say_sign_in(self) -> None:
        """Nothing where a real world was loaded instead."""
        if sign_in := read_sign_in():
            self.stdout.write(_("Sign-in names (passwords made for this installation, kept in %(file)s):") % {
                "file": settings.VAR_DIR / "demo_sign_in"
            })  # fmt: skip
            for name, password in sign_in.items():
                self.stdout.write(f"  {name:<9} {password}  {_(ROLES[name])}")
