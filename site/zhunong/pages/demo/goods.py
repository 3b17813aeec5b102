"""What is sold in the demo world: products, their packs, prices and months.

Fresh fruit sells in its own months only; a dried or frozen pack of each carries it through the rest of the year,
so that the demo is believable on whatever day it is made.
"""

from dataclasses import dataclass
from datetime import date

PRODUCTS = {
    "cherry": ("大樱桃", "fruit"),
    "hawthorn": ("郇山山楂", "fruit"),
    "pear": ("红香酥梨", "fruit"),
    "peach": ("下柏桃", "fruit"),
    "grape": ("葡萄", "fruit"),
    "apricot": ("麦黄杏", "fruit"),
    "strawberry": ("大棚草莓", "fruit"),
    "paper-cut": ("非遗剪纸", "heritage"),
}
ALL_YEAR = frozenset(range(1, 13))


@dataclass(frozen=True)
class Good:
    """One pack as it is sold; `ours` is false for goods that nobody has entered as a SKU."""

    code: str
    product: str
    name: str
    spec: str
    grams: int
    price_fen: int
    months: frozenset[int]
    weight: float
    ours: bool = True

    @property
    def kept(self) -> bool:
        """Sold all year: dried, frozen or made."""
        return self.months == ALL_YEAR

    def demand(self, day: date) -> float:
        return self.weight if day.month in self.months else 0.0


def fresh(code: str, product: str, jin: int, price_fen: int, months: set[int], weight: float) -> Good:
    name = PRODUCTS[product][0]
    return Good(code, product, f"{name}{jin}斤装", f"{jin}斤装", jin * 500, price_fen, frozenset(months), weight)


def kept(code: str, product: str, name: str, spec: str, grams: int, price_fen: int, weight: float = 1.0) -> Good:
    return Good(code, product, f"{name}{spec}", spec, grams, price_fen, ALL_YEAR, weight)


GOODS = [
    fresh("CH-3J", "cherry", 3, 6980, {4, 5, 6}, 9),
    fresh("CH-5J", "cherry", 5, 10800, {5, 6}, 11),
    kept("CH-FZ-2J", "cherry", "速冻大樱桃", "2斤装", 1000, 4580),
    fresh("HW-3J", "hawthorn", 3, 1990, {10, 11, 12, 1}, 8),
    fresh("HW-5J", "hawthorn", 5, 2980, {10, 11, 12, 1, 2}, 9),
    kept("HW-GP-1J", "hawthorn", "山楂干片", "1斤装", 500, 1880, 1.5),
    fresh("PR-5J", "pear", 5, 2680, {9, 10, 11, 12, 1, 2, 3}, 8),
    fresh("PR-10J", "pear", 10, 4680, {9, 10, 11, 12, 1, 2, 3, 4}, 9),
    kept("PR-GG-1J", "pear", "红香酥梨干", "1斤装", 500, 2680, 1.2),
    fresh("PE-5J", "peach", 5, 3280, {6, 7, 8, 9}, 10),
    fresh("PE-10J", "peach", 10, 5580, {7, 8, 9}, 8),
    kept("PE-TG-1J", "peach", "下柏桃干", "1斤装", 500, 2480, 0.8),
    fresh("GR-5J", "grape", 5, 3980, {8, 9, 10}, 8),
    kept("GR-GG-1J", "grape", "葡萄干", "1斤装", 500, 2280, 0.8),
    fresh("AP-5J", "apricot", 5, 3580, {5, 6, 7}, 8),
    kept("AP-XG-1J", "apricot", "麦黄杏干", "1斤装", 500, 2580, 0.9),
    fresh("ST-3J", "strawberry", 3, 6580, {11, 12, 1, 2, 3, 4}, 7),
    kept("ST-SD-2J", "strawberry", "速冻草莓", "2斤装", 1000, 3280, 0.8),
    kept("PC-1", "paper-cut", "非遗剪纸", "一幅", 60, 3900, 0.8),
]
STRANGE_GOODS = [
    Good("X-XM-5J", "", "农家小米5斤装", "5斤装", 2500, 3680, ALL_YEAR, 0.5, ours=False),
    Good("X-FM-2J", "", "土蜂蜜2斤装", "2斤装", 1000, 7800, ALL_YEAR, 0.4, ours=False),
]
