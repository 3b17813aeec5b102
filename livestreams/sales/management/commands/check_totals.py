"""`check_totals`: recompute everything from what was handed in (contracts, section 3)."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from livestreams.sales.checking import check_totals
from livestreams.sales.locks import crediting
from zhunong.places.models import Township


class Command(BaseCommand):
    help = "Recompute every line and total from the order files; exit status 1 if one is off by a fen."

    def handle(self, *args: object, **options: object) -> str:
        with crediting(Township.objects.values_list("pk", flat=True)):
            check = check_totals()
        if check.differences:
            raise CommandError("\n".join(check.differences))
        return _("%(lines)s lines and all totals agree with the order files") % {"lines": check.lines}
