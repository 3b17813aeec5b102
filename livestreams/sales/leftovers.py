"""What killed processes leave behind: staging only, and it is swept."""

import datetime
from collections.abc import Iterable

from django.utils import timezone

from livestreams.sales.models import OrderImport, StagedLine

SILENCE = datetime.timedelta(minutes=2)
"""A reading that has not said a word for so long is dead."""


def sweep_dead_readings() -> None:
    """Readings whose process died are taken away; people who wait on one are told to hand the file in again."""
    dead = OrderImport.objects.filter(state=OrderImport.State.READING, heartbeat_at__lt=timezone.now() - SILENCE)
    for order_import in dead:
        order_import.staged_rows.all().delete()
        order_import.chunks.all().delete()
        order_import.state = OrderImport.State.REFUSED
        order_import.refusal = {"code": "interrupted", "params": {}}
        order_import.save(update_fields=["state", "refusal"])


def sweep_dead_batches(townships: Iterable[int]) -> None:
    """Call while holding the crediting of these townships: whoever staged lines for them is dead."""
    StagedLine.objects.filter(township__in=set(townships)).delete()
