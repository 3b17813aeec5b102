"""The nine tables of contracts, section 1, for the demo world."""

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from zhunong.pages.demo.codes import code_rows
from zhunong.pages.demo.goods import GOODS, PRODUCTS
from zhunong.pages.demo.people import FIRST_OWNER, HANDED_OVER, SHOPS, SINCE, STREAMERS, TEAMS, TOWNSHIP, VILLAGES
from zhunong.pages.demo.sessions import Session

ORIGINS = {
    "cherry": "changgan:10;dongsanjian:20;feng:10;xiabai:60",
    "pear": "dongsanjian:70;xiabai:30",
    "peach": "xiabai:100",
    "grape": "dongsanjian:100",
    "apricot": "changgan:40;feng:60",
    "strawberry": "changgan:55;feng:45",
    "paper-cut": "xiabai:100",
}
"""Nothing is known of where the hawthorn grew."""
NEW_PEARS = "dongsanjian:45;feng:20;xiabai:35"
COLUMNS = {
    "townships": "slug,name,county",
    "villages": "slug,name,township",
    "teams": "slug,name,township,villages",
    "accounts": "platform,account_id,nickname,kind,township,team,valid_from,valid_to",
    "products": "slug,name,category,township",
    "origins": "product,valid_from,shares",
    "skus": "code,product,name,net_weight_g",
    "sku_codes": "platform,account_id,code,sku",
    "sessions": "slug,title,platform,account_id,started_at,ended_at,teams",
}
Rows = Iterable[Iterable[object]]


def write_tables(folder: Path, sessions: list[Session], change: date) -> None:
    """`change` is the day on which a shop changes hands and the pears' shares change."""
    folder.mkdir(parents=True, exist_ok=True)
    slug = TOWNSHIP[0]
    tables: dict[str, Rows] = {
        "townships": [TOWNSHIP],
        "villages": [[village, name, slug] for village, name in VILLAGES.items()],
        "teams": [[team, name, slug, villages] for team, (name, villages) in TEAMS.items()],
        "accounts": account_rows(change),
        "products": [[product, name, category, slug] for product, (name, category) in PRODUCTS.items()],
        "origins": [*([product, "", shares] for product, shares in ORIGINS.items()), ["pear", change, NEW_PEARS]],
        "skus": [[good.code, good.product, good.name, good.grams] for good in GOODS],
        "sku_codes": code_rows(),
        "sessions": [session_row(session) for session in sessions],
    }
    for name, rows in tables.items():
        write_table(folder / f"{name}.csv", COLUMNS[name].split(","), rows)


def account_rows(change: date) -> Rows:
    for account in [*SHOPS.values(), *STREAMERS.values()]:
        front = [account.platform, account.account_id, account.nickname, account.kind, TOWNSHIP[0]]
        since: date = SINCE
        if account is SHOPS[HANDED_OVER]:
            yield [*front, FIRST_OWNER, since, change]
            since = change
        yield [*front, account.team, since, ""]


def session_row(session: Session) -> list[object]:
    account = session.account
    times = [session.started_at, session.ended_at]
    return [session.slug, session.title, account.platform, account.account_id, *times, session.teams]


def write_table(path: Path, columns: list[str], rows: Rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
