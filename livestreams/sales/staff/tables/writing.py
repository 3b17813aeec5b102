"""Writing rows of a table from the desk: only what is the user's own, by the loader that reads whole directories."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import ProtectedError, QuerySet
from django.utils.translation import gettext as _

from livestreams.sales.recrediting import Touched
from livestreams.sales.staff.tables.desks import Desk
from livestreams.sales.tables.columns import Row
from livestreams.sessions.models import Session
from livestreams.teams.models import Account, Ownership, Team
from products.models import Origin, Product, Sku, SkuCode
from zhunong.access.models import User
from zhunong.places.models import Township, Village

NAMED: dict[str, tuple[type, str]] = {
    "township": (Township, "slug"),
    "villages": (Village, "slug"),
    "shares": (Village, "slug"),
    "team": (Team, "slug"),
    "teams": (Team, "slug"),
    "product": (Product, "slug"),
    "sku": (Sku, "code"),
}
"""Columns that name records of another table, and by what."""


def refuse_foreign(desk: Desk, rows: Sequence[Row], user: User) -> None:
    """Rows may name only what the user works with; anything else is not there. Raises `TableRefused`."""
    if desk.name == "townships" and not user.is_superuser:
        refuse_unnamed(rows, "slug", Township.objects.workable_by(user), "slug")
    for column in (each.name for each in desk.table.columns if each.name in NAMED):
        model, field = NAMED[column]
        refuse_unnamed(rows, column, model.objects.workable_by(user), field)  # type: ignore[attr-defined]
    if desk.name in ("sessions", "sku_codes"):
        refuse_foreign_accounts(rows, user)


def refuse_unnamed(rows: Iterable[Row], column: str, own: QuerySet, field: str) -> None:
    known = set(own.values_list(field, flat=True))
    for row in rows:
        for name in names_in(row[column]):
            if name not in known:
                raise row.refused(column, _("there is no “%(slug)s”; it must be loaded first") % {"slug": name})


def names_in(value: Any) -> list[str]:
    """The slugs that a cell names: one, several, or the parties of shares."""
    return list(value) if isinstance(value, dict | list | tuple) else [value] if value else []


def refuse_foreign_accounts(rows: Iterable[Row], user: User) -> None:
    own = set(Account.objects.workable_by(user).values_list("platform", "account_id"))
    for row in rows:
        if row["account_id"] and (row["platform"], row["account_id"]) not in own:
            reason = _("there is no “%(slug)s”; it must be loaded first") % {"slug": row["account_id"]}
            raise row.refused("account_id", reason)


def write_rows(desk: Desk, rows: Sequence[Row], touched: Touched) -> None:
    """Write them. The caller holds the crediting and credits what was touched. Raises `TableRefused`."""
    desk.table.load(rows, touched)


def replace_row(desk: Desk, old: Any, row: Row, touched: Touched) -> None:
    """Write a row in place of a record, also where it is about another day or code than before."""
    if desk.key_of(desk.values_of(old)) != desk.key_of(row.values):
        touch(old, touched)
        old.delete()
    write_rows(desk, [row], touched)


def delete_row(desk: Desk, record: Any, touched: Touched) -> None:
    """Take a row away. Raises ValidationError where other records need it."""
    touch(record, touched)
    try:
        if isinstance(record, Ownership) and not record.account.ownerships.exclude(pk=record.pk).exists():
            record.account.delete()
        else:
            record.delete()
    except ProtectedError:
        sentence = _("It cannot be deleted: lines, files or other tables name it. Change it instead.")
        raise ValidationError(sentence) from None


def touch(record: Any, touched: Touched) -> None:
    """Note whose lines may be credited otherwise once a record changes or goes."""
    if isinstance(record, Ownership):
        touched.accounts |= set(namesakes(record.account))
    elif isinstance(record, Session):
        touched.accounts.add(record.account_id)
    elif isinstance(record, Origin):
        touched.products.add(record.product_id)
    elif isinstance(record, SkuCode):
        touched.codes.add(record.township_id)
    elif isinstance(record, Sku):
        touched.codes.add(record.product.township_id)


def namesakes(account: Account) -> QuerySet:
    """The account and those of the same nickname: one that goes makes another's nickname unambiguous."""
    same = Account.objects.filter(platform=account.platform, nickname=account.nickname)
    return same.values_list("pk", flat=True)
