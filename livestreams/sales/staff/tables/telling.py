"""Columns and values of tables as people read them: names instead of slugs."""

from collections.abc import Iterable
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from livestreams.sales.staff.tables.desks import Desk
from livestreams.sales.staff.tables.values import Values, as_cell
from livestreams.sales.staff.totals.names import Names
from livestreams.teams.models import Account
from products.models import Product, Sku
from products.platforms import platform_name

LABELS = {
    "slug": gettext_noop("short name"),
    "name": gettext_noop("name"),
    "title": gettext_noop("title"),
    "county": gettext_noop("county"),
    "township": gettext_noop("township"),
    "villages": gettext_noop("villages"),
    "platform": gettext_noop("platform"),
    "account_id": gettext_noop("account id"),
    "nickname": gettext_noop("nickname"),
    "kind": gettext_noop("kind"),
    "team": gettext_noop("team"),
    "valid_from": gettext_noop("valid from"),
    "valid_to": gettext_noop("valid to"),
    "category": gettext_noop("category"),
    "product": gettext_noop("product"),
    "shares": gettext_noop("shares of villages"),
    "code": gettext_noop("code"),
    "sku": gettext_noop("SKU"),
    "net_weight_g": gettext_noop("net weight (g)"),
    "started_at": gettext_noop("started at"),
    "ended_at": gettext_noop("ended at"),
    "teams": gettext_noop("shares of teams"),
}
"""English msgids, one a column."""
PARTIES = {"shares": "village", "villages": "village", "teams": "team", "team": "team", "township": "township",
           "product": "product"}  # fmt: skip
"""Which names a column's slugs have."""


class Teller:
    """Says values in words. Names are looked up once, and only those that the user may see."""

    def __init__(self, names: Names) -> None:
        self.names = names

    @cached_property
    def skus(self) -> dict[str, str]:
        return dict(self.names.rows(Sku).values_list("code", "name"))

    def value(self, column: str, value: Any) -> str:
        """`冯村 55%、长杆村 45%`; — where there is nothing."""
        if value in (None, "", {}, [], ()):
            return "—"
        if isinstance(value, dict):
            parts = sorted(value.items(), key=lambda part: (-part[1], part[0]))
            return "、".join(f"{self.name(column, slug)} {percent}%" for slug, percent in parts)
        if isinstance(value, list | tuple):
            return "、".join(self.name(column, slug) for slug in sorted(value))
        return self.name(column, as_cell(value))

    def name(self, column: str, key: str) -> str:
        if column in PARTIES:
            return self.names.known[PARTIES[column]].get(key, key)
        if column == "platform":
            return platform_name(key)
        if column == "kind":
            return str(Account.Kind(key).label)
        if column == "category":
            return str(Product.Category(key).label)
        return self.skus.get(key, key) if column == "sku" else key

    def changes(self, desk: Desk, old: Values | None, new: Values | None) -> dict[str, list[str]]:
        """What differs: English label → [old, new] in words."""
        columns: Iterable[str] = (old or new or {}).keys()
        return {
            LABELS[column]: [self.value(column, (old or {}).get(column)), self.value(column, (new or {}).get(column))]
            for column in columns
            if as_cell((old or {}).get(column)) != as_cell((new or {}).get(column))
        }

    def title(self, desk: Desk, row: Values) -> str:
        """What a row is called: the name of what it is about, with what tells it from others."""
        if desk.name == "accounts":
            return f"{platform_name(row['platform'])} · {row['nickname']} ({row['account_id']})"
        if desk.name == "origins":
            start = as_cell(row["valid_from"]) or _("since ever")
            return f"{self.name('product', row['product'])} · {start}"
        if desk.name == "sku_codes":
            return f"{platform_name(row['platform'])} · {row['code']}"
        return str(row.get("name") or row.get("title"))
