"""The sitemap: published pages under their public addresses, the season board, broadcasts, and the rooms."""

from typing import Any

from django.urls import reverse
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Site

from livestreams.sessions.public.reading import visible
from livestreams.sessions.public.schedule import is_worth_finding
from products.models import CataloguePage
from zhunong.addresses import public_address, public_root
from zhunong.pages.front.tree import readable, township_of

SEASONS = "seasons/"
"""The season board is a part of each catalogue."""
MOST_SHOWS = 500


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
        own = [root + reverse(name) for name in ("rooms_public:rooms", "live_public:schedule")]
        shows = visible().filter(is_worth_finding(), township=township_of(self.request)).order_by("started_at", "pk")
        slugs = shows.values_list("slug", flat=True)
        live = [root + reverse("live_public:session", args=(slug,)) for slug in slugs[:MOST_SHOWS]]
        return [{"location": address} for address in (*boards, *own, *live)]
