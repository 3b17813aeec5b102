"""What all pages of a site share, remembered as long as nothing was written: the site, its first page, its menu."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from wagtail.models import Page, Site
from wagtail.views import serve as serve_of_wagtail

from zhunong.addresses import public_address
from zhunong.caching.memory import Memory, may_remember

MOST_HOSTS = 64
"""Anybody may ask by any name of a host."""


@dataclass(frozen=True)
class Link:
    """A page of the frame: what it is called, where it is on this host, and its one address outside."""

    title: str
    url: str
    address: str


class Frame:
    """Of one host. Everybody's while it holds: nothing in it is changed, each part is read when it is first needed."""

    def __init__(self, site: Site | None) -> None:
        self.site = site
        self.links: dict[int, Link] = {}
        self.root_paths: Any = None

    @cached_property
    def children(self) -> list[Page]:
        """The published pages right below the first one that nobody has to unlock, by the tree's order."""
        return published(self.site.root_page.get_children()) if self.site else []

    def link(self, page: Page, request: HttpRequest) -> Link:
        """Of the first page and its `children`, never of a page that somebody may be changing."""
        if page.pk not in self.links:
            self.links[page.pk] = Link(page.title, page.get_url(request) or "/", public_address(page, request))
        return self.links[page.pk]


def published(pages: Any) -> list[Page]:
    return list(pages.live().filter(view_restrictions=None).order_by("path").select_related("content_type"))


frames: Memory[Frame] = Memory(MOST_HOSTS)


def frame_of(request: HttpRequest) -> Frame:
    """The frame of the host that was asked; the same one as long as the request lasts."""
    known = request.__dict__
    if "_zhunong_frame" not in known:
        host = (request._get_raw_host(), request.get_port())  # type: ignore[attr-defined]  # as Wagtail itself does
        found = frames.get(host, lambda: read(request), request)
        known["_zhunong_frame"], known["_wagtail_site"] = found, found.site
        if found.root_paths is not None:
            known["_wagtail_cached_site_root_paths"] = found.root_paths
    return known["_zhunong_frame"]


def read(request: HttpRequest) -> Frame:
    """Where sites begin is remembered by Wagtail too, which hears of changes in its own process alone."""
    frame = Frame(Site.find_for_request(request))
    if may_remember():
        Site.clear_site_root_paths_cache()
        frame.root_paths = Site.get_site_root_paths()
    return frame


def serve(request: HttpRequest, path: str) -> HttpResponseBase:
    """Wagtail's own view of pages, which need not ask again whose site it is."""
    frame_of(request)
    return serve_of_wagtail(request, path)
