"""Names instead of slugs: everything that totals can be asked by, read in one query, sessions and SKUs when needed."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from django.db.models import CharField, F, Model, QuerySet, Value
from django.db.models.functions import Concat
from django.utils.formats import date_format

from livestreams.sales.staff.totals.words import UNKNOWN
from livestreams.sales.times import as_text
from livestreams.sales.totals import Answer, Key
from livestreams.sessions.models import Session
from livestreams.teams.models import Account, Team
from products.models import Product, Sku
from products.platforms import platform_choices, platform_name
from zhunong.access.models import User
from zhunong.places.models import Township, Village


class Names:
    """The names that a user may see."""

    def __init__(self, user: User) -> None:
        self.user = user
        self.sessions: dict[str, str] = {}
        self.skus: dict[str, str] = {}

    def rows(self, model: type[Model]) -> QuerySet:
        """The rows of a model whose names may be told. Another scope overrides it."""
        return model.objects.visible_to(self.user)  # type: ignore[attr-defined]

    @cached_property
    def known(self) -> dict[str, dict[str, str]]:
        """Names by dimension and key."""
        known: dict[str, dict[str, str]] = defaultdict(dict)
        for dimension, key, name in self.query():
            known[dimension][key] = name
        known["account"] = known["shop"] | known["streamer"]
        return known

    def query(self) -> QuerySet:
        named = [
            keyed(self.rows(model), model._meta.model_name or "", "slug", "name")
            for model in (Team, Village, Product, Township)
        ]
        accounts = self.rows(Account).order_by()
        slug = Concat("platform", Value(":"), "account_id", output_field=CharField())
        return named[0].union(*named[1:], accounts.values_list("kind", slug, "nickname"), all=True)

    def prepare(self, answer: Answer) -> None:
        """Read the names of the sessions and SKUs in an answer."""
        for place, dimension in enumerate(answer.question.by):
            self.learn(dimension, {row.keys[place] for row in answer.rows})

    def learn(self, dimension: str, keys: Iterable[Key]) -> None:
        wanted = [key for key in keys if key is not None]
        if dimension == "session" and wanted:
            sessions = self.rows(Session).filter(slug__in=wanted)
            rows = sessions.values_list("slug", "title", "started_at")
            self.sessions |= {slug: f"{title} · {as_text(start)[:16]}" for slug, title, start in rows}
        if dimension == "sku" and wanted:
            skus = self.rows(Sku).filter(code__in=wanted)
            named = skus.values_list("code", "product__name", "name")
            self.skus |= {code: joined(product, name) for code, product, name in named}

    def name(self, dimension: str, key: Key) -> str:
        """What people call it; the key itself where it has no name."""
        if key is None:
            return str(UNKNOWN.get(dimension, "—"))
        if dimension == "platform":
            return platform_name(key)
        if dimension == "month":
            return date_format(datetime.date.fromisoformat(f"{key}-01"), "YEAR_MONTH_FORMAT")
        if dimension in ("account", "shop"):
            return self.account(key)
        kept = {"session": self.sessions, "sku": self.skus}.get(dimension) or self.known[dimension]
        return kept.get(key, key)

    def account(self, key: str) -> str:
        platform, _separator, account_id = key.partition(":")
        return f"{platform_name(platform)} · {self.known['account'].get(key, account_id)}"

    def choices(self, dimension: str) -> list[tuple[str, str]]:
        """(key, name) for a filter."""
        if dimension == "platform":
            return platform_choices()
        return sorted((key, self.name(dimension, key)) for key in self.known[dimension])


def keyed(rows: QuerySet, dimension: str, key: str, name: str) -> QuerySet:
    return rows.order_by().values_list(Value(dimension, output_field=CharField()), F(key), F(name))


def joined(product: str, sku: str) -> str:
    """A SKU's name with its product's, unless that is in it."""
    return sku if product in sku else f"{product} {sku}"
