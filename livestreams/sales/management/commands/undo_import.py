"""`undo_import`: take an order file out as if it had never come, or back in (contracts, section 3)."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from livestreams.sales.models import OrderImport
from livestreams.sales.reading.refusal import Refused
from livestreams.sales.refusals import explain
from livestreams.sales.undoing import redo_import, undo_import
from products.money import yuan


class Command(BaseCommand):
    help = "Take an import out of the totals as if its file had never come; --redo takes it back in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("id", type=int)
        parser.add_argument("--redo", action="store_true", help="take the import back in")

    def handle(self, *args: object, id: int, redo: bool, **options: object) -> str:
        try:
            order_import = OrderImport.objects.filter(pk=id).first()
            if not order_import:
                raise Refused("no_import", id=id)
            act = redo_import if redo else undo_import
            event = act(order_import).events.last()
        except Refused as refused:
            raise CommandError(explain(refused)) from None
        assert event is not None
        return _("Import %(id)s is %(state)s; paid moved by %(paid)s yuan, refunded by %(refunded)s yuan") % {
            "id": order_import.pk,
            "state": event.get_kind_display(),
            "paid": yuan(event.delta_paid_fen),
            "refunded": yuan(event.delta_refunded_fen),
        }
