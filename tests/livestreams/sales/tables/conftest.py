from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.utils import translation

WORLD = {
    "townships": ["slug,name,county", "anyu,安峪镇,绛县", "hengshui,横水镇,绛县"],
    "villages": ["slug,name,township", "feng,冯村,anyu", "xiabai,下柏村,anyu", "heng,横村,hengshui"],
    "teams": ["slug,name,township,villages", "feng-team,冯村队,anyu,feng", "heng-team,横村队,hengshui,"],
    "accounts": [
        "platform,account_id,nickname,kind,township,team,valid_from,valid_to",
        "douyin,1001,安峪店,shop,anyu,feng-team,2026-01-01,2026-06-01",
        "douyin,1002,冯村主播,streamer,anyu,feng-team,,",
        "douyin,2001,横水店,shop,hengshui,heng-team,2026-01-01,",
    ],
    "products": ["slug,name,category,township", "cherry,大樱桃,fruit,anyu", "jujube,红枣,fruit,hengshui"],
    "origins": ["product,valid_from,shares", "cherry,,feng:100", "cherry,2026-05-01,feng:55;xiabai:45"],
    "skus": ["code,product,name,net_weight_g", "CH-5J,cherry,樱桃5斤,2500", "JJ-1J,jujube,红枣1斤,500"],
    "sku_codes": ["platform,account_id,code,sku", "douyin,1001,AY-1,CH-5J", "douyin,,7001|5斤,CH-5J"],
    "sessions": [
        "slug,title,platform,account_id,started_at,ended_at,teams",
        "first,第1场,douyin,1001,2026-05-01 20:00:00,2026-05-01 22:00:00,feng-team:100",
        "second,第2场,douyin,1001,2026-05-02 20:00:00,2026-05-02 22:00:00,feng-team:100",
    ],
}


class Tables:
    """A tiny valid world as csv tables in a directory of their own."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        for name in WORLD:
            self.write(name, *WORLD[name])

    def write(self, name: str, *lines: str) -> Path:
        (self.directory / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return self.directory

    def add(self, name: str, row: str) -> int:
        """Append a row. Returns its number."""
        self.write(name, *WORLD[name], row)
        return len(WORLD[name]) + 1

    def replace(self, name: str, old: str, new: str) -> Path:
        text = "\n".join(WORLD[name])
        assert old in text
        return self.write(name, *text.replace(old, new).split("\n"))

    def only(self, name: str, *rows: str) -> Path:
        """Take all tables away but one, which has these rows."""
        for path in self.directory.iterdir():
            path.unlink()
        return self.write(name, WORLD[name][0], *rows)


@pytest.fixture
def tables(tmp_path: Path) -> Tables:
    return Tables(tmp_path)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def touched(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], list]:
    """Load a directory; what is to be credited anew, one `Touched` a recrediting."""
    from livestreams.sales.tables import loading

    calls, recredit = [], loading.recredit
    monkeypatch.setattr(loading, "recredit", lambda touched: calls.append(touched) or recredit(touched))

    def load(directory: Path) -> list:
        calls.clear()
        loading.load_tables(directory)
        return calls

    return load
