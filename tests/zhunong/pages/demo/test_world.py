from collections.abc import Callable
from pathlib import Path

from tests.zhunong.pages.demo.conftest import TODAY, read_grid
from zhunong.pages.demo import DemoWorld, write_demo_world


def test_the_same_day_gives_the_same_world(world: DemoWorld, tmp_path: Path) -> None:
    again = write_demo_world(tmp_path, TODAY)
    assert contents(again) == contents(world)
    for one, other in zip(world.orders, again.orders, strict=True):
        assert one.password and read_grid(one) == read_grid(other) or one.path.read_bytes() == other.path.read_bytes()


def test_every_file_named_exists(world: DemoWorld) -> None:
    assert all(file.path.is_file() for file in world.orders)


def test_files_belong_to_shops_of_the_tables(world: DemoWorld, table: Callable[[str], list[dict[str, str]]]) -> None:
    shops = {(row["platform"], row["account_id"]) for row in table("accounts") if row["kind"] == "shop"}
    assert {(file.platform, file.account_id) for file in world.orders} == shops


def contents(world: DemoWorld) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in world.tables.iterdir()}
