"""A township whose every name says that it is secret, beside another one, and people of every role around it."""

import datetime
import uuid
from dataclasses import dataclass
from pathlib import Path

from django.core.files.base import ContentFile
from django.db import models
from django.utils import timezone
from wagtail.log_actions import log

from livestreams.rooms.booking import Order, book, hold
from livestreams.rooms.changing import Hand, cancel
from livestreams.rooms.closing import close
from livestreams.rooms.hours import moment
from livestreams.rooms.models import FairUse, KitItem, OpeningHours, Room
from livestreams.rooms.series import repeat
from livestreams.rooms.waiting import wait_for
from livestreams.sales.models import (
    Claim,
    Correction,
    CreditRequest,
    ManualSale,
    ManualSaleEvent,
    OrderImport,
    RecordedChange,
    WordNote,
)
from livestreams.sales.tables import load_tables
from livestreams.teams.models import Account, Membership, ShopOperator, Team
from products.models import (
    Batch,
    BuyingWay,
    Certificate,
    Price,
    Product,
    ProperName,
    Report,
    Season,
    Sku,
    SoilClaim,
    Standard,
    VillageArea,
    WordRule,
)
from tests import people
from tests.access.planted_pages import keys_of, plant_pages, planted_rows
from tests.access.planted_sessions import plant_sessions
from tests.access.words import SECRET, SECRET_CODE
from tests.livestreams.sales.builders import bring_rows, row, write_world
from zhunong.access import roles
from zhunong.access.models import User
from zhunong.places.models import Township, Village

TODAY = datetime.date(2026, 6, 1)
OF_EVERYBODY = (Standard, WordRule, ProperName)
"""Rules that hold for every township: nobody's own, told to everybody in the office."""
TABLES = {
    "townships": "slug,name,county\n{code},{name}镇,{name}县\n",
    "villages": "slug,name,township\n{code}-village,{name}村,{code}\n",
    "teams": "slug,name,township,villages\n{code}-team,{name}队,{code},{code}-village\n"
    "{code}-second,{name}二队,{code},\n",
    "accounts": "platform,account_id,nickname,kind,township,team,valid_from,valid_to\n"
    "douyin,{code}1001,{name}店,shop,{code},{code}-team,,\ndouyin,{code}1002,{name}二店,shop,{code},,,\n"
    "douyin,{code}9001,{name}主播,streamer,{code},{code}-team,,\n",
    "products": "slug,name,category,township\n{code}-cherry,{name}樱桃,fruit,{code}\n",
    "origins": "product,valid_from,shares\n{code}-cherry,,{code}-village:100\n",
    "skus": "code,product,name,net_weight_g\n{code}-5J,{code}-cherry,{name}樱桃5斤,2500\n",
    "sku_codes": "platform,account_id,code,sku\ndouyin,{code}1001,{code}-A,{code}-5J\n",
    "sessions": "slug,title,platform,account_id,started_at,ended_at,teams\n"
    "{code}-live,{name}专场,douyin,{code}9001,2026-05-31 20:00:00,2026-05-31 22:00:00,{code}-team:100\n",
}


@dataclass
class World:
    home: Township
    away: Township
    people: dict[str, User]
    first: dict[type[models.Model], models.Model]
    """The first row of each table that is of the home township."""
    of_away: list[int]
    """Primary keys of the other township's pages and pictures, whose screens its own people may open."""


def plant(folder: Path) -> World:
    """Both townships with a row in every table."""
    away = township(folder / "away", "biechu", "别处")
    home = township(folder / "home", SECRET_CODE, SECRET)
    everybody = inhabit(home, away)
    for each, who, writer in ((away, "other_staff", "other_leader"), (home, "staff", "leader")):
        fill(each, everybody[who])
        fill_rooms(each, everybody[who])
        plant_pages(each, everybody[writer])
        fill_products(each)
        plant_sessions(each, everybody[who])
    return World(home, away, everybody, first_rows(home, everybody), keys_of(away))


def township(folder: Path, code: str, name: str) -> Township:
    """The tables, and an order file with a line of every kind."""
    folder.mkdir()
    load_tables(write_world(folder, **{table: text.format(code=code, name=name) for table, text in TABLES.items()}))
    bring_rows(
        row("douyin", f"{code}-sold", streamer=f"{code}9001", code=f"{code}-A", title=f"{name}樱桃", mark="直播",
            paid="2026-05-31 20:30:00"),
        row("douyin", f"{code}-unmapped", code=f"{code}-X", product_id=f"{code}-P", spec=f"{name}中",
            title=f"{name}梨"),
        row("douyin", f"{code}-stranger", streamer=f"{code}999", code=f"{code}-A", after=f"{name}状态"),
        row("douyin", f"{code}-provisional", mark="数据将于第二天更新", code=f"{code}-A"),
        account=f"{code}1001",
    )  # fmt: skip
    bring_rows(row("douyin", f"{code}-unclaimed", code=f"{code}-A"), account=f"{code}1002")
    OrderImport.objects.filter(shop__account_id__startswith=code).update(file_name=f"{name}-{code}.csv")
    return Township.objects.get(slug=code)


def inhabit(home: Township, away: Township) -> dict[str, User]:
    """One person of each kind. The names of those at home are secret too."""
    team, second, theirs = (Team.objects.get(slug=slug) for slug in ("yin-ni-team", "yin-ni-second", "biechu-team"))
    shop = Account.objects.get(account_id=f"{SECRET_CODE}1001")
    everybody = {
        "member": people.member_of(team, "yin-ni-member"),
        "leader": people.leader_of(team, "yin-ni-leader"),
        "second_member": people.member_of(second, "yin-ni-second"),
        "operator": people.operator_of(shop, "yin-ni-operator"),
        "departed": people.member_of(team, "yin-ni-departed", until=TODAY),
        "staff": people.staff_of(home, "yin-ni-staff"),
        "reader": people.reader_of(home, "yin-ni-reader"),
        "room_manager": people.room_manager_of(home, "yin-ni-rooms"),
        "editor": people.editor_of(home, "yin-ni-editor"),
        "county_reader": people.county_reader(home.county, "yin-ni-county"),
        "administrator": people.person("root", is_superuser=True, is_staff=True),
        "other_member": people.member_of(theirs, "biechu-member"),
        "other_leader": people.leader_of(theirs, "biechu-leader"),
        "other_staff": people.staff_of(away, "biechu-staff"),
        "other_editor": people.editor_of(away, "biechu-editor"),
        "other_reader": people.reader_of(away, "biechu-reader"),
    }
    Membership.objects.create(team=second, user=everybody["reader"], valid_from=people.LONG_AGO)
    for user in everybody.values():
        if user.username.startswith(SECRET_CODE):
            user.display_name = f"{SECRET}{user.username}"
            user.save()
    assert roles.MEMBER in User.objects.get(pk=everybody["reader"].pk).roles
    return everybody


def fill(place: Township, clerk: User) -> None:
    """What people write at the desk and on the phone."""
    code, name = place.slug, place.name[:2]
    team, sku = Team.objects.get(slug=f"{code}-team"), Sku.objects.get(code=f"{code}-5J")
    shop = Account.objects.get(account_id=f"{code}1001")
    own = {"township": place, "team": team}
    Claim.objects.create(**own, amount_fen=100, period=f"{name}年", source=f"{name}报", entered_by=clerk)
    for state in ManualSale.State.values:
        sale = ManualSale(**own, day=TODAY, product=sku.product, sku=sku, items=2, amount_fen=1234, state=state,
                          channel="market", receiver="team", written_by=clerk, draft=uuid.uuid4())  # fmt: skip
        sale.proof.save("proof.jpg", ContentFile(f"{name}凭证".encode()), save=True)
        ManualSaleEvent.objects.create(sale=sale, kind="written", by=clerk, reason=f"{name}说明")
    of_line = {"township": place, "platform": "douyin"}
    Correction.objects.create(
        **of_line, shop=shop, key=f"{code}-sold", teams=f"{code}-team:100", reason=f"{name}改", by=clerk
    )
    for state in CreditRequest.State.values:
        CreditRequest.objects.create(
            **of_line, team=team, account_id=f"{code}1002", key=f"{code}-{state}", note=f"{name}认领", by=clerk,
            state=state,
        )  # fmt: skip
    WordNote.objects.create(**of_line, word=f"{name}词", by=clerk)
    RecordedChange.objects.create(
        township=place, table="teams", reason=f"{name}因", by=clerk,
        rows=[{"what": "changed", "name": f"{name}队", "fields": {"name": [f"{name}旧", f"{name}队"]}}],
        moves=[{"dimension": "team", "key": f"{code}-team", "name": f"{name}队", "lines": 1, "paid_fen": 5,
                "refunded_fen": 0}],
    )  # fmt: skip
    ShopOperator.objects.create(account=shop, user=clerk, valid_from=TODAY, valid_to=TODAY + datetime.timedelta(1))
    for record in (team, sku, Product.objects.get(slug=f"{code}-cherry")):
        log(record, "wagtail.edit", user=clerk, title=f"{name}{record}")


def fill_rooms(place: Township, by: User) -> None:
    """Two rooms, and whatever takes a room: from tomorrow on, as the site's clock goes on while tests run."""
    name, hand = place.name[:2], Hand(by, of_the_office=True, reason=f"{place.name[:2]}停电")
    own, second = (Team.objects.get(slug=f"{place.slug}-{team}") for team in ("team", "second"))
    room, training = put_up(place, f"{name}直播间"), put_up(place, f"{name}培训室", access=Room.Access.BY_REQUEST)
    tomorrow = moment(timezone.localdate() + datetime.timedelta(1))
    in_two_hours, in_four, next_day = (tomorrow + datetime.timedelta(hours=hours) for hours in (2, 4, 24))
    weekly = book(Order(room, own, tomorrow, 60, people=[by]), by)
    book(Order(training, own, tomorrow, 60), by)
    repeat(weekly, 3, hand)
    cancel(book(Order(room, own, in_four, 60), by), hand)
    book(Order(room, second, in_two_hours, 60), by)
    wait_for(own, room, in_two_hours, 60, by)
    fallen_free = book(Order(training, second, in_four, 60), by)
    wait_for(own, training, in_four, 60, by)
    cancel(fallen_free, hand)
    close([training], next_day, next_day + datetime.timedelta(1), hand)
    hold(Order(room, None, in_four, 60), by)
    FairUse.objects.create(township=place)


def fill_products(place: Township) -> None:
    """A row of every kind of facts about the township's product."""
    name, product = place.name[:2], Product.objects.get(slug=f"{place.slug}-cherry")
    sku, village = Sku.objects.get(code=f"{place.slug}-5J"), Village.objects.get(slug=f"{place.slug}-village")
    year, own = timezone.localdate().year, {"product": product, "village": village}
    begin, end = datetime.date(year, 1, 2), datetime.date(year, 12, 30)
    Season.objects.create(**own, year=year, picked_from=begin, picked_to=end, note=f"{name}霜")
    VillageArea.objects.create(**own, area_mu=123, source=f"{name}村志")
    SoilClaim.objects.create(township=place, village=village, source=f"{name}土壤调查")
    report = Report.objects.create(
        product=product, number=f"{place.slug}-R1", batch=f"{name}批", value=1, unit="µg/kg", method="GB 5009.93",
        laboratory=f"{name}检测", sampled_on=begin, valid_until=end,
    )  # fmt: skip
    Certificate.objects.create(product=product, kind="green", name=f"{name}绿色食品", holder=f"{name}社")
    BuyingWay.objects.create(product=product, kind="phone", seller=f"{name}社", value="0359-0000000")
    Price.objects.create(
        product=product, sku=sku, platform="douyin", price_fen=5990, noted_on=datetime.date(2026, 1, 1)
    )
    Batch.objects.create(**own, number=f"{place.slug}-B1", code=f"{place.slug}-b1", picked_on=begin, report=report,
                         issuer=f"{name}社")  # fmt: skip


def put_up(place: Township, name: str, **fields: object) -> Room:
    """A room that is always open."""
    room = Room.objects.create(township=place, name=name, place=f"{name}楼", **fields)
    midnight = datetime.time()
    OpeningHours.objects.bulk_create(
        OpeningHours(room=room, weekday=day, opens=midnight, closes=midnight) for day in range(7)
    )
    KitItem.objects.create(room=room, name=f"{name}灯")
    return room


def first_rows(home: Township, everybody: dict[str, User]) -> dict[type[models.Model], models.Model]:
    """The first row of the home township in each table that knows whose its rows are, and in Wagtail's own."""
    from django.apps import apps

    staff, found = User.objects.get(pk=everybody["staff"].pk), {}
    for model in apps.get_models():
        rows = getattr(model._default_manager, "visible_to", None)
        if first := rows and rows(staff).order_by("pk").first():
            found[model] = first
    found |= {model: model.objects.order_by("pk")[0] for model in OF_EVERYBODY}
    return found | {User: everybody["member"]} | planted_rows(home)
