"""Rows of the database as the contracts' tables have them: one value a column, of the kind that its reader gives."""

from collections.abc import Callable
from typing import Any

from livestreams.sales.times import as_text
from livestreams.sessions.models import Session
from livestreams.teams.models import Ownership, Team
from products.models import Origin, Product, Sku, SkuCode
from products.shares import format_shares
from zhunong.places.models import Township, Village

Values = dict[str, Any]
ValuesOf = Callable[[Any], Values]


def of_township(township: Township) -> Values:
    return {"slug": township.slug, "name": township.name, "county": township.county}


def of_village(village: Village) -> Values:
    return {"slug": village.slug, "name": village.name, "township": village.township.slug}


def of_team(team: Team) -> Values:
    villages = sorted(village.slug for village in team.villages.all())
    return {"slug": team.slug, "name": team.name, "township": team.township.slug, "villages": villages}


def of_ownership(owned: Ownership) -> Values:
    account = owned.account
    return {
        "platform": account.platform, "account_id": account.account_id, "nickname": owned.nickname,
        "kind": account.kind, "township": account.township.slug, "team": owned.team.slug if owned.team else "",
        "valid_from": owned.valid_from, "valid_to": owned.valid_to,
    }  # fmt: skip


def of_product(product: Product) -> Values:
    return {
        "slug": product.slug, "name": product.name, "category": product.category, "township": product.township.slug,
    }  # fmt: skip


def of_origin(origin: Origin) -> Values:
    shares = {part.village.slug: part.percent for part in origin.parts.all()}
    return {"product": origin.product.slug, "valid_from": origin.valid_from, "shares": shares}


def of_sku(sku: Sku) -> Values:
    return {"code": sku.code, "product": sku.product.slug, "name": sku.name, "net_weight_g": sku.net_weight_g}


def of_sku_code(code: SkuCode) -> Values:
    return {"platform": code.platform, "account_id": code.account_id, "code": code.code, "sku": code.sku.code}


def of_session(session: Session) -> Values:
    return {
        "slug": session.slug, "title": session.title, "platform": session.account.platform,
        "account_id": session.account.account_id, "started_at": session.started_at, "ended_at": session.ended_at,
        "teams": {share.team.slug: share.percent for share in session.shares.all()},
    }  # fmt: skip


def as_cell(value: Any) -> str:
    """A value as it is written in the table (contracts, section 1): the same value has the same text."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return format_shares(value)
    if isinstance(value, list | tuple):
        return ";".join(sorted(value))
    if hasattr(value, "utcoffset"):
        return as_text(value)
    return str(value)
