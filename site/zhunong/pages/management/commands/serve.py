"""`serve`: the whole site in one command."""

import socket
from argparse import ArgumentParser
from typing import Any

from django.core.checks import WARNING, Tags
from django.core.management.base import BaseCommand, CommandError
from django.db import DEFAULT_DB_ALIAS
from django.utils.translation import gettext as _

from zhunong.pages.serving import Household, task_worker, web_server


class Command(BaseCommand):
    help = "Serve the site: the web server and the worker that reads order files, until Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, host: str, port: int, **options: Any) -> None:
        refuse_taken(host, port)
        self.check(tags=[Tags.database], databases=[DEFAULT_DB_ALIAS], fail_level=WARNING)
        self.stdout.write(_("Serving %(address)s – Ctrl-C stops it.") % {"address": f"http://{host}:{port}/"})
        self.stdout.flush()
        status = Household(web_server(host, port), task_worker()).run()
        if status:
            raise CommandError(_("The web server stopped by itself."), returncode=status)
        self.stdout.write(_("Stopped."))


def refuse_taken(host: str, port: int) -> None:
    """Say plainly that the port is in use before anything starts."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            sentence = _("%(host)s:%(port)s is not free (%(reason)s); choose another one with --port.")
            raise CommandError(sentence % {"host": host, "port": port, "reason": error.strerror}) from None
