"""The main job: order files in, credited totals moved (contracts, section 2; design, section 5)."""

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from copy import copy
from dataclasses import asdict, dataclass, field
from typing import BinaryIO

from django.db import transaction

from livestreams.sales import staging
from livestreams.sales.batches import Batch
from livestreams.sales.books import Books
from livestreams.sales.layouts import LAYOUTS
from livestreams.sales.leftovers import sweep_dead_batches, sweep_dead_readings, sweep_unused_listings
from livestreams.sales.locks import crediting, reading
from livestreams.sales.models import ImportEvent, OrderImport
from livestreams.sales.privacy import mask_personal
from livestreams.sales.reading import OrderFile
from livestreams.sales.reading.refusal import Refused
from livestreams.sales.refolding import Refolder
from livestreams.sales.shops import choose_shop
from livestreams.sales.times import as_aware
from zhunong.access.models import User

State = OrderImport.State
FAR_BACK = "2000-01-01"


@dataclass
class HandIn:
    """One order file as somebody hands it in. `account_id` names the shop; blank = the platform's only one.

    Error reports show the variables of a crash; a file's name may be a buyer's phone number.
    """

    stream: BinaryIO
    file_name: str = field(repr=False)
    account_id: str = ""
    exported_at: str | None = None
    password: str | None = field(default=None, repr=False)
    streamers: bool = True
    skip_bad: bool = False
    started: OrderFile | None = None
    """The same file, if its reading has begun already."""

    def __post_init__(self) -> None:
        """Raises Refused."""
        try:
            as_aware(self.exported_at or FAR_BACK)
        except ValueError:
            raise Refused("exported_when") from None

    def open(self) -> OrderFile:
        return self.started or OrderFile(
            self.stream, self.file_name, password=self.password, streamers=self.streamers, skip_bad=self.skip_bad,
            exported_at=self.exported_at,
        )  # fmt: skip


def import_files(hand_ins: Sequence[HandIn], by: User | None = None, dry_run: bool = False) -> list[OrderImport]:
    """Read, credit and switch over all the files or none. Raises Refused; then nothing is left of any of them.

    A file that is in already changes nothing: its import is returned again with all its rows unchanged.
    """
    sweep_dead_readings()
    imports: list[OrderImport] = []
    with ExitStack() as held:
        try:
            for hand_in in hand_ins:
                with hand_in.open() as order_file:
                    imports.append(begin(order_file, hand_in, by, held))
                    gather(imports[-1], order_file)
            return apply(imports, by, dry_run)
        finally:
            for order_import in imports:
                discard(order_import)


def begin(order_file: OrderFile, hand_in: HandIn, by: User | None, held: ExitStack) -> OrderImport:
    """Start an import that nobody sees before it is known to be alive."""
    with transaction.atomic():
        order_import = start_import(order_file, hand_in, by)
        held.enter_context(reading(order_import.pk))
        staging.beat(order_import, 0)
    return order_import


def start_import(order_file: OrderFile, hand_in: HandIn, by: User | None) -> OrderImport:
    """The record of a file waiting to be read. Raises Refused when its shop is not to be known."""
    shop = choose_shop(order_file.platform, hand_in.account_id)
    return OrderImport.objects.create(
        township_id=shop.township_id,
        shop=shop,
        platform=order_file.platform,
        file_name=mask_personal(hand_in.file_name)[-255:],
        created_by=by,
    )


def gather(order_import: OrderImport, order_file: OrderFile) -> None:
    """From file to sightings that do not count yet. The caller holds the import's reading. Raises Refused."""
    staging.stage(order_import, order_file)
    keep(order_import)


def keep(order_import: OrderImport) -> None:
    """From staged rows to sightings that do not count yet. Raises Refused."""
    refuse_other_shops_file(order_import)
    order_import.unchanged = staging.keep_sightings(order_import, LAYOUTS[order_import.platform])
    staging.sweep(order_import)


def refuse_other_shops_file(order_import: OrderImport) -> None:
    twin = OrderImport.objects.applied().filter(sha256=order_import.sha256).exclude(shop=order_import.shop).first()
    if twin and twin.shop:
        raise Refused("file_of_other_shop", shop=twin.shop.nickname)


def apply(
    imports: Sequence[OrderImport], by: User | None, dry_run: bool = False, keep_repeats: bool = False
) -> list[OrderImport]:
    """Count read imports in, all or none; `dry_run` only works out what would happen. Raises Refused.

    The record of a file that counts already goes away; `keep_repeats` leaves it, refused, for the one who waits on it.
    """
    townships = {each.township_id for each in imports}
    with crediting(townships):
        refuse_lost(imports)
        sweep_dead_batches(townships)
        batch = Batch(Books())
        try:
            results = [fold_in(order_import, imports[:number], batch) for number, order_import in enumerate(imports)]
            if not dry_run:
                with transaction.atomic():
                    batch.switch()
                    for order_import, result in zip(imports, results, strict=True):
                        settle(order_import, result, by, keep_repeats)
        finally:
            batch.sweep()
            sweep_unused_listings(townships)
    return results


def refuse_lost(imports: Sequence[OrderImport]) -> None:
    """Somebody else may have given one of them up, or undone it, meanwhile."""
    alive = OrderImport.objects.exclude(state__in=[State.REFUSED, State.UNDONE])
    if alive.filter(pk__in=[each.pk for each in imports]).count() < len(imports):
        raise Refused("interrupted")


def fold_in(order_import: OrderImport, earlier: Sequence[OrderImport], batch: Batch) -> OrderImport:
    """Work an import into the batch. Returns it with its counts, or the import that the same file made before."""
    refuse_other_shops_file(order_import)
    if found := twin_of(order_import, earlier):
        twin = copy(found)
        twin.new = twin.updated = twin.older = twin.delta_paid_fen = twin.delta_refunded_fen = 0
        twin.unchanged = twin.rows - twin.bad_count
        return twin
    before = batch.deltas.paid_fen, batch.deltas.refunded_fen
    others = [*OrderImport.objects.applied().filter(shop=order_import.shop), *same_shop(order_import, earlier)]
    tally = Refolder(order_import, others, batch).apply()
    for name, value in asdict(tally).items():
        setattr(order_import, name, value)
    good = order_import.rows - order_import.bad_count
    order_import.unchanged = good - tally.new - tally.updated - tally.older
    order_import.delta_paid_fen = batch.deltas.paid_fen - before[0]
    order_import.delta_refunded_fen = batch.deltas.refunded_fen - before[1]
    return order_import


def twin_of(order_import: OrderImport, earlier: Iterable[OrderImport]) -> OrderImport | None:
    """The import of the very same file, if that counts already."""
    counting = [*OrderImport.objects.applied().filter(shop=order_import.shop), *same_shop(order_import, earlier)]
    identity = (order_import.sha256, order_import.exported_at)
    return next((each for each in counting if (each.sha256, each.exported_at) == identity), None)


def same_shop(order_import: OrderImport, earlier: Iterable[OrderImport]) -> list[OrderImport]:
    return [each for each in earlier if each.shop_id == order_import.shop_id]


def settle(order_import: OrderImport, result: OrderImport, by: User | None, keep_repeats: bool = False) -> None:
    """Put down, in the switching transaction, that the import counts now."""
    if result is not order_import:
        if result.pk == order_import.pk:
            return
        if keep_repeats:
            refuse(order_import, Refused("counts_already", id=result.pk))
        else:
            OrderImport.objects.filter(pk=order_import.pk).delete()
        return
    order_import.state = State.APPLIED
    order_import.refusal = None
    order_import.save(force_update=True)
    note_event(order_import, ImportEvent.Kind.APPLIED, by, order_import.delta_paid_fen, order_import.delta_refunded_fen)


def note_event(order_import: OrderImport, kind: str, by: User | None, paid_fen: int, refunded_fen: int) -> None:
    ImportEvent.objects.create(
        order_import=order_import, kind=kind, by=by, delta_paid_fen=paid_fen, delta_refunded_fen=refunded_fen
    )


def refuse(order_import: OrderImport, refused: Refused) -> None:
    """Leave of an import that does not count its record and the sentence that refused it."""
    order_import.staged_rows.all().delete()
    order_import.chunks.all().delete()
    order_import.state = State.REFUSED
    order_import.refusal = {"code": refused.code, "params": refused.params}
    if refused.bad:
        order_import.bad = [vars(bad) for bad in refused.bad]
        order_import.bad_count = refused.params.get("count", len(refused.bad))
    order_import.save(force_update=True)


def discard(order_import: OrderImport) -> None:
    """Leave nothing of an import that does not count."""
    doomed = OrderImport.objects.filter(pk=order_import.pk).exclude(state__in=[State.APPLIED, State.UNDONE])
    if doomed.delete()[0]:
        order_import.pk = None
