"""What eight clients plan at once, and what must hold after it."""

import datetime
import itertools
import uuid
from functools import partial
from typing import Any

from django.db import transaction

from livestreams.rooms.models import Engagement
from livestreams.sessions.models import Crew, Event, EventChange, EventTeam, Session, SessionShare
from livestreams.sessions.planning import cancel, plan
from livestreams.teams.models import Account, Ownership
from tests.livestreams.rooms.builders import booked
from tests.livestreams.rooms.races.crew import Act
from tests.livestreams.rooms.races.invariants import clear as clear_rooms
from tests.livestreams.sessions.builders import Stage, at, hand, planned, wanted

QUARTER = datetime.timedelta(minutes=15)
CLIENTS = 8


def clear() -> None:
    """Nothing was ever planned or booked."""
    with transaction.atomic():
        for model in (EventChange, SessionShare, Session, Crew, EventTeam):
            model.objects.all()._raw_delete("default")
        Event.objects.all()._raw_delete("default")
    clear_rooms()


def planning(on: Stage, number: int, **said: Any) -> Act:
    """A plan whose time overlaps that of every other number."""
    times = {"starts_at": at(20) + number * QUARTER / 2, "ends_at": at(22) + number * QUARTER / 2}
    return partial(plan, wanted(on, **times | said), hand(on.centre.leader))


def accounts(on: Stage) -> list[Account]:
    """One for each client."""
    made = [
        Account.objects.get_or_create(
            platform="kuaishou", account_id=f"race-{number}",
            defaults={"kind": "streamer", "nickname": f"快手{number}", "township": on.centre.township},
        )[0]
        for number in range(CLIENTS)
    ]  # fmt: skip
    for account in made:
        Ownership.objects.get_or_create(account=account, defaults={"team": on.ours, "nickname": account.nickname})
    return made


def one_person(on: Stage) -> list[Act]:
    """In eight orchards, on eight accounts."""
    return [
        planning(on, number, accounts=[account], place=f"果园{number}") for number, account in enumerate(accounts(on))
    ]


def one_account(on: Stage) -> list[Act]:
    """In eight orchards, by nobody who is named."""
    return [planning(on, number, place=f"果园{number}", crew=[]) for number in range(CLIENTS)]


def one_form(on: Stage) -> list[Act]:
    """Sent eight times."""
    return [planning(on, 0, key=uuid.uuid4())] * CLIENTS


def orchard_or_room(on: Stage) -> list[Act]:
    """The same person: planned outdoors, and booked into a room."""
    indoors = partial(booked, on.centre.left, on.ours, at(21), 60, on.centre.leader, people=[on.centre.leader])
    return [planning(on, number) if number % 2 else indoors for number in range(CLIENTS)]


def cancel_or_plan(on: Stage) -> list[Act]:
    """What is called off is free for somebody else, once."""
    event = planned(on)
    return [partial(cancel, event, hand(on.centre.leader, reason="下雨")), planning(on, 1, crew=[])] * (CLIENTS // 2)


def broken() -> dict[str, list[Any]]:
    """Sessions of one account that overlap, people in two events, events without their people's time or record."""
    engaged = Engagement.objects.order_by("person", "starts_at").values_list("person", "starts_at", "ends_at")
    on_air = Session.objects.order_by("account", "started_at").values_list("account", "started_at", "ended_at")
    standing = Event.objects.filter(cancelled_at=None)
    found = {
        "in two events": overlapping(engaged), "on air twice": overlapping(on_air),
        "without sessions": list(standing.filter(sessions=None)),
        "not written down": list(Event.objects.filter(changes=None)),
        "cancelled and on air": list(Session.objects.exclude(event__cancelled_at=None)),
    }  # fmt: skip
    return {name: rows for name, rows in found.items() if rows}


def overlapping(spans: Any) -> list[Any]:
    """Of spans in the order of whose they are and when they begin, those that overlap."""
    return [(one, other) for one, other in itertools.pairwise(spans) if one[0] == other[0] and other[1] < one[2]]
