"""Two worlds: the samples' for one big workbook, and a busy township's 600 days for a million lines."""

import csv
import datetime
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.bench.orders import SEED, Article, Broadcast, Market, as_text

SAMPLES = Path(__file__).parent.parent / "livestreams" / "sales" / "samples"
SAMPLE_TABLES = SAMPLES / "tables"
FIRST_DAY, DAYS, CHANGE_DAY = datetime.date(2025, 1, 1), 600, datetime.date(2025, 11, 1)
SHOP = "298344417"
VILLAGES = [f"village-{number:02}" for number in range(20)]
TEAMS = ["fourteen", *(f"{village}-team" for village in VILLAGES[:14])]
STREAMERS = [str(520_119_501_436_000 + 7 * number) for number in range(len(TEAMS))]
PRODUCTS = [f"product-{number:02}" for number in range(12)]
SIZES = {"3斤装": 1500, "5斤装": 2500, "10斤装": 5000}
SEASON_MONTHS = 5
LONG_DAY, LONG_SESSION, LONG_PRODUCT = datetime.date(2026, 9, 1), "s-long", PRODUCTS[0]
"""One day on air without a break, with one product: everything that a change of either touches."""
STARTS = (datetime.time(7), datetime.time(9, 30), datetime.time(15), datetime.time(20), datetime.time(22, 30))
Table = tuple[str, Iterable[Sequence[object]]]


def sample_market() -> Market:
    """The samples' shop on the three days that have sessions."""
    broadcasts = [
        Broadcast(row["account_id"], moment(row["started_at"]), moment(row["ended_at"]), SAMPLE_ARTICLES)
        for row in csv.DictReader((SAMPLE_TABLES / "sessions.csv").open(encoding="utf-8-sig"))
        if row["platform"] == "douyin"
    ]
    streamers = sorted({broadcast.account for broadcast in broadcasts})
    return Market(streamers, broadcasts, list(SAMPLE_ARTICLES), datetime.date(2026, 5, 29), 3)


SAMPLE_ARTICLES = (
    Article("大樱桃", "5斤装", "2199521783479374841", "AY-CH-5J", 12900),
    Article("大樱桃", "3斤装", "2199521783479374841", "AY-CH-3J", 8900),
    Article("郇山山楂2斤装", "-", "2144102618916728674", "-", 2590),
    Article("红香酥梨10斤装", "-", "8766914763797192749", "AY-PR-10J", 5259),
    Article("大棚草莓3斤装", "-", "8066059574548308741", "-", 7600),
    Article("剪纸一幅", "-", "1600730820947241248", "-", 1550),
)


def moment(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text)


def busy_market() -> Market:
    """A township that sells on Douyin every day: 15 teams on air in turn, 12 products each in its season."""
    on_sale = {month: [each for each in articles() if in_season(each, month)] for month in range(1, 13)}
    chance = random.Random(SEED)
    broadcasts = []
    for number in range(DAYS):
        day = FIRST_DAY + datetime.timedelta(number)
        for account, time in zip(chance.sample(STREAMERS, len(STARTS)), STARTS, strict=True):
            start = datetime.datetime.combine(day, time)
            end = start + datetime.timedelta(minutes=chance.randrange(60, 181))
            line_up = tuple(chance.sample(on_sale[day.month], 8))
            broadcasts.append(Broadcast(account, start, end, line_up))
    return Market(STREAMERS, broadcasts, articles(), FIRST_DAY, DAYS, on_sale)


def articles() -> list[Article]:
    """Every SKU as listed, most of them with the merchant's code, and some things that no code maps."""
    listed = [
        Article(
            product, size, product_id(number), "-" if number % 4 == 3 else f"AY-{number}-{size}", 1900 + 700 * number
        )
        for number, product in enumerate(PRODUCTS)
        for size in SIZES
    ]
    return [
        *listed,
        Article("剪纸一幅", "-", product_id(90), "-", 1550),
        Article("枣花蜜", "-", product_id(91), "-", 4900),
    ]


def product_id(number: int) -> str:
    return str(8_766_914_763_797_190_001 + number)


def in_season(article: Article, month: int) -> bool:
    if article.title not in PRODUCTS:
        return True
    return (month - PRODUCTS.index(article.title)) % 12 < SEASON_MONTHS


def long_broadcast() -> Broadcast:
    start = datetime.datetime.combine(LONG_DAY, datetime.time())
    line_up = tuple(each for each in articles() if each.title == LONG_PRODUCT)
    return Broadcast(STREAMERS[0], start, start + datetime.timedelta(1), line_up)


def write_busy_tables(folder: Path) -> None:
    """The busy township as `load_tables` reads it."""
    write_tables(folder, busy_tables())


def write_long_tables(folder: Path) -> None:
    """The same with one long session more."""
    header, rows = (tables := busy_tables())["sessions"]
    day = (f"{LONG_DAY} 00:00:00", f"{LONG_DAY + datetime.timedelta(1)} 00:00:00")
    long = (LONG_SESSION, "全天场", "douyin", STREAMERS[0], *day, f"{TEAMS[0]}:60;{TEAMS[1]}:40")
    write_tables(folder, tables | {"sessions": (header, [*rows, long])})


def write_tables(folder: Path, tables: dict[str, Table]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, (header, rows) in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header.split(), *rows])


def busy_tables() -> dict[str, Table]:
    return {
        "townships": ("slug name county", [("anyu", "安峪镇", "绛县")]),
        "villages": ("slug name township", [(slug, f"{slug}村", "anyu") for slug in VILLAGES]),
        "teams": (
            "slug name township villages",
            [
                (slug, f"{slug}助农团队", "anyu", slug.removesuffix("-team") if number else "")
                for number, slug in enumerate(TEAMS)
            ],
        ),
        "accounts": ("platform account_id nickname kind township team valid_from valid_to", list(account_rows())),
        "products": ("slug name category township", [(slug, f"{slug}果", "fruit", "anyu") for slug in PRODUCTS]),
        "origins": ("product valid_from shares", list(origin_rows())),
        "skus": (
            "code product name net_weight_g",
            [
                (f"S{n}-{size}", slug, f"{slug}{size}", grams)
                for n, slug in enumerate(PRODUCTS)
                for size, grams in SIZES.items()
            ],
        ),
        "sku_codes": ("platform account_id code sku", list(code_rows())),
        "sessions": ("slug title platform account_id started_at ended_at teams", list(session_rows())),
    }


def account_rows() -> Iterable[Sequence[object]]:
    """The shop, and streamers of whom every third comes to another team on the day of change."""
    yield "douyin", SHOP, "安峪富硒馆", "shop", "anyu", "fourteen", "2025-01-01", ""
    for number, (streamer, team) in enumerate(zip(STREAMERS, TEAMS, strict=True)):
        common = ("douyin", streamer, f"主播{number}号", "streamer", "anyu")
        changes = number % 3 == 2
        yield *common, team, "2025-01-01", CHANGE_DAY if changes else ""
        if changes:
            yield *common, TEAMS[number - 1], CHANGE_DAY, ""


def origin_rows() -> Iterable[Sequence[object]]:
    for number, product in enumerate(PRODUCTS):
        one, two, three = (VILLAGES[(number + step) % len(VILLAGES)] for step in (0, 5, 9))
        yield product, "", f"{one}:100" if number % 3 else f"{one}:55;{two}:45"
        yield product, CHANGE_DAY, f"{one}:60;{two}:25;{three}:15" if number % 2 else f"{one}:100"


def code_rows() -> Iterable[Sequence[object]]:
    for number in range(len(PRODUCTS)):
        for size in SIZES:
            yield "douyin", SHOP, f"AY-{number}-{size}", f"S{number}-{size}"
            yield "douyin", "", f"{product_id(number)}|{size}", f"S{number}-{size}"


def session_rows() -> Iterable[Sequence[object]]:
    """Every broadcast as a session; every third is done by two teams together."""
    for number, each in enumerate(busy_market().broadcasts):
        place = STREAMERS.index(each.account)
        team, other = TEAMS[place], TEAMS[(place + 1) % len(TEAMS)]
        shares = f"{team}:60;{other}:40" if number % 3 == 0 else f"{team}:100"
        yield f"s-{number}", f"第{number + 1}场", "douyin", each.account, as_text(each.start), as_text(each.end), shares
