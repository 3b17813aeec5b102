"""The world as crediting needs it, read once: accounts and owners, sessions, codes, origins."""

import datetime
from bisect import bisect_right
from collections import defaultdict
from typing import NamedTuple

from livestreams.sales.models import Correction, ShareSet
from livestreams.sales.splitting import NOBODY, Shares
from livestreams.sales.times import as_text
from livestreams.sessions.models import Session, SessionShare
from livestreams.teams.models import Account, Ownership, Team
from products.models import Origin, OriginPart, Sku, SkuCode
from products.shares import format_shares, parse_shares
from zhunong.places.models import Village


class Period(NamedTuple):
    """[start, end) as ISO text, blank = open, and what holds in it."""

    start: str
    end: str
    value: int | None

    def covers(self, moment: str) -> bool:
        return self.start <= moment and (not self.end or moment < self.end)


class Corrected(NamedTuple):
    """What corrections by hand say of one line, as primary keys and fen; None = as the files say."""

    team_shares: int | None = None
    sku: int | None = None
    refunded_fen: int | None = None


class Books:
    """A snapshot of the world. Taken while crediting is locked, so that it stays true until the switch."""

    def __init__(self) -> None:
        self.share_sets = {(row.kind, row.shares): row.pk for row in ShareSet.objects.all()}
        self.load_accounts()
        self.load_sessions()
        self.load_skus()
        self.load_origins()
        self.load_corrections()

    def load_accounts(self) -> None:
        accounts = Account.objects.values_list("platform", "account_id", "pk", "township_id")
        self.accounts = {(platform, account_id): pk for platform, account_id, pk, _township in accounts}
        self.township_of = {pk: township for _platform, _account_id, pk, township in accounts}
        self.by_nickname: dict[tuple[str, str], set[int]] = defaultdict(set)
        self.owners: dict[int, list[Period]] = defaultdict(list)
        rows = Ownership.objects.values_list(
            "account_id", "account__platform", "nickname", "valid_from", "valid_to", "team__slug"
        )
        for account, platform, nickname, start, end, team in rows:
            self.by_nickname[platform, nickname].add(account)
            shares = self.share_set(ShareSet.Kind.TEAM, {team: 100}) if team else None
            self.owners[account].append(Period(iso(start), iso(end), shares))

    def load_sessions(self) -> None:
        shares: dict[int, dict[str, int]] = defaultdict(dict)
        for session, team, percent in SessionShare.objects.values_list("session_id", "team__slug", "percent"):
            shares[session][team] = percent
        self.session_shares = {session: self.share_set(ShareSet.Kind.TEAM, parts) for session, parts in shares.items()}
        self.sessions: dict[int, list[Period]] = defaultdict(list)
        rows = Session.objects.order_by("started_at").values_list("account_id", "started_at", "ended_at", "pk")
        for account, start, end, pk in rows:
            self.sessions[account].append(Period(as_text(start), as_text(end), pk))
        self.starts = {account: [period.start for period in periods] for account, periods in self.sessions.items()}

    def load_skus(self) -> None:
        self.skus = {}
        self.own_codes = {}
        for pk, code, product, weight, township in Sku.objects.values_list(
            "pk", "code", "product_id", "net_weight_g", "product__township_id"
        ):
            self.skus[pk] = (product, weight)
            self.own_codes[township, code] = pk
        self.codes = {
            (township, platform, account, code): sku
            for township, platform, account, code, sku in SkuCode.objects.values_list(
                "township_id", "platform", "account_id", "code", "sku_id"
            )
        }

    def load_origins(self) -> None:
        parts: dict[int, dict[str, int]] = defaultdict(dict)
        for origin, village, percent in OriginPart.objects.values_list("origin_id", "village__slug", "percent"):
            parts[origin][village] = percent
        self.origins: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for pk, product, start in Origin.objects.values_list("pk", "product_id", "valid_from"):
            self.origins[product].append((iso(start), self.share_set(ShareSet.Kind.VILLAGE, parts[pk])))
        for periods in self.origins.values():
            periods.sort()

    def load_corrections(self) -> None:
        """What is corrected by hand, by shop and line key; of two corrections of one field the later holds."""
        self.corrections: dict[tuple[int, str], Corrected] = {}
        rows = Correction.objects.in_force().order_by("pk")
        for shop, key, teams, *said in rows.values_list("shop_id", "key", "teams", "sku_id", "refunded_fen"):
            shares = self.share_set(ShareSet.Kind.TEAM, parse_shares(teams)) if teams else None
            earlier = self.corrections.get((shop, key), Corrected())
            pairs = zip(earlier, (shares, *said), strict=True)
            self.corrections[shop, key] = Corrected(*(before if now is None else now for before, now in pairs))

    def share_set(self, kind: str, shares: dict[str, int]) -> int:
        """The interned split's primary key."""
        key = (str(kind), format_shares(shares))
        if key not in self.share_sets:
            self.share_sets[key] = ShareSet.objects.get_or_create(kind=kind, shares=key[1])[0].pk
        return self.share_sets[key]

    def owner(self, account: int, day: str) -> int | None:
        """The share set of the team that owns the account on a day (ISO text); None = nobody."""
        return next((period.value for period in self.owners[account] if period.covers(day)), None)

    def session(self, account: int, placed_at: str) -> int | None:
        """The account's session with started_at <= placed_at < ended_at."""
        place = bisect_right(self.starts.get(account, ()), placed_at) - 1
        if place < 0:
            return None
        period = self.sessions[account][place]
        return period.value if placed_at < period.end else None

    def origin(self, product: int, day: str) -> int | None:
        """The share set of the villages where the product grew by the day; None = unknown."""
        known = [shares for start, shares in self.origins.get(product, ()) if start <= day]
        return known[-1] if known else None

    def parties(self) -> dict[int, Shares]:
        """Every share set, taken apart."""
        slugs = {
            ShareSet.Kind.TEAM.value: dict(Team.objects.values_list("slug", "pk")),
            ShareSet.Kind.VILLAGE.value: dict(Village.objects.values_list("slug", "pk")),
        }
        return {
            pk: Shares(
                tuple(slugs[kind][part.rpartition(":")[0]] for part in shares.split(";")),
                tuple(int(part.rpartition(":")[2]) for part in shares.split(";")),
            )
            for (kind, shares), pk in self.share_sets.items()
        }


def iso(day: datetime.date | None) -> str:
    return day.isoformat() if day else ""


__all__ = ["NOBODY", "Books", "Corrected", "Period"]
