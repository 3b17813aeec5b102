"""What the source says of the township, as it says it: for the demo's texts, never for its totals."""

from dataclasses import dataclass

SOURCES = {
    "areas": "运城一家报纸8月1日的一个版面（年份未印出）所载各类果品面积，“余”字照录",
    "claim": "运城一家报纸8月1日的一个版面（年份未印出）：“仅该团队已助推各类农产品销售达500余万元”",
}


@dataclass(frozen=True)
class Fact:
    """An area in mu from the source; `approximate` where it says 余."""

    area_mu: int
    approximate: bool = True
    source: str = "areas"
    """Key of `SOURCES`."""


@dataclass(frozen=True)
class Claim:
    """An amount somebody said, checked by nobody: it stands beside the totals and is never part of them."""

    team: str
    amount_fen: int
    approximate: bool
    source: str


FACTS = {
    "cherry": Fact(8000),
    "hawthorn": Fact(7000),
    "pear": Fact(1000),
    "peach": Fact(400),
    "grape": Fact(300),
    "apricot": Fact(200),
}
CLAIM = Claim(team="fourteen", amount_fen=500_000_000, approximate=True, source=SOURCES["claim"])
