"""The guide names every table column and every platform there is."""

from pathlib import Path

import pytest

from livestreams.sales.layouts import LAYOUTS
from livestreams.sales.tables.loading import TABLES

SALES = Path(__file__).parents[3] / "livestreams" / "sales"
GUIDE = (SALES / "README.md").read_text()


def row_of(table: str) -> str:
    return next(line for line in GUIDE.splitlines() if line.startswith(f"| {table} |"))


@pytest.mark.parametrize("table", TABLES)
def test_guide_names_every_column_of_the_table(table: str):
    assert [column.name for column in TABLES[table].columns if f"`{column.name}`" not in row_of(table)] == []


@pytest.mark.parametrize("platform", LAYOUTS)
def test_guide_names_the_platform(platform: str):
    assert f"| `{platform}`" in GUIDE
