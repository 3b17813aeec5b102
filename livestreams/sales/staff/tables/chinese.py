"""Cells as people write them: names for slugs, the platforms' and kinds' names for codes; in sheets both ways."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from livestreams.sales.staff.tables.desks import Desk
from livestreams.sales.staff.tables.telling import LABELS, PARTIES
from livestreams.sales.staff.tables.values import Values, as_cell
from livestreams.teams.models import Account, Team
from products.models import Product
from products.platforms import platform_choices
from products.shares import format_shares
from zhunong.access.models import User
from zhunong.places.models import Township, Village

BETWEEN = re.compile(r"[;；、,，\n]+")
SHARE = re.compile(r"(?P<name>.+?)[\s:：]*(?P<percent>\d{1,3})\s*[%％]?")
MODELS: dict[str, Any] = {"village": Village, "team": Team, "township": Township, "product": Product}


class Wording:
    """The names of one user's rows. A name that two have stands for neither: such rows are written by their slug."""

    def __init__(self, user: User) -> None:
        self.user = user

    @cached_property
    def names(self) -> dict[str, dict[str, str]]:
        """Kind → name → slug or code."""
        found = {kind: unambiguous(self.rows(model)) for kind, model in MODELS.items()}
        found["platform"] = {name: code for code, name in platform_choices()}
        found["kind"] = {str(label): value for value, label in Account.Kind.choices}
        found["category"] = {str(label): value for value, label in Product.Category.choices}
        return found

    def rows(self, model: Any) -> Iterable[tuple[str, str]]:
        return model.objects.visible_to(self.user).order_by().values_list("name", "slug")

    @cached_property
    def slugs(self) -> dict[str, dict[str, str]]:
        """Kind → slug or code → name."""
        return {kind: {slug: name for name, slug in names.items()} for kind, names in self.names.items()}

    def written(self, column: str, value: Any) -> Any:
        """A value as a sheet for people has it; numbers stay numbers."""
        kind = kind_of(column)
        if isinstance(value, int) or not kind:
            return value if isinstance(value, int) else as_cell(value)
        told = self.slugs[kind]
        if isinstance(value, dict):
            return "；".join(f"{told.get(slug, slug)} {percent}%" for slug, percent in sorted(value.items()))
        if isinstance(value, list | tuple):
            return "；".join(told.get(slug, slug) for slug in sorted(value))
        return told.get(as_cell(value), as_cell(value))

    def read(self, column: str, cell: Any) -> Any:
        """A cell as the table has it: names become slugs; what is no name stays as it is."""
        kind = kind_of(column)
        if not kind or not isinstance(cell, str):
            return cell
        named = self.names[kind]
        if column in ("shares", "teams"):
            return self.shares(named, cell)
        if column == "villages":
            return ";".join(named.get(part.strip(), part.strip()) for part in BETWEEN.split(cell) if part.strip())
        return named.get(cell.strip(), cell)

    def shares(self, named: dict[str, str], cell: str) -> str:
        """`冯村 55%；长杆村 45%` as `feng:55;changgan:45`; what cannot be read so is left to the column."""
        parts = [part.strip() for part in BETWEEN.split(cell) if part.strip()]
        matches = [SHARE.fullmatch(part) for part in parts]
        found = {named.get(m["name"].strip(), m["name"].strip()): int(m["percent"]) for m in matches if m}
        return format_shares(found) if len(found) == len(parts) else cell

    def sheet(self, desk: Desk, rows: Iterable[Values]) -> tuple[list[str], list[list[Any]]]:
        """(headers, rows) of a table for people."""
        columns = [column.name for column in desk.table.columns]
        return [_(LABELS[name]) for name in columns], [
            [self.written(name, row[name]) for name in columns] for row in rows
        ]


def kind_of(column: str) -> str:
    """What a column's names are of; "" where it holds its own text."""
    return PARTIES.get(column) or (column if column in ("platform", "kind", "category") else "")


def unambiguous(rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    found = list(rows)
    counts = Counter(name for name, _slug in found)
    return {name: slug for name, slug in found if counts[name] == 1}
