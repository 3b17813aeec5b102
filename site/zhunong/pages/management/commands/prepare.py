"""`prepare`: everything between a fresh clone and a site that can be served, in one go."""

from argparse import ArgumentParser

from django.core.checks import WARNING, Tags
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DEFAULT_DB_ALIAS

from products.catalogue.indexing import index_pages


class Command(BaseCommand):
    help = "Migrate, collect static files, cut pictures; with --demo, load the demo world into an empty database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--demo", action="store_true", help="load the demo world if the database is empty")

    def handle(self, *args: object, demo: bool, **options: object) -> None:
        call_command("migrate", verbosity=0)
        self.check(tags=[Tags.database], databases=[DEFAULT_DB_ALIAS], fail_level=WARNING)
        call_command("collectstatic", interactive=False, verbosity=0)
        if demo:
            call_command("load_demo", if_empty=True)
        index_pages()
        call_command("make_renditions", later=True, stdout=self.stdout)
