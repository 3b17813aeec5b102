"""What killed processes leave behind: staging only, and it is swept."""

import datetime
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from livestreams.sales.locks import reading
from livestreams.sales.models import Line, Listing, OrderImport, StagedLine

SILENCE = datetime.timedelta(minutes=2)
"""A reading for somebody on the site that has not said a word for so long is dead."""


def sweep_dead_readings() -> None:
    """Readings whose process died are taken away; people who wait on one are told to hand the file in again.

    A command holds its reading as long as it lives. The site's say now and then that they, or what they wait for, live.
    """
    long_ago = timezone.now() - SILENCE
    silent = Q(heartbeat_at__lt=long_ago) | Q(heartbeat_at=None, created_at__lt=long_ago)
    unfinished = OrderImport.objects.filter(state=OrderImport.State.READING)
    for order_import in unfinished.filter(silent | Q(created_by=None)):
        with reading(order_import.pk) as is_dead:
            if is_dead:
                bury(order_import)


def bury(order_import: OrderImport) -> None:
    """Take away what a dead reading left. Its record stays where somebody handed the file in on the site."""
    still = OrderImport.objects.filter(pk=order_import.pk, state=OrderImport.State.READING)
    if not order_import.created_by_id:
        still.delete()
    elif still.update(state=OrderImport.State.REFUSED, refusal={"code": "interrupted", "params": {}}):
        order_import.staged_rows.all().delete()
        order_import.chunks.all().delete()


def sweep_dead_batches(townships: Iterable[int]) -> None:
    """Call while holding the crediting of these townships: whoever staged lines for them is dead."""
    StagedLine.objects.filter(township__in=set(townships)).delete()


def sweep_unused_listings(townships: Iterable[int]) -> None:
    """Call while holding the crediting of these townships: listings that no line bears say nothing."""
    lines = Line.objects.filter(listing=OuterRef("pk"))
    Listing.objects.filter(~Exists(lines), shop__township__in=set(townships)).delete()
