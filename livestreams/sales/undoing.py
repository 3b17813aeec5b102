"""Taking an import out as if its file had never come, and back in."""

from dataclasses import asdict

from django.db import transaction

from livestreams.sales.batches import Batch
from livestreams.sales.books import Books
from livestreams.sales.importing import note_event, refuse_other_shops_file, twin_of
from livestreams.sales.leftovers import sweep_dead_batches, sweep_unused_listings
from livestreams.sales.locks import crediting
from livestreams.sales.models import ImportEvent, OrderImport
from livestreams.sales.reading.refusal import Refused
from livestreams.sales.refolding import Refolder
from zhunong.access.models import User

State, Kind = OrderImport.State, ImportEvent.Kind


def undo_import(order_import: OrderImport, by: User | None = None) -> OrderImport:
    """As if the file had never come. Raises Refused when the import does not count anyway."""
    return turn(order_import, State.APPLIED, State.UNDONE, Kind.UNDONE, by)


def redo_import(order_import: OrderImport, by: User | None = None) -> OrderImport:
    """Take an undone import back in. Raises Refused when it is not undone, or its lines are another shop's by now."""
    return turn(order_import, State.UNDONE, State.APPLIED, Kind.REDONE, by)


def turn(order_import: OrderImport, before: str, after: str, kind: str, by: User | None) -> OrderImport:
    """Fold the import's lines with it or without it, and switch over."""
    with crediting([order_import.township_id]):
        order_import.refresh_from_db()
        if order_import.state != before:
            raise Refused("not_applied" if before == State.APPLIED else "not_undone", id=order_import.pk)
        sweep_dead_batches([order_import.township_id])
        batch = Batch(Books())
        others = OrderImport.objects.applied().filter(shop=order_import.shop).exclude(pk=order_import.pk)
        refolder = Refolder(order_import, others, batch)
        try:
            if after == State.APPLIED:
                count_in(order_import, refolder)
            else:
                refolder.withdraw()
            with transaction.atomic():
                batch.switch()
                order_import.state = after
                order_import.save()
                note_event(order_import, kind, by, batch.deltas.paid_fen, batch.deltas.refunded_fen)
        finally:
            batch.sweep()
            sweep_unused_listings([order_import.township_id])
    return order_import


def count_in(order_import: OrderImport, refolder: Refolder) -> None:
    """Fold the import in again, counted anew. Raises Refused."""
    refuse_other_shops_file(order_import)
    if twin_of(order_import, ()):
        raise Refused("already_in", id=order_import.pk)
    repeats = order_import.rows - order_import.bad_count
    tally = refolder.apply()
    for name, value in asdict(tally).items():
        setattr(order_import, name, value)
    order_import.unchanged = repeats - tally.new - tally.updated - tally.older
    order_import.delta_paid_fen = refolder.batch.deltas.paid_fen
    order_import.delta_refunded_fen = refolder.batch.deltas.refunded_fen
