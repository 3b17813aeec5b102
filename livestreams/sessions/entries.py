"""What is put down of one product in a line-up, and whether it fits its event."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from livestreams.rooms.refusals import Refused
from livestreams.sessions.models import Event, LineUpItem
from products.models import Batch, Product, Sku
from products.money import price_tag


@dataclass(frozen=True)
class Entry:
    """What is put down of a product: `price_fen` on air for one pack, `stock` in boxes. None = not said."""

    product: Product
    sku: Sku | None = None
    price_fen: int | None = None
    stock: int | None = None
    minutes: int | None = None
    points: str = ""
    batch: Batch | None = None

    def __str__(self) -> str:
        name = self.sku.full_name if self.sku else self.product.name
        said = [
            name, price_tag(self.price_fen) if self.price_fen is not None else "",
            _("%(boxes)s boxes") % {"boxes": self.stock} if self.stock is not None else "",
            _("%(minutes)s min") % {"minutes": self.minutes} if self.minutes else "",
            self.batch.number if self.batch else "",
        ]  # fmt: skip
        return " ".join(filter(None, said))


def entry_of(item: LineUpItem) -> Entry:
    """What an item says now."""
    return Entry(item.product, item.sku, item.price_fen, item.stock, item.minutes, item.points, item.batch)


def fill(item: LineUpItem, entry: Entry) -> None:
    item.product, item.sku, item.batch = entry.product, entry.sku, entry.batch
    item.price_fen, item.stock, item.minutes = entry.price_fen, entry.stock, entry.minutes
    item.points = entry.points
    item.save()


def refuse_unless_fitting(event: Event, entry: Entry, besides: LineUpItem | None = None) -> None:
    """SQLite and PostgreSQL both take two rows without a pack for different: asked here, under the event's lock."""
    if entry.product.township_id != event.township_id:
        raise Refused(_("%(product)s belongs to another township.") % {"product": entry.product})
    if entry.sku and entry.sku.product_id != entry.product.pk:
        raise Refused(_("This pack belongs to another product."))
    if entry.batch and entry.batch.product_id != entry.product.pk:
        raise Refused(_("This batch is of another product."))
    same = event.items.filter(product=entry.product, sku=entry.sku).exclude(pk=besides.pk if besides else 0)
    if same.exists():
        raise Refused(_("%(name)s is in the line-up already.") % {"name": entry.sku or entry.product})
