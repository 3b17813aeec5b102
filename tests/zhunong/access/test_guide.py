"""The guide to access is true: every role and every right that is granted stands in its table."""

from pathlib import Path

import zhunong.access
from zhunong.access.roles import LABELS, granted

GUIDE = (Path(zhunong.access.__path__[0]) / "README.md").read_text(encoding="utf-8")
ROWS = [line for line in GUIDE.splitlines() if line.startswith("| ")]


def row_of(role: str) -> str:
    return next(row for row in ROWS if row.startswith(f"| {role} "))


def test_every_role_has_a_row():
    assert {role for role in LABELS if row_of(role)} == set(LABELS)


def test_every_right_of_the_staff_is_named():
    codenames = {right.partition(".")[2] for right in granted["镇工作人员"]}
    row = row_of("镇工作人员")
    assert [name for name in codenames if f"`{name}`" not in row and f"`{name.partition('_')[2]}`" not in row] == []


def test_every_right_of_teams_and_shops_is_named():
    for role in ("团队负责人", "团队成员", "店铺运营"):
        assert [right for right in granted[role] if f"`{right.partition('.')[2]}`" not in row_of(role)] == []


def test_readers_hold_nothing_but_views():
    rights = {right.partition(".")[2] for right in granted["领导与县级人员"]}
    assert {right for right in rights if not right.startswith("view_")} == {"access_admin"}
