"""Which pages and pictures a person may work on, by today's roles: what Wagtail would ask its groups for.

Wagtail remembers such rights on the user (`User._page_permission_cache`), and asks nobody else.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from zhunong.places.models import Township

WRITING = ("add_page", "change_page")
"""Drafts alone; somebody else publishes them."""
PUBLISHING = (*WRITING, "publish_page", "lock_page", "unlock_page")
PICTURING = ("add_image", "change_image", "choose_image")


@dataclass(frozen=True)
class Permission:
    """All that Wagtail reads of a permission."""

    codename: str


@dataclass(frozen=True)
class PageRight:
    """A right to a page and to all below it, shaped as Wagtail's `GroupPagePermission`."""

    page: Page
    permission: Permission

    @property
    def page_id(self) -> int:
        return self.page.pk


@dataclass(frozen=True)
class LibraryRight:
    """A right to the pictures of a collection, shaped as Wagtail's `GroupCollectionPermission`."""

    collection: Any
    permission: Permission

    @property
    def collection_id(self) -> int:
        return self.collection.pk


@dataclass(frozen=True)
class Area:
    """A township's pages as one person may work on them: its home page, and rights to some of what is below."""

    township: Township
    home: Page
    rights: tuple[PageRight, ...]


Source = Callable[[Any], Iterable[Area]]
sources: list[Source] = []


def add_source(source: Source) -> None:
    """The rooms above know pages and teams: (user) → areas. Call when the app is ready."""
    sources.append(source)


def areas_of(user: Any) -> list[Area]:
    """Where a person may work on pages today; of no use for administrators, who may everywhere."""
    if not user.is_active or user.is_superuser:
        return []
    return [area for source in sources for area in source(user) if area.rights]


def rights_to(page: Page, codenames: Iterable[str]) -> tuple[PageRight, ...]:
    return tuple(PageRight(page, Permission(codename)) for codename in codenames)


def lies_in(page: Page, areas: Iterable[Area]) -> bool:
    """Whether a page is a home page of these areas, or below one."""
    return any(page.path.startswith(area.home.path) for area in areas)
