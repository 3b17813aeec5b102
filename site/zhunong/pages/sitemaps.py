"""The sitemap: published pages under their public addresses, the season board, and the rooms."""

from typing import Any

from django.urls import reverse
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Site

from products.models import CataloguePage
from zhunong.addresses import public_address, public_root
from zhunong.pages.front.tree import readable

SEASONS = "seasons/"
"""The season board is a part of each catalogue."""


class PageSitemap(Sitemap):
    """Wagtail's, by `PUBLIC_URL` instead of the host that asked."""

    def _urls(self, page: int, protocol: str, domain: str) -> list[dict[str, Any]]:
        site: Site = self.get_wagtail_site()
        root, found = public_root(self.request), super()._urls(page, protocol, domain)
        told = [each for each in found if each["location"]]  # none without an address
        for each in told:
            each["location"] = root + each["location"].removeprefix(site.root_url)
        return told + (self.parts(site, root) if page == 1 else [])

    def parts(self, site: Site, root: str) -> list[dict[str, Any]]:
        """What is no page of the tree."""
        catalogues = readable(CataloguePage.objects.descendant_of(site.root_page))
        boards = [address + SEASONS for page in catalogues if (address := public_address(page, self.request))]
        return [{"location": address} for address in (*boards, root + reverse("rooms_public:rooms"))]
