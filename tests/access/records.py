"""Which record an address with a number opens, to ask for that of the home township."""

from django.db import models

from livestreams.rooms.models import Occupancy, Room, Wish
from livestreams.sales.models import (
    Correction,
    CreditRequest,
    Line,
    Listing,
    ManualSale,
    OrderImport,
    RecordedChange,
    WordNote,
)
from livestreams.sessions.models import Event, EventTeam, Session, WindowRequest
from livestreams.teams.models import Account, Membership, ShopOperator
from products.models import Product
from tests.access.addresses import Address
from tests.access.world import World
from zhunong.access.models import User

RECORDS: dict[str, type[models.Model]] = {
    "sales:": OrderImport,
    "sales:line": Line,
    "sales:session_": Session,
    "sales:change": RecordedChange,
    "sales:map_listing": Listing,
    "sales:put_back_word": WordNote,
    "sales:undo_correction": Correction,
    "sales:correct_line": Line,
    "sales:request": CreditRequest,
    "sales:decide_request": CreditRequest,
    "sales:written": ManualSale,
    "sales:decide_sale": ManualSale,
    "sales:decide_doublet": ManualSale,
    "my_rooms:": Occupancy,
    "my_rooms:leave": Wish,
    "my_sessions:": Event,
    "my_sessions:answer": EventTeam,
    "my_sessions:poster_file": Session,
    "my_sessions:times": Session,
    "my_sessions:log": Session,
    "my_sessions:take_back_times": Session,
    "live_sessions:": Event,
    "live_sessions:window_request": WindowRequest,
    "live_sessions:decide_window": WindowRequest,
    "live_sessions:session_times": Session,
    "live_sessions:enter_times": Session,
    "live_sessions:figures": Session,
    "live_sessions:enter_figures": Session,
    "my_sales:": OrderImport,
    "my_sales:session_": Session,
    "my_sales:sale": ManualSale,
    "my_sales:correct_sale": ManualSale,
    "my_sales:withdraw_sale": ManualSale,
    "my_sales:proof": ManualSale,
    "my_sales:ask_line": Line,
    "my_sales:withdraw_request": CreditRequest,
    "rooms_public:door": Room,
    "rooms:": Occupancy,
    "my_seasons:": Product,
    "people:": User,
    "people:end_membership": Membership,
    "people:change_membership": Membership,
    "people:add_to_shop": Account,
    "people:end_operator": ShopOperator,
}
"""By the beginning of a name; the longest that fits counts."""

PERSONS = {"people:end_office": "room_manager"}
"""Where the first person of the home township is not the one to ask for."""

CLOSURES = ("rooms:closure", "rooms:reopen")
"""Of all that takes a room, these are of closures alone."""


def model_of(address: Address) -> type[models.Model]:
    """Raises KeyError where nobody said of which table."""
    if address.model:
        return address.model
    fitting = [begin for begin in RECORDS if address.name.startswith(begin)]
    return RECORDS[max(fitting, key=len, default="")]


def path_of(address: Address, world: World) -> str:
    """The address, of a record of the home township where it is of one."""
    if not address.has_numbers:
        return address.at()
    if address.name in CLOSURES:
        rows = Occupancy.objects.filter(kind=Occupancy.Kind.CLOSURE, room__township=world.home)
        return address.at(rows.values_list("pk", flat=True)[0])
    person = PERSONS.get(address.name)
    return address.at(world.people[person].pk if person else world.first[model_of(address)].pk)
