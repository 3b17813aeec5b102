"""What a workbook would change, row by row, and then doing it: all of it or nothing."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from tablib import Dataset

from products.models import Product
from products.staff.sheets.kinds import Kind
from products.staff.sheets.reading import RawBook, RawSheet
from products.staff.sheets.scope import Scope
from products.telling import SHEET, write_down
from products.wording import rules_read_once
from zhunong.access.models import User


@dataclass(frozen=True)
class BadCell:
    """A cell, or a row (no column), that cannot be taken."""

    sheet: str
    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True)
class Change:
    """A row that is new or differs. `cells`: (header, was, is)."""

    row: int
    is_new: bool
    product: Product
    title: str
    cells: list[tuple[str, str, str]]

    def __str__(self) -> str:
        return "；".join(f"{label} {was} → {now}" if was else f"{label} {now}" for label, was, now in self.cells)


@dataclass
class Outcome:
    """What one sheet does."""

    kind: Kind
    changes: list[Change] = field(default_factory=list)
    bad: list[BadCell] = field(default_factory=list)
    unchanged: int = 0

    @property
    def new(self) -> int:
        return sum(change.is_new for change in self.changes)

    @property
    def changed(self) -> int:
        return len(self.changes) - self.new


def foresee(book: RawBook, user: User) -> list[Outcome]:
    """Everything is tried and undone again."""
    return [run(sheet, user, dry_run=True) for sheet in book.sheets]


@transaction.atomic
def carry_out(book: RawBook, user: User, expected: str) -> list[Outcome]:
    """Write all of it. Raises ValidationError, nothing written, where a cell is bad or the preview no longer holds."""
    foreseen = foresee(book, user)
    if any(outcome.bad for outcome in foreseen) or fingerprint(foreseen) != expected:
        raise ValidationError(_("Meanwhile something was changed. Look at the preview once more, then say yes."))
    outcomes = [run(sheet, user, dry_run=False) for sheet in book.sheets]
    if any(outcome.bad for outcome in outcomes):
        raise ValidationError(_("Nothing was written: a row could not be saved. Look at the preview once more."))
    for outcome in outcomes:
        for change in outcome.changes:
            words = f"{book.file}: {outcome.kind.label} · {change.title} · {change}"
            write_down(change.product, SHEET, user, words[:1000])
    return outcomes


def fingerprint(outcomes: list[Outcome]) -> str:
    """The same as long as the same would be changed from the same to the same."""
    told = [(each.kind.name, change.row, change.is_new, change.cells) for each in outcomes for change in each.changes]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:32]


def run(sheet: RawSheet, user: User, *, dry_run: bool) -> Outcome:
    resource = sheet.kind.resource(Scope(user))
    dataset = Dataset(*(cells for _number, cells in sheet.rows), headers=sheet.columns)
    with rules_read_once():
        result = resource.import_data(dataset, dry_run=dry_run, use_transactions=True)
    outcome = Outcome(sheet.kind)
    for base in result.base_errors:
        outcome.bad.append(BadCell(str(sheet.kind.label), 1, "", "", str(base.error)))
    for (number, cells), row in zip(sheet.rows, result.rows, strict=False):
        given = dict(zip(sheet.columns, cells, strict=True))
        if row.errors or row.validation_error:
            outcome.bad += bad_cells(sheet.kind, number, given, row)
        elif row.import_type == row.IMPORT_TYPE_SKIP:
            outcome.unchanged += 1
        else:
            outcome.changes.append(change_of(sheet.kind, number, resource, row.instance))
    return outcome


def bad_cells(kind: Kind, number: int, given: dict[str, Any], row: Any) -> Iterator[BadCell]:
    """One for each sentence, at its column where it has one in the sheet."""
    if row.errors:
        yield BadCell(str(kind.label), number, "", "", _("The row could not be saved."))
        return
    refused = row.validation_error
    by_column = refused.message_dict if hasattr(refused, "error_dict") else {NON_FIELD_ERRORS: refused.messages}
    for name, sentences in by_column.items():
        is_here = name in kind.columns
        for sentence in dict.fromkeys(sentences):
            value = str(given.get(name, "")) if is_here else ""
            yield BadCell(str(kind.label), number, kind.spoken(name) if is_here else "", value[:60], str(sentence))


def change_of(kind: Kind, number: int, resource: Any, record: Any) -> Change:
    was, now = record.was or {}, resource.told(record)
    cells = [
        (kind.spoken(name), was.get(name, ""), now[name])
        for name in kind.columns
        if name in now and was.get(name, "") != now[name] and name != "id"
    ]
    product = record if isinstance(record, Product) else record.product
    keys = [now[name] for name in resource.keys if now.get(name) and name not in ("slug", "product")]
    return Change(number, record.was is None, product, " · ".join([str(product), *keys]), cells)
