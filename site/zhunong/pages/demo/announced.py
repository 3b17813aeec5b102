"""The demo's broadcasts to come: the rota goes on, planned as teams plan it; and what was made of the latest past ones.

Links are examples (example.com), so that no code of the demo leads into somebody's real shop.
"""

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils import timezone
from django.utils.timezone import make_aware

from livestreams.rooms.changing import Hand
from livestreams.rooms.models import Occupancy
from livestreams.sessions import sharing
from livestreams.sessions.adopting import event_of
from livestreams.sessions.models import Crew, Event, EventTeam, Session
from livestreams.sessions.planning import Plan, plan
from livestreams.teams.models import Account, Team
from products.shares import parse_shares
from zhunong.access.models import User
from zhunong.pages.demo.sessions import Session as Planned
from zhunong.pages.demo.sessions import sessions_of
from zhunong.pages.demo.sign_in import LEADER, MEMBER, STAFF, VILLAGER
from zhunong.places.models import Township

DAYS, LATEST = 9, 8
KEYS = uuid.UUID("6f0c1a52-7f5d-4e43-9a0e-2f3c7c1f5b11")
PLANNERS = {"fourteen": LEADER, "xiabai-team": VILLAGER}
"""Who plans for a team; the township's staff for one that has nobody here."""
ORCHARD, AT_HOME = "果园里", "团队办公室"
WORDS = "示例口令 #安峪助农直播#，复制后打开应用预约"


@dataclass
class World:
    """What plans are made of, each read once."""

    township: Township
    accounts: dict[tuple[str, str], Account]
    teams: dict[str, Team]
    people: dict[str, User]

    def hand(self, team: str) -> Hand:
        name = PLANNERS.get(team, STAFF)
        return Hand(self.people[name], of_the_office=name == STAFF)


def announce(township: Township, today: datetime.date) -> int:
    """From tomorrow on. Returns how many sessions are announced; again changes nothing."""
    world = read(township)
    coming = [each for number in range(1, DAYS) for each in sessions_of(today + datetime.timedelta(days=number))]
    coming.sort(key=lambda each: (each.started_at.date(), each.teams, each.started_at))
    for _key, group in groupby(coming, key=lambda each: (each.started_at.date(), each.teams)):
        put_down(world, list(group))
    answer_all_but_one(world)
    look_back(world)
    return len(coming)


def read(township: Township) -> World:
    accounts = {(each.platform, each.account_id): each for each in Account.objects.filter(township=township)}
    teams = {team.slug: team for team in Team.objects.filter(township=township)}
    people = User.objects.filter(username__in=(LEADER, MEMBER, VILLAGER, STAFF))
    return World(township, accounts, teams, {user.username: user for user in people})


def put_down(world: World, planned: list[Planned]) -> Event:
    """One event on all its accounts, in the team's room where it has one then."""
    first, parts = planned[0], parse_shares(planned[0].teams)
    own = next(iter(parts))
    begin, end = span_of(planned)
    booking = booking_of(world.teams[own], begin, end)
    if booking:
        end = min(end, booking.ends_at)
    accounts = [world.accounts[each.account.platform, each.account.account_id] for each in planned]
    wanted = Plan(
        world.township, first.title, begin, end, accounts,
        parts={world.teams[slug]: percent for slug, percent in parts.items()}, own=[world.teams[own]],
        booking=booking, place="" if booking else place_of(first), crew=crew_of(world, own),
        key=uuid.uuid5(KEYS, first.slug), reservations=dict(reservations(accounts, first.slug)),
    )  # fmt: skip
    return plan(wanted, world.hand(own))


def span_of(planned: list[Planned]) -> tuple[datetime.datetime, datetime.datetime]:
    """From full five minutes to full five minutes, as people announce it."""
    begin = min(each.started_at for each in planned)
    end = max(each.ended_at for each in planned) + datetime.timedelta(minutes=5)
    return rounded(begin), rounded(end)


def rounded(moment: datetime.datetime) -> datetime.datetime:
    return make_aware(moment.replace(minute=moment.minute // 5 * 5, second=0))


def booking_of(team: Team, begin: datetime.datetime, end: datetime.datetime) -> Occupancy | None:
    """The team's own booking in which it can begin and go on for an hour at least."""
    rows = Occupancy.objects.bookings().filter(team=team, ended="", kind=Occupancy.Kind.BOOKING)
    latest = min(end, begin + datetime.timedelta(hours=1))
    return rows.filter(starts_at__lte=begin, ends_at__gte=latest).order_by("starts_at").first()


def place_of(planned: Planned) -> str:
    return ORCHARD if "果园" in planned.title else AT_HOME


def crew_of(world: World, team: str) -> list[tuple[User, str]]:
    """Who plans it is its host; the member of two teams helps the town-wide one."""
    if team not in PLANNERS:
        return []
    crew = [(world.people[PLANNERS[team]], str(Crew.Job.HOST))]
    return [*crew, (world.people[MEMBER], str(Crew.Job.CONTROL))] if team == "fourteen" else crew


def reservations(accounts: Iterable[Account], slug: str) -> Iterable[tuple[int, str]]:
    """Links for most, words for Kuaishou, nothing for shops: as it happens."""
    for account in accounts:
        if account.kind == Account.Kind.STREAMER:
            link = f"https://example.com/{account.platform}/{slug}"
            yield account.pk, WORDS if account.platform == "kuaishou" else link


def answer_all_but_one(world: World) -> None:
    """The other team has said yes, but for the last event, where it is still asked."""
    asked = EventTeam.objects.filter(event__township=world.township, answer=EventTeam.Answer.ASKED)
    parts = list(asked.select_related("event", "team").order_by("event__starts_at"))
    for part in parts[:-1]:
        sharing.answer(part, True, world.hand(part.team.slug))


def look_back(world: World) -> None:
    """The latest sessions that came by the tables: where they were, and where every other one can be seen again."""
    past = Session.objects.filter(township=world.township, ended_at__lte=timezone.now(), planned_start=None)
    if past.exclude(replay_url="").exists():
        return
    for number, session in enumerate(past.select_related("event", "township").order_by("-started_at")[:LATEST]):
        place = ORCHARD if "果园" in session.title else AT_HOME
        Event.objects.filter(pk=event_of(session).pk, booking=None, place="").update(place=place)
        if number % 2 == 0:
            Session.objects.filter(pk=session.pk).update(replay_url=f"https://example.com/replay/{session.slug}")
