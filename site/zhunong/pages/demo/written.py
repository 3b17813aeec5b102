"""记一笔 in the demo: sales that no platform knows, through the acts that phones and the desk use."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from livestreams.sales import manual
from livestreams.sales.manual_facts import Said
from livestreams.sales.models import Line, ManualSale
from livestreams.teams.models import Team
from products.models import Product, Sku
from zhunong.access.models import User
from zhunong.pages.demo.goods import GOODS
from zhunong.pages.demo.sign_in import LEADER, MEMBER, STAFF, VILLAGER
from zhunong.pages.demo.slips import draw_slip

DRAFTS = uuid.UUID("5b6a2d5e-0d0e-4c5e-9a3b-6c1f2e8d7a90")
CONFIRMED, WAITING, RETURNED = "confirmed", "waiting", "returned"


@dataclass(frozen=True)
class DemoSale:
    """One sale, so many days before the demo's; `yuan` as written on the slip. Boxes of a kept pack, or jin."""

    days: int
    who: str
    team: str
    product: str
    yuan: int
    channel: str
    receiver: str
    fate: str
    boxes: int | None = None
    jin: int | None = None


SALES = [
    DemoSale(41, LEADER, "fourteen", "hawthorn", 720, "group", "team", CONFIRMED, boxes=40),
    DemoSale(33, MEMBER, "xiabai-team", "peach", 460, "market", "grower", CONFIRMED, jin=115),
    DemoSale(26, VILLAGER, "xiabai-team", "peach", 576, "group", "coop", CONFIRMED, boxes=24),
    DemoSale(19, LEADER, "fourteen", "pear", 1280, "wechat", "team", CONFIRMED, boxes=50),
    DemoSale(9, MEMBER, "fourteen", "paper-cut", 420, "hall", "hall", CONFIRMED, boxes=11),
    DemoSale(4, LEADER, "fourteen", "hawthorn", 305, "market", "team", CONFIRMED, jin=61),
    DemoSale(3, MEMBER, "fourteen", "pear", 168, "wechat", "team", RETURNED, jin=42),
    DemoSale(1, VILLAGER, "xiabai-team", "peach", 252, "market", "grower", WAITING, jin=63),
]
WHY = "照片里看不清金额，请重拍一张。"


def write_sales_down(today: date) -> list[ManualSale]:
    """Those of the list, and one that looks like an order of the hall's own sheet. Again changes nothing."""
    people = {user.username: user for user in User.objects.filter(username__in=[LEADER, MEMBER, VILLAGER, STAFF])}
    written = []
    for number, sale in enumerate(SALES):
        said = said_of(sale, today)
        written.append(settle(send(said, number, people[sale.who]), sale.fate, people[STAFF]))
    line = Line.objects.filter(day__lt=today, sku__isnull=False, refunded_fen=0).order_by("-day", "key").first()
    if line:
        written.append(send(said_again(line), len(SALES), people[LEADER]))
    return written


def said_of(sale: DemoSale, today: date) -> Said:
    kept = [good.code for good in GOODS if good.product == sale.product and good.kept]
    sku = Sku.objects.get(code=kept[0]) if sale.boxes else None
    return Said(
        team=Team.objects.get(slug=sale.team),
        day=today - timedelta(sale.days),
        product=Product.objects.get(slug=sale.product),
        sku=sku,
        items=sale.boxes,
        weight_g=sale.jin and sale.jin * 500,
        amount_fen=sale.yuan * 100,
        channel=sale.channel,
        receiver=sale.receiver,
        picture=draw_slip(sale.product, sale.yuan * 100),
    )


def said_again(line: Line) -> Said:
    """The money of a platform's line, written down by hand as well: for the list of what two claim."""
    assert line.sku and line.day
    product = line.sku.product
    return Said(
        team=Team.objects.get(slug="fourteen"),
        day=line.day,
        product=product,
        sku=line.sku,
        items=line.items,
        weight_g=None,
        amount_fen=line.paid_fen,
        channel="wechat",
        receiver="team",
        picture=draw_slip(product.slug, line.paid_fen),
    )


def send(said: Said, number: int, by: User) -> ManualSale:
    return manual.write_down(said, uuid.uuid5(DRAFTS, str(number)), by)[0]


def settle(sale: ManualSale, fate: str, clerk: User) -> ManualSale:
    """What the clerk said of it, unless somebody has said something since."""
    if sale.state != ManualSale.State.WAITING or sale.events.count() > 1:
        return sale
    if fate == CONFIRMED:
        return manual.confirm(sale, clerk)
    return manual.send_back(sale, clerk, WHY) if fate == RETURNED else sale
