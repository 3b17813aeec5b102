"""Platform accounts and who owns them when (contracts, section 1)."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from livestreams.sales.recrediting import Touched
from livestreams.sales.tables.cells import choice, identifier, platform, slug, text
from livestreams.sales.tables.columns import Column, Row, Table
from livestreams.sales.tables.finding import Period, by_slug, first_clash, named, refuse_stranger
from livestreams.sales.tables.moments import day
from livestreams.sales.tables.writing import Tally, Writer
from livestreams.teams.models import Account, Ownership, Team
from zhunong.places.models import Township

AccountKey = tuple[str, str]


def load_accounts(rows: Sequence[Row], touched: Touched) -> Tally:
    loader = AccountLoader(rows)
    touched.accounts |= loader.run()
    return loader.ownerships.tally()


class AccountLoader:
    """A row is a time of ownership; the latest one of an account says what it is called and of which kind it is."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.townships, self.teams = by_slug(Township), by_slug(Team)
        self.known = {(account.platform, account.account_id): account for account in Account.objects.all()}
        self.kept: dict[int, list[Ownership]] = defaultdict(list)
        for ownership in Ownership.objects.select_related("team"):
            self.kept[ownership.account_id].append(ownership)
        self.rows: dict[AccountKey, list[Row]] = defaultdict(list)
        for row in rows:
            self.check(row)
            self.rows[row["platform"], row["account_id"]].append(row)
        self.accounts, self.ownerships = Writer(Account), Writer(Ownership)

    def run(self) -> set[int]:
        """Write all. Returns the accounts that changed."""
        for key, rows in self.rows.items():
            self.known[key] = self.put_account(key, rows)
        self.accounts.write()
        for key, rows in self.rows.items():
            self.put_ownerships(self.known[key], rows)
        self.ownerships.write()
        changed = {account.pk for account in self.accounts.touched()}
        return changed | {ownership.account_id for ownership in self.ownerships.touched()}

    def check(self, row: Row) -> None:
        township = named(row, "township", self.townships)
        account = self.known.get((row["platform"], row["account_id"]))
        if account:
            refuse_stranger(row, "township", row["account_id"], account.township_id, township.pk)
        if row["team"]:
            team = named(row, "team", self.teams)
            refuse_stranger(row, "team", team.slug, team.township_id, township.pk)
        if row["valid_from"] and row["valid_to"] and row["valid_to"] <= row["valid_from"]:
            raise row.refused("valid_to", _("the end must come after the start; it is the first day no longer in it"))

    def put_account(self, key: AccountKey, rows: Sequence[Row]) -> Account:
        township = self.townships[rows[0]["township"]]
        for row in rows:
            refuse_stranger(row, "township", row["account_id"], self.townships[row["township"]].pk, township.pk)
        account, last = self.known.get(key), max(rows, key=start_of_row)
        values = {"kind": last["kind"], "nickname": last["nickname"]}
        if account and any(start_of(each.valid_from) > start_of_row(last) for each in self.kept[account.pk]):
            values = {}
        return self.accounts.put(account, platform=key[0], account_id=key[1], township_id=township.pk, **values)

    def put_ownerships(self, account: Account, rows: Sequence[Row]) -> None:
        kept = {ownership.valid_from: ownership for ownership in self.kept[account.pk]}
        refuse_two_owners(
            rows, [each for start, each in kept.items() if start not in {row["valid_from"] for row in rows}]
        )
        for row in rows:
            ownership = kept.get(row["valid_from"])
            team = self.teams[row["team"]].pk if row["team"] else None
            values = {name: row[name] for name in ("nickname", "valid_from", "valid_to")}
            self.ownerships.put(ownership, account_id=account.pk, team_id=team, **values)
            if ownership and account.pk in self.accounts.changed and row is max(rows, key=start_of_row):
                self.ownerships.mark(ownership)


def refuse_two_owners(rows: Sequence[Row], others: Iterable[Ownership]) -> None:
    """No two owners of an account on one day, whether the table or the database names them."""
    periods = [Period(row["valid_from"], row["valid_to"], row["team"], row) for row in rows]
    periods += [Period(each.valid_from, each.valid_to, each.team.slug if each.team else "", None) for each in others]
    if clash := first_clash(periods):
        row, other = clash
        reason = _("the account would have two owners on one day: “%(owner)s” has it from %(start)s to %(end)s")
        params = {"owner": other.name or "—", "start": other.start or "—", "end": other.end or "—"}
        raise row.refused("valid_from", reason % params)


def start_of(valid_from: datetime.date | None) -> datetime.date:
    return valid_from or datetime.date.min


def start_of_row(row: Row) -> datetime.date:
    return start_of(row["valid_from"])


ACCOUNTS = Table(
    "accounts",
    (
        Column("platform", platform),
        Column("account_id", identifier(Account, "account_id")),
        Column("nickname", text(Account, "nickname")),
        Column("kind", choice(Account.Kind.values)),
        Column("township", slug(Township)),
        Column("team", slug(Team), blank=""),
        Column("valid_from", day, blank=None),
        Column("valid_to", day, blank=None),
    ),
    load_accounts,
    key=("platform", "account_id", "valid_from"),
)
