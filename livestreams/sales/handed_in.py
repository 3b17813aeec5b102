"""Files handed in on the site, from their bytes to what they would change: what the reading process does."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

from django.db import DatabaseError, connection
from django.utils import timezone

from livestreams.sales import staging
from livestreams.sales.importing import HandIn, apply, keep, refuse
from livestreams.sales.models import OrderImport
from livestreams.sales.reading.refusal import Refused
from livestreams.sales.remembering import find_shop
from livestreams.sales.scopes import Scope
from livestreams.teams.models import Account
from zhunong.access.models import User

State = OrderImport.State
BEAT_SECONDS = 20


def read_handed_in(order_import: OrderImport, hand_in: HandIn, chosen: Account | None, by: User, scope: Scope) -> None:
    """Read a file and work out what it would change. Ends ready, asking for its shop, or refused."""
    with refusing(order_import):
        with hand_in.open() as order_file:
            order_import.platform = order_file.platform
            order_import.save(update_fields=["platform"])
            staging.stage(order_import, order_file)
        refuse_without_good_rows(order_import)
        shops = scope.shops(by)
        order_import.shop, order_import.shop_by = find_shop(order_import, hand_in.file_name, chosen, shops)
        if order_import.shop:
            preview(order_import, by)
        else:
            order_import.progress = 1
            order_import.state = State.ASKING
            order_import.save()


def finish_handed_in(order_import: OrderImport, by: User | None) -> None:
    """Go on with a file whose shop has been told by now."""
    with refusing(order_import):
        preview(order_import, by)


def preview(order_import: OrderImport, by: User | None) -> None:
    """Keep the sightings and work out what they would change, without changing it. Raises Refused."""
    order_import.progress = 1
    order_import.save()
    keep(order_import)
    [result] = apply([order_import], by, dry_run=True)
    if result is not order_import:
        raise Refused("counts_already", id=result.pk)
    order_import.state = State.READY
    order_import.save(force_update=True)


def refuse_without_good_rows(order_import: OrderImport) -> None:
    if order_import.bad_count == order_import.rows:
        raise Refused("bad_rows", count=order_import.bad_count)


@contextmanager
def refusing(order_import: OrderImport) -> Iterator[None]:
    """Whatever goes wrong, the file ends with a sentence, and nothing of it counts."""
    try:
        yield
    except Refused as refused:
        refuse(order_import, refused)
    except Exception:
        refuse(order_import, Refused("interrupted"))


@contextmanager
def beating(imports: list[int]) -> Iterator[None]:
    """While this process lives, it says so for all its files, also for those that wait for their turn."""
    stopped = Event()

    def beat() -> None:
        while not stopped.wait(BEAT_SECONDS):
            with suppress(DatabaseError):
                OrderImport.objects.filter(pk__in=imports, state=State.READING).update(heartbeat_at=timezone.now())
        connection.close()

    thread = Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stopped.set()
        thread.join()
