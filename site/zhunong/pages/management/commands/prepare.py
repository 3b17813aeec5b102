"""`prepare`: everything between a fresh clone and a site that can be served, in one go."""

from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Migrate, collect static files, and load the demo world into an empty database."

    def handle(self, *args: object, **options: object) -> None:
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        call_command("load_demo", if_empty=True)
