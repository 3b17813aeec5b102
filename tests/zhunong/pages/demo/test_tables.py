from collections import defaultdict
from collections.abc import Callable
from datetime import date
from itertools import pairwise

from zhunong.pages.demo import CLAIM, FACTS, SOURCES, DemoWorld
from zhunong.pages.demo.tables import COLUMNS

Table = Callable[[str], list[dict[str, str]]]


def hundred(shares: str) -> bool:
    return sum(int(share.split(":")[1]) for share in shares.split(";")) == 100


def test_all_nine_tables_have_rows(world: DemoWorld, table: Table) -> None:
    assert {path.stem for path in world.tables.iterdir()} == set(COLUMNS)
    assert all(table(name) for name in COLUMNS)


def test_shares_sum_to_a_hundred(table: Table) -> None:
    assert all(hundred(row["shares"]) for row in table("origins"))
    assert all(hundred(row["teams"]) for row in table("sessions"))


def test_shares_name_known_villages_and_teams(table: Table) -> None:
    villages, teams = ({row["slug"] for row in table(name)} for name in ["villages", "teams"])
    assert {share.split(":")[0] for row in table("origins") for share in row["shares"].split(";")} <= villages
    assert {share.split(":")[0] for row in table("sessions") for share in row["teams"].split(";")} <= teams


def test_sessions_of_one_account_never_overlap(table: Table) -> None:
    held = defaultdict(list)
    for row in table("sessions"):
        held[row["platform"], row["account_id"]].append((row["started_at"], row["ended_at"]))
    for times in held.values():
        times.sort()
        assert all(one[1] <= other[0] for one, other in pairwise(times))


def test_sessions_are_of_every_kind(world: DemoWorld, table: Table) -> None:
    sessions = table("sessions")
    assert 40 <= len(sessions) <= 55
    assert any("果园" in row["title"] for row in sessions)
    assert any(";" in row["teams"] for row in sessions)
    assert any(row["started_at"][:10] < row["ended_at"][:10] for row in sessions)
    assert max(row["started_at"] for row in sessions)[:10] == str(world.last)


def test_one_shop_changes_hands_without_a_gap(table: Table) -> None:
    changed = [row for row in table("accounts") if row["platform"] == "wechat" and row["kind"] == "shop"]
    assert changed[0]["valid_to"] == changed[1]["valid_from"]
    assert changed[0]["team"] != changed[1]["team"]


def test_some_shops_are_claimed_by_nobody(table: Table) -> None:
    assert [row["platform"] for row in table("accounts") if not row["team"]] == ["pinduoduo", "xiaohongshu"]


def test_one_product_changes_its_shares_within_the_period(world: DemoWorld, table: Table) -> None:
    changes = [date.fromisoformat(row["valid_from"]) for row in table("origins") if row["valid_from"]]
    assert len(changes) == 1
    assert world.first < changes[0] < world.last


def test_codes_name_known_skus_and_are_told_once(table: Table) -> None:
    codes, skus = table("sku_codes"), {row["code"] for row in table("skus")}
    assert {row["sku"] for row in codes} <= skus
    assert len({(row["platform"], row["account_id"], row["code"]) for row in codes}) == len(codes)


def test_facts_speak_of_products_and_have_a_source(table: Table) -> None:
    assert set(FACTS) <= {row["slug"] for row in table("products")}
    assert all(fact.approximate and fact.source in SOURCES for fact in FACTS.values())
    assert CLAIM.team in {row["slug"] for row in table("teams")}
