"""One live public page of each type, and what the browser says of a page: its weight, its shifts, its faults."""

import json
from dataclasses import dataclass, field

import html5lib
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Response

from tests.browser.serving import Site

ONE_OF_EACH = """
import json
from wagtail.models import Page
from livestreams.sessions.models import Session
from products.models import Batch
found = {}
for page in Page.objects.live().public().specific().order_by("-first_published_at"):
    if page.url:
        found.setdefault(type(page).__name__, page.url)
found["SeasonBoard"] = found["CataloguePage"] + "seasons/"
found["Search"] = found["CataloguePage"] + "?q=suli"
found["NothingFound"] = found["CataloguePage"] + "?q=%E6%A6%B4%E8%8E%B2"
found["BatchPage"] = f"/b/{Batch.objects.first().code}/"
found["Rooms"] = "/rooms/"
found["Schedule"] = "/live/"
sessions = Session.objects.order_by("-started_at")
found["Broadcast"] = f"/live/{(sessions.exclude(reservation='').first() or sessions.first()).slug}/"
found["PastBroadcast"] = f"/live/{sessions.exclude(replay_url='').first().slug}/"
found["NotFound"] = "/nowhere/"
print(json.dumps(found))
"""
SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""


def one_of_each(site: Site) -> dict[str, str]:
    """Page type → address."""
    return json.loads(site.manage("shell", "-v0", "-c", ONE_OF_EACH))


@dataclass
class Weight:
    """Bytes that came over the wire, pictures apart."""

    of_pictures: int = 0
    of_the_rest: int = 0
    from_elsewhere: list[str] = field(default_factory=list)

    def add(self, response: Response) -> None:
        if not response.url.startswith("http://127.0.0.1"):
            self.from_elsewhere.append(response.url)
        size = response.request.sizes()["responseBodySize"]
        if response.request.resource_type == "image":
            self.of_pictures += size
        else:
            self.of_the_rest += size


def weigh(page: Page, address: str) -> Weight:
    """Load an address, scrolled to its end so that every picture comes."""
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    page.goto(address)
    scroll_through(page)
    weight = Weight()
    for response in responses:
        response.finished()
        weight.add(response)
    return weight


def scroll_through(page: Page) -> None:
    page.evaluate(
        "async () => { for (let y = 0; y < document.body.scrollHeight; y += 400) {"
        " window.scrollTo(0, y); await new Promise((done) => setTimeout(done, 60)); } }"
    )
    page.wait_for_load_state("networkidle")


def shifts(page: Page, address: str) -> float:
    """How much of the page moved while it loaded and was scrolled through (cumulative layout shift)."""
    page.add_init_script(SHIFTS)
    page.goto(address)
    scroll_through(page)
    return page.evaluate("window.shifted")


def faults(page: Page) -> list[str]:
    """What axe-core finds, a line for each rule and place."""
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]


def syntax_errors(html: str) -> list[str]:
    """Where a page breaks HTML's grammar."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"))
    parser.parse(html)
    return [f"{place}: {code} {details}" for place, code, details in parser.errors]
