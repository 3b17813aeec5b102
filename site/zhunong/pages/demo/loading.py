"""Load the demo world: tables and order files through the doors that everybody uses, then pages and people."""

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from livestreams.sales.importing import HandIn, import_files
from livestreams.sales.models import Claim, OrderImport
from livestreams.sales.tables import load_tables
from livestreams.teams.models import Team
from products.models import Product
from zhunong.pages.demo import CLAIM, FACTS, SOURCES, DemoOrderFile, DemoWorld, write_demo_world
from zhunong.pages.demo.announced import announce
from zhunong.pages.demo.catalogue_facts import put_down_facts
from zhunong.pages.demo.centre import fill_centre
from zhunong.pages.demo.line_ups import put_up_line_ups
from zhunong.pages.demo.page_tree import publish_pages
from zhunong.pages.demo.people import TOWNSHIP
from zhunong.pages.demo.session_figures import log_sessions
from zhunong.pages.demo.sign_in import make_users
from zhunong.pages.demo.submitting import keep_in_library, submit_a_page
from zhunong.pages.demo.written import write_sales_down
from zhunong.places.models import Township

Say = Callable[[str], object]


def is_loaded() -> bool:
    """Whether this database holds a world already, the demo's or a real one, and no loading broke off half-way."""
    return Township.objects.exists() and not marker().exists()


def marker() -> Path:
    """There while loading is under way: the day for which the world is made, so that a second try goes on with it."""
    return settings.VAR_DIR / "demo_loading"


def load_demo_world(today: date, say: Say) -> None:
    """Load the world of `today`, or of the day of a loading that broke off. Loading twice changes nothing."""
    if marker().exists():
        today = date.fromisoformat(marker().read_text())
    marker().write_text(today.isoformat())
    load_parts(today, say)
    marker().unlink()


def load_parts(today: date, say: Say) -> None:
    """Write the demo's files into a passing folder and hand them in; then what no file holds."""
    with tempfile.TemporaryDirectory(prefix="zhunong-demo-") as folder:
        world = write_demo_world(Path(folder), today)
        tables = load_tables(world.tables).tables
        say(_("Tables loaded: %(names)s") % {"names": ", ".join(tables)})
        imports = hand_in(world)
    rows = sum(order_import.rows for order_import in imports)
    say(_("Order files read: %(files)s, with %(rows)s rows") % {"files": len(imports), "rows": f"{rows:,}"})
    put_down_areas()
    township = Township.objects.get(slug=TOWNSHIP[0])
    put_down_claim(township)
    say(_("Pages published: %(count)s") % {"count": publish_pages(township)})
    say(_("Seasons of products: %(count)s") % {"count": put_down_facts(township, today)})
    make_users(township, world.first)
    keep_in_library(township)
    submit_a_page(township)
    written = write_sales_down(today)
    say(_("Sales written down by hand: %(count)s") % {"count": len(written)})
    say(_("Sessions logged: %(count)s") % {"count": log_sessions(township, today)})
    say(_("Rooms booked: %(count)s times") % {"count": fill_centre(township, today)})
    say(_("Broadcasts announced: %(count)s") % {"count": announce(township, today)})
    say(_("Line-ups filled: %(count)s") % {"count": put_up_line_ups(township, today)})


def hand_in(world: DemoWorld) -> list[OrderImport]:
    """Every order file through the real importer, in the order of their exports."""
    imports: list[OrderImport] = []
    for order in sorted(world.orders, key=lambda order: order.exported_at):
        imports += import_order_file(order)
    return imports


def import_order_file(order: DemoOrderFile) -> list[OrderImport]:
    with order.path.open("rb") as stream:
        exported_at = f"{order.exported_at:%Y-%m-%d %H:%M:%S}"
        given = HandIn(stream, order.path.name, order.account_id, exported_at, order.password or None)
        return import_files([given])


def put_down_areas() -> None:
    """The areas in mu, each with the source that states it."""
    for slug, fact in FACTS.items():
        Product.objects.filter(slug=slug).update(
            area_mu=fact.area_mu, area_is_at_least=fact.approximate, area_source=SOURCES[fact.source]
        )


def put_down_claim(township: Township) -> None:
    """What a newspaper says of the team's sales: beside the totals, never in them."""
    Claim.objects.get_or_create(
        township=township,
        team=Team.objects.get(slug=CLAIM.team),
        amount_fen=CLAIM.amount_fen,
        is_at_least=CLAIM.approximate,
        source=CLAIM.source,
        defaults={"period": "截至报道之日，起点未载"},
    )
