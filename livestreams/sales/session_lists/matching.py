"""Which of our sessions each livestream of a list is: by its account and its start."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_noop

from livestreams.sales.session_lists.reading import ListRow
from livestreams.sessions.models import Session
from livestreams.teams.models import Account, AccountQuerySet

PLATFORM = "douyin"
NEAR = datetime.timedelta(minutes=30)
NO_ACCOUNT = gettext_noop("The list does not say whose it is; choose the account above and hand it in once more.")
NOT_OURS = gettext_noop("This account is not entered here, or is not one of yours.")
NO_SESSION = gettext_noop("No session of this account is planned or entered at that time.")
SECOND = gettext_noop("Another row fits the same session better: the broadcast was interrupted, or is listed twice.")


@dataclass(frozen=True)
class Match:
    row: ListRow
    session: Session


@dataclass(frozen=True)
class Unmatched:
    """`reason` is a msgid."""

    row: ListRow
    account: Account | None
    reason: str


def match(
    rows: Sequence[ListRow], accounts: AccountQuerySet, chosen: Account | None = None
) -> tuple[list[Match], list[Unmatched]]:
    """Each row with its session, among these accounts; `chosen` for rows that name no account. Three queries."""
    found = Accounts(accounts)
    placed = [(row, found.of(row) if row.account_id or row.nickname else chosen) for row in rows]
    sessions = sessions_of([account for _row, account in placed if account], rows)
    best: dict[int, Match] = {}
    left: list[Unmatched] = []
    for row, account in placed:
        session = nearest(row, sessions[account.pk]) if account else None
        if account is None:
            reason = NOT_OURS if row.account_id or row.nickname else NO_ACCOUNT
            left.append(Unmatched(row, None, reason))
        elif session is None:
            left.append(Unmatched(row, account, NO_SESSION))
        else:
            keep_nearer(best, Match(row, session), left)
    return sorted(best.values(), key=lambda each: each.row.number), sorted(left, key=lambda each: each.row.number)


def keep_nearer(best: dict[int, Match], match: Match, left: list[Unmatched]) -> None:
    """Of two rows for one session the nearer to its start; the other is told."""
    other = best.get(match.session.pk)
    if other and distance(other.row, match.session) <= distance(match.row, match.session):
        match, other = other, match
    best[match.session.pk] = match
    if other:
        left.append(Unmatched(other.row, other.session.account, SECOND))


class Accounts:
    """Accounts by their id, else by a nickname that only one of them has. A 抖音号 need not be the 达人ID of orders."""

    def __init__(self, accounts: AccountQuerySet) -> None:
        rows = list(accounts.filter(platform=PLATFORM))
        self.by_id = {account.account_id: account for account in rows}
        self.by_name: dict[str, list[Account]] = defaultdict(list)
        for account in rows:
            self.by_name[account.nickname].append(account)

    def of(self, row: ListRow) -> Account | None:
        if row.account_id and row.account_id in self.by_id:
            return self.by_id[row.account_id]
        named = self.by_name.get(row.nickname or "", [])
        return named[0] if len(named) == 1 else None


def sessions_of(accounts: Iterable[Account], rows: Sequence[ListRow]) -> dict[int, list[Session]]:
    """The accounts' sessions around the days of the list, by account."""
    found: dict[int, list[Session]] = defaultdict(list)
    keys = {account.pk for account in accounts}
    if not keys:
        return found
    days = datetime.timedelta(days=2)
    first, last = min(row.start for row in rows) - days, max(row.start for row in rows) + days
    sessions = Session.objects.filter(account__in=keys, started_at__gte=first, started_at__lte=last)
    for session in sessions.select_related("account", "township", "event").prefetch_related("figures"):
        found[session.account_id].append(session)
    return found


def nearest(row: ListRow, sessions: Sequence[Session]) -> Session | None:
    fitting = [session for session in sessions if fits(row, session)]
    return min(fitting, key=lambda session: distance(row, session), default=None)


def fits(row: ListRow, session: Session) -> bool:
    """It begins within the session, or near what was planned or pressed."""
    within = session.started_at <= row.start < session.ended_at
    begins = (session.platform_start, session.pressed_start, session.planned_start, session.started_at)
    return within or any(begin and abs(row.start - begin) <= NEAR for begin in begins)


def distance(row: ListRow, session: Session) -> datetime.timedelta:
    begins = (session.platform_start, session.pressed_start, session.planned_start, session.started_at)
    return min(abs(row.start - begin) for begin in begins if begin)
