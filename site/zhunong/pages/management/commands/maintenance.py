"""`maintenance on|off`: close the site to visitors while it is worked on, and open it again."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from zhunong.maintenance import MINUTES, flag


class Command(BaseCommand):
    help = "Close the site to visitors (503, a calm page; the admin stays open), or open it again."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("state", choices=["on", "off"])
        parser.add_argument("--minutes", type=int, default=MINUTES, help="how long it will take, told to visitors")

    def handle(self, *, state: str, minutes: int, **options: Any) -> None:
        if state == "on":
            flag().parent.mkdir(parents=True, exist_ok=True)
            flag().write_text(str(max(1, minutes)))
            self.stdout.write(_("Closed to visitors for about %(minutes)s minutes.") % {"minutes": max(1, minutes)})
        else:
            flag().unlink(missing_ok=True)
            self.stdout.write(_("Open to everybody."))
