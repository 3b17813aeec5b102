"""How a change of a table is written down: which rows, from what to what, in words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.utils.functional import cached_property

from livestreams.sales.changes import Record
from livestreams.sales.staff.tables.desks import Desk
from livestreams.sales.staff.tables.telling import Teller
from livestreams.sales.staff.tables.values import Values
from livestreams.teams.models import Account
from products.models import Product, Sku
from zhunong.access.models import User
from zhunong.places.models import Township


class Changed(NamedTuple):
    """One row of a table before and after; None where it was not there, or is no more."""

    old: Values | None
    new: Values | None

    @property
    def row(self) -> Values:
        row = self.new or self.old
        assert row is not None
        return row

    @property
    def what(self) -> str:
        return "created" if self.old is None else "deleted" if self.new is None else "changed"


def recorded(desk: Desk, changed: Changed, teller: Teller) -> dict[str, Any]:
    """As `RecordedChange.rows` keeps it."""
    return {
        "what": changed.what,
        "key": desk.slug_of(changed.row),
        "name": teller.title(desk, changed.row),
        "fields": teller.changes(desk, changed.old, changed.new),
    }


def records(desk: Desk, changes: Iterable[Changed], teller: Teller, by: User, reason: str = "") -> Iterator[Record]:
    """One record for each township. Asked once all is written: new townships are there."""
    homes, by_township = Homes(), defaultdict(list)
    for changed in changes:
        by_township[homes.of(desk, changed.row)].append(recorded(desk, changed, teller))
    townships = {township.slug: township for township in Township.objects.all()}
    for slug, rows in by_township.items():
        yield Record(townships[slug], desk.name, rows, by, reason)


class Homes:
    """Which township a row belongs to, as slugs."""

    def of(self, desk: Desk, row: Values) -> str:
        if desk.name == "townships":
            return row["slug"]
        if "township" in row:
            return row["township"]
        if "product" in row:
            return self.products[row["product"]]
        return self.skus[row["sku"]] if "sku" in row else self.accounts[row["platform"], row["account_id"]]

    @cached_property
    def products(self) -> dict[str, str]:
        return dict(Product.objects.values_list("slug", "township__slug"))

    @cached_property
    def skus(self) -> dict[str, str]:
        return dict(Sku.objects.values_list("code", "product__township__slug"))

    @cached_property
    def accounts(self) -> dict[tuple[str, str], str]:
        rows = Account.objects.values_list("platform", "account_id", "township__slug")
        return {(platform, account_id): township for platform, account_id, township in rows}
