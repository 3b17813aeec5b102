"""Whom a line is credited to: account, session, teams, SKU, villages (contracts, section 2)."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from livestreams.sales.books import Books
from livestreams.sales.facts import Article
from livestreams.sales.layouts.base import LIVE_MARKS, PROVISIONAL_MARKS, Layout
from livestreams.teams.models import Account

MOST_REMEMBERED = 20_000


class Said(Protocol):
    """What crediting asks of a line beside its article: facts, or a line that was made of them."""

    @property
    def placed_at(self) -> str | None: ...
    @property
    def items(self) -> int: ...
    @property
    def streamer(self) -> str: ...
    @property
    def nickname(self) -> str: ...
    @property
    def mark(self) -> str: ...


class Credit(NamedTuple):
    """Primary keys; None = not known, a row of its own in every total."""

    account: int | None
    is_stranger: bool
    is_provisional: bool
    session: int | None
    team_shares: int | None
    village_shares: int | None
    sku: int | None
    weight_g: int


class Creditor:
    """Credits the lines of one shop by the world as the books have it."""

    def __init__(self, books: Books, layout: Layout, shop: Account) -> None:
        self.books = books
        self.layout = layout
        self.shop = shop
        self.skus: dict[Article, int | None] = {}
        self.outside: dict[tuple, Credit] = {}

    def credit(self, facts: Said, article: Article) -> Credit:
        """The credit of a line by what is said of it. Lines alike of one day are looked up once."""
        day = facts.placed_at[:10] if facts.placed_at else ""
        alike = (facts.streamer, facts.nickname, facts.mark, article, facts.items, day)
        credit = self.outside.get(alike)
        if credit is None:
            if len(self.outside) >= MOST_REMEMBERED:
                self.outside.clear()
            credit = self.outside[alike] = self.outside_sessions(facts, article, day)
        session = self.session(facts, credit.account)
        if session is None:
            return credit
        return credit._replace(session=session, team_shares=self.books.session_shares.get(session))

    def outside_sessions(self, facts: Said, article: Article, day: str) -> Credit:
        """Where there was no session: of the account's owner on the day, else of nobody (待认领)."""
        account, sku = self.account(facts), self.sku(article)
        villages, weight = self.produce(sku, facts)
        return Credit(
            account=account,
            is_stranger=account is None,
            is_provisional=facts.mark in PROVISIONAL_MARKS,
            session=None,
            team_shares=self.books.owner(account, day) if account is not None and day else None,
            village_shares=villages,
            sku=sku,
            weight_g=weight,
        )

    def produce(self, sku: int | None, facts: Said) -> tuple[int | None, int]:
        """(share set of the villages, grams) of so many items of a SKU; the day of the order counts."""
        if not sku:
            return None, 0
        product, weight = self.books.skus[sku]
        villages = self.books.origin(product, facts.placed_at[:10]) if facts.placed_at else None
        return villages, facts.items * weight

    def account(self, facts: Said) -> int | None:
        """The streamer's where the row names one, else the shop; None = a streamer that no account ever was."""
        if facts.streamer:
            return self.books.accounts.get((self.layout.platform, facts.streamer))
        if facts.nickname:
            bearers = self.books.by_nickname.get((self.layout.platform, facts.nickname), ())
            if len(bearers) == 1:
                return next(iter(bearers))
        return self.shop.pk

    def session(self, facts: Said, account: int | None) -> int | None:
        """The account's session at the time of the order, if the mark allows a session."""
        if account is None or facts.placed_at is None:
            return None
        if facts.mark and facts.mark not in LIVE_MARKS and facts.mark not in PROVISIONAL_MARKS:
            return None
        return self.books.session(account, facts.placed_at)

    def sku(self, article: Article) -> int | None:
        if article not in self.skus:
            self.skus[article] = next(self.matches(article), (None, ""))[0]
        return self.skus[article]

    def matches(self, article: Article) -> Iterator[tuple[int, str]]:
        """(SKU, code that named it), best first: a code of this shop goes before a code of any shop."""
        township, platform = self.shop.township_id, self.layout.platform
        for code in candidates(article):
            for account_id in (self.shop.account_id, ""):
                if sku := self.books.codes.get((township, platform, account_id, code)):
                    yield sku, code
            if self.layout.own_codes and (sku := self.books.own_codes.get((township, code))):
                yield sku, code


def candidates(article: Article) -> Iterator[str]:
    """Merchant codes in the layout's order, then `product id|spec`, then the product id alone."""
    yield from filter(None, article.codes)
    if article.product_id and article.spec:
        yield f"{article.product_id}|{article.spec}"
    if article.product_id:
        yield article.product_id
