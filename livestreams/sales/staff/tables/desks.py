"""The tables of contracts, section 1, as the clerk's desk shows them: one `Desk` each, in the contract's order."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, Model, QuerySet
from django.utils.translation import gettext_lazy as _

from livestreams.sales.staff.tables import values
from livestreams.sales.tables.accounts import ACCOUNTS
from livestreams.sales.tables.codes import SKU_CODES
from livestreams.sales.tables.columns import Table
from livestreams.sales.tables.origins import ORIGINS
from livestreams.sales.tables.places import TOWNSHIPS, VILLAGES
from livestreams.sales.tables.products import PRODUCTS, SKUS
from livestreams.sales.tables.sessions import SESSIONS
from livestreams.sales.tables.teams import TEAMS
from livestreams.sessions.models import Session
from livestreams.teams.models import Ownership, Team
from products.models import Origin, Product, Sku, SkuCode
from zhunong.places.models import Township, Village

SINCE_EVER_FIRST = F("valid_from").asc(nulls_first=True)
"""Each database has its own mind where no day is given."""


@dataclass(frozen=True)
class Desk:
    """A table of the contracts on screen. A row of the table is one record of `model`."""

    table: Table
    model: type[Model]
    values_of: values.ValuesOf
    label: Any
    one: Any
    """What one row is called."""
    icon: str
    about: Any
    """What the table is for, in one sentence."""
    searched: tuple[str, ...]
    moves_money: bool = False
    """Whether a change may credit lines otherwise; then it is shown before it is made."""
    key: tuple[str, ...] = ("slug",)
    """The columns that say which record a row is about."""
    fixed: tuple[str, ...] = ("slug", "township")
    """Columns that never change once entered (contracts, section 1)."""
    related: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    ordered: tuple[Any, ...] = ("pk",)

    @property
    def name(self) -> str:
        return self.table.name

    def rows(self) -> QuerySet:
        """All records with what their values need."""
        rows = self.model._default_manager.select_related(*self.related)
        return rows.prefetch_related(*self.parts).order_by(*self.ordered)

    def permission(self, act: str) -> str:
        """`act`: view, add, change or delete."""
        return f"{self.model._meta.app_label}.{act}_{self.model._meta.model_name}"

    def key_of(self, row: values.Values) -> tuple[str, ...]:
        return tuple(values.as_cell(row[column]) for column in self.key)

    def slug_of(self, row: values.Values) -> str:
        """What stands for a row in records of changes: `platform:account_id` for accounts, else its key but days."""
        return ":".join(values.as_cell(row[column]) for column in self.key if column != "valid_from")


DESKS = (
    Desk(
        TOWNSHIPS, Township, values.of_township, _("Townships"), _("township"), "site",
        _("Who runs this site. Administrators add townships; a county's staff looks at all of its own."),
        ("slug", "name", "county"), fixed=("slug",), ordered=("slug",),
    ),
    Desk(
        VILLAGES, Village, values.of_village, _("Villages"), _("village"), "home",
        _("Where things grow. Origins of products and teams name villages."),
        ("slug", "name"), related=("township",), ordered=("slug",),
    ),
    Desk(
        TEAMS, Team, values.of_team, _("Teams"), _("team"), "group",
        _("Who sells. A team without a village stands for the whole township."),
        ("slug", "name", "villages__name"), related=("township",), parts=("villages",), ordered=("slug",),
    ),
    Desk(
        ACCOUNTS, Ownership, values.of_ownership, _("Accounts and owners"), _("account"), "user",
        _("Shops and streamers on the platforms, and whose they are from when to when. Not owned means unclaimed."),
        ("account__account_id", "nickname", "account__nickname", "team__name"), moves_money=True,
        key=("platform", "account_id", "valid_from"), fixed=("platform", "account_id", "township"),
        related=("account__township", "team"),
        ordered=("account__platform", "account__account_id", SINCE_EVER_FIRST, "pk"),
    ),
    Desk(
        PRODUCTS, Product, values.of_product, _("Products"), _("product"), "pick",
        _("What grows or is made here."),
        ("slug", "name"), related=("township",), ordered=("slug",),
    ),
    Desk(
        ORIGINS, Origin, values.of_origin, _("Origins of products"), _("origin"), "globe",
        _("Which villages a product grows in, from which day on; village credit follows these shares."),
        ("product__slug", "product__name", "parts__village__name"), moves_money=True,
        key=("product", "valid_from"), fixed=("product",),
        related=("product__township",), parts=("parts__village",), ordered=("product__slug", SINCE_EVER_FIRST, "pk"),
    ),
    Desk(
        SKUS, Sku, values.of_sku, _("SKUs"), _("SKU"), "tag",
        _("Packs of products with their net weight; the weight sold is worked out from it."),
        ("code", "name", "product__name"), moves_money=True, key=("code",), fixed=("code",),
        related=("product__township",), ordered=("code",),
    ),
    Desk(
        SKU_CODES, SkuCode, values.of_sku_code, _("Codes of SKUs"), _("code"), "link",
        _("The codes that platforms and merchants write for our SKUs. Lines find their product by them."),
        ("code", "account_id", "sku__code", "sku__name", "sku__product__name"), moves_money=True,
        key=("platform", "account_id", "code"), fixed=(),
        related=("sku__product__township",), ordered=("platform", "account_id", "code", "pk"),
    ),
    Desk(
        SESSIONS, Session, values.of_session, _("Sessions"), _("session"), "date",
        _("When which account was live, and for which teams. Orders placed in that time are the session's."),
        ("slug", "title", "account__nickname", "account__account_id", "shares__team__name"), moves_money=True,
        related=("account__township",), parts=("shares__team",), ordered=("-started_at", "pk"),
        fixed=("slug",),
    ),
)  # fmt: skip
BY_NAME = {desk.name: desk for desk in DESKS}
