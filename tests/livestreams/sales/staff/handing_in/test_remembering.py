import pytest

from livestreams.sales.remembering import name_pattern


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("订单导出-20260601.csv", "订单导出-20260707 (1).csv"),
        ("1780214400_abc123def.csv", "1780300800_9f8e7d6c.csv"),
        ("快手订单导出-k7m2q9.xlsx", "快手订单导出-p3x8z1.xlsx"),
        ("安峪店 订单2026-06.xlsx", "安峪店_订单2026-07.XLSX"),
    ],
)
def test_exports_of_one_shop_look_alike(one: str, other: str) -> None:
    assert name_pattern(one) == name_pattern(other)


def test_names_that_people_give_stay_apart() -> None:
    assert name_pattern("一号店订单0601.csv") != name_pattern("二号店订单0601.csv")


def test_a_name_of_numbers_tells_nothing() -> None:
    assert name_pattern("20260601_8f7a6b5c.csv") == ""
