"""The clerk's ways with tables, as a browser would go them."""

from collections.abc import Sequence
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from livestreams.sales.staff.tables.desks import BY_NAME
from livestreams.sales.staff.tables.forms import initial_of


class Desk:
    """Posts what the form of a row holds, but for what is said otherwise."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def page(self, table: str, **query: str) -> Any:
        return self.client.get(reverse(f"table_{table}:index"), query)

    def rows(self, table: str, **query: str) -> list[str]:
        """Slugs or the like of the rows that a list shows."""
        desk = BY_NAME[table]
        return [desk.slug_of(desk.values_of(each)) for each in self.page(table, **query).context["object_list"]]

    def edit(self, table: str, pk: int, **said: Any) -> Any:
        desk = BY_NAME[table]
        filled = posted(desk.values_of(desk.rows().get(pk=pk)), table)
        return self.client.post(reverse(f"table_{table}:edit", args=[pk]), filled | said)

    def add(self, table: str, **said: Any) -> Any:
        return self.client.post(reverse(f"table_{table}:add"), said)

    def delete(self, table: str, pk: int, **said: Any) -> Any:
        return self.client.post(reverse(f"table_{table}:delete", args=[pk]), said)

    def upload(self, table: str, content: str | bytes, name: str = "sheet.csv") -> Any:
        data = content.encode() if isinstance(content, str) else content
        return self.client.post(reverse(f"table_{table}:upload"), {"sheet": SimpleUploadedFile(name, data)})

    def confirm(self, table: str, preview: Any, **said: str) -> Any:
        """Say yes to the preview of a sheet."""
        seen = {"sealed": preview.context["sealed"], "expected": preview.context["effect"].fingerprint}
        return self.client.post(reverse(f"table_{table}:upload"), seen | said, follow=True)

    def twice(self, act: str, table: str, *args: Any, **said: Any) -> Any:
        """Look at what would move, then say yes."""
        seen = getattr(self, act)(table, *args, **said).context["effect"].fingerprint
        return getattr(self, act)(table, *args, **said, expected=seen)


def posted(row: dict[str, Any], table: str) -> dict[str, Any]:
    """A row as its form posts it: shares in boxes by slug."""
    filled: dict[str, Any] = {}
    for name, value in initial_of(BY_NAME[table], row).items():
        if isinstance(value, dict):
            filled |= boxes(name, value)
        elif value is not None:
            filled[name] = value.isoformat() if hasattr(value, "isoformat") else value
    return filled


def boxes(name: str, shares: dict[str, int]) -> dict[str, int]:
    return {f"{name}_{slug}": percent for slug, percent in shares.items()}


def messages(answer: Any) -> Sequence[str]:
    return [str(message) for message in answer.context["messages"]]
