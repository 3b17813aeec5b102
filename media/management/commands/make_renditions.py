"""`make_renditions`: cut all pictures to their sizes now, so that no visitor waits."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from media.cuts import has_cuts
from media.models import CustomImage
from media.tasks import make_cuts


class Command(BaseCommand):
    help = "Cut every picture that still lacks its sizes for pages (AVIF, WebP, JPEG)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--later", action="store_true", help="leave it to the worker that `serve` starts")

    def handle(self, *, later: bool = False, **options: Any) -> None:
        missing = [picture.pk for picture in CustomImage.objects.order_by("pk") if not has_cuts(picture)]
        for pk in missing:
            if later:
                make_cuts.enqueue(pk)
            else:
                make_cuts.call(pk)
        sentence = _("Pictures to be cut to size: %(count)s") if later else _("Pictures cut to size: %(count)s")
        self.stdout.write(sentence % {"count": len(missing)})
