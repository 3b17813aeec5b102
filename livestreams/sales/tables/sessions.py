"""Sessions and whom they are done for (contracts, section 1)."""

import datetime
from collections import defaultdict
from collections.abc import Sequence

from django.utils.translation import gettext as _

from livestreams.sales.recrediting import Touched
from livestreams.sales.tables.cells import identifier, platform, shares, slug, text
from livestreams.sales.tables.columns import Column, Row, Table
from livestreams.sales.tables.finding import (
    Period,
    by_slug,
    first_clash,
    kept_shares,
    named,
    parties,
    refuse_stranger,
)
from livestreams.sales.tables.moments import moment
from livestreams.sales.tables.writing import Tally, Writer
from livestreams.sales.times import BEIJING
from livestreams.sessions.models import Session, SessionShare
from livestreams.teams.models import Account, Team

PARKED = datetime.datetime(1900, 1, 1, tzinfo=BEIJING)


def load_sessions(rows: Sequence[Row], touched: Touched) -> Tally:
    loader = SessionLoader()
    touched.accounts |= loader.run(rows)
    return loader.writer.tally()


class SessionLoader:
    """Sessions by slug. Lines are credited anew of the account that a session leaves, too."""

    def __init__(self) -> None:
        self.teams, self.known = by_slug(Team), by_slug(Session)
        self.accounts = {(account.platform, account.account_id): account for account in Account.objects.all()}
        self.account_before = {session.pk: session.account_id for session in self.known.values()}
        self.writer = Writer(Session)

    def run(self, rows: Sequence[Row]) -> set[int]:
        """Write all. Returns the accounts whose sessions changed."""
        sessions = [self.put(row) for row in rows]
        refuse_overlaps({row["slug"]: row for row in rows}, [*self.known.values(), *self.writer.created])
        park(self.writer.updated)
        self.writer.write()
        changed = [*self.writer.touched(), *self.set_shares(rows, sessions)]
        return {session.account_id for session in changed} | {
            self.account_before[session.pk] for session in self.writer.updated
        }

    def put(self, row: Row) -> Session:
        account = named(row, "account_id", self.accounts, (row["platform"], row["account_id"]))
        session = self.known.get(row["slug"])
        if session:
            refuse_stranger(row, "slug", session.slug, session.township_id, account.township_id)
        parties(row, "teams", self.teams, account.township_id)
        if row["ended_at"] <= row["started_at"]:
            raise row.refused("ended_at", _("the end must come after the start"))
        values = {name: row[name] for name in ("slug", "title", "started_at", "ended_at")}
        return self.writer.put(session, account_id=account.pk, township_id=account.township_id, **values)

    def set_shares(self, rows: Sequence[Row], sessions: Sequence[Session]) -> list[Session]:
        """Set the shares that differ. Returns the sessions concerned."""
        kept, concerned = kept_shares(SessionShare, "session_id", "team_id"), []
        for row, session in zip(rows, sessions, strict=True):
            wanted = {self.teams[team]: percent for team, percent in row["teams"].items()}
            if kept.get(session.pk) != {team.pk: percent for team, percent in wanted.items()}:
                session.set_shares(wanted)
                self.writer.mark(session)
                concerned.append(session)
        return concerned


def refuse_overlaps(rows: dict[str, Row], sessions: Sequence[Session]) -> None:
    """No two sessions of one account at a time, whether the table or the database has them."""
    by_account: dict[int, list[Period]] = defaultdict(list)
    for session in sessions:
        period = Period(session.started_at, session.ended_at, session.slug, rows.get(session.slug))
        by_account[session.account_id].append(period)
    for periods in by_account.values():
        if clash := first_clash(periods):
            row, other = clash
            reason = _("overlaps the session “%(slug)s” of the same account") % {"slug": other.name}
            raise row.refused("started_at", reason)


def park(sessions: Sequence[Session]) -> None:
    """Clear the starts of sessions about to change: two of one account may trade places."""
    parked = [Session(pk=each.pk, started_at=PARKED + datetime.timedelta(seconds=each.pk)) for each in sessions]
    Session.objects.bulk_update(parked, ["started_at"], batch_size=500)


SESSIONS = Table(
    "sessions",
    (
        Column("slug", slug(Session)),
        Column("title", text(Session, "title")),
        Column("platform", platform),
        Column("account_id", identifier(Account, "account_id")),
        Column("started_at", moment),
        Column("ended_at", moment),
        Column("teams", shares),
    ),
    load_sessions,
)
