"""The demo's broadcasts to come: the rota goes on, announced as sessions that nobody has sold in yet."""

import datetime

from django.utils.timezone import make_aware

from livestreams.sessions.models import Session
from livestreams.teams.models import Account, Team
from products.shares import parse_shares
from zhunong.pages.demo.sessions import Session as Planned
from zhunong.pages.demo.sessions import sessions_of
from zhunong.places.models import Township

DAYS = 9


def announce(township: Township, today: datetime.date) -> int:
    """From tomorrow on. Returns how many are announced; again changes nothing."""
    accounts = {(each.platform, each.account_id): each for each in Account.objects.filter(township=township)}
    teams = {team.slug: team for team in Team.objects.filter(township=township)}
    planned = [each for number in range(1, DAYS) for each in sessions_of(today + datetime.timedelta(days=number))]
    for each in planned:
        put_down(township, each, accounts[each.account.platform, each.account.account_id], teams)
    return len(planned)


def put_down(township: Township, planned: Planned, account: Account, teams: dict[str, Team]) -> None:
    """At full five minutes, as people announce it."""
    begin = planned.started_at.replace(minute=planned.started_at.minute // 5 * 5, second=0)
    session, made = Session.objects.get_or_create(
        slug=planned.slug, defaults={
            "title": planned.title, "township": township, "account": account, "started_at": make_aware(begin),
            "ended_at": make_aware(planned.ended_at.replace(second=0)),
        },
    )  # fmt: skip
    if made and planned.teams:
        session.set_shares({teams[slug]: percent for slug, percent in parse_shares(planned.teams).items()})
