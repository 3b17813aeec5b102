"""Posters drawn one after another in one process, each another one: `python -m tests.bench.drawing 60`."""

import json
import sys
import time
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import django

PHOTO = (3200, 2400)
"""The largest that the library keeps."""
PHOTOS = 4


def main(count: int) -> None:
    django.setup()
    from django.conf import settings

    from livestreams.sessions.posters.painting import SHAPES, paint

    names = photographs(Path(settings.MEDIA_ROOT))
    sizes, started = [], time.perf_counter()
    for number, shape in enumerate(islice(cycle(SHAPES.values()), count)):
        sizes.append(len(paint(face(number, names), shape)))
    taken = time.perf_counter() - started
    print(json.dumps({"per_minute": count / taken * 60, "seconds": taken / count, "largest": max(sizes)}))


def photographs(folder: Path) -> list[str]:
    """As heavy as leaves and gravel: coarse noise in three colours."""
    from PIL import Image, ImageFilter

    names = [f"bench-{number}.jpg" for number in range(PHOTOS)]
    for name in names:
        folder.mkdir(parents=True, exist_ok=True)
        bands = [Image.effect_noise(PHOTO, 140).filter(ImageFilter.GaussianBlur(2)) for _band in range(3)]
        Image.merge("RGB", bands).save(folder / name, quality=90)
    return names


def face(number: int, names: list[str]) -> Any:
    """One to four pictures, a code, long and short titles."""
    from livestreams.sessions.posters.faces import PosterFace
    from livestreams.sessions.posters.goods import Goods, Shot

    shots = tuple(Shot("红香酥梨", name) for name in names[: number % PHOTOS + 1])
    return PosterFace(
        title=f"第{number}场助农专场" * (number % 8 + 1), day="11月28日 周六", span="20:00–22:30",
        teams=("安峪十四小只", "下柏村新媒体助农团队"), place="左直播间", platform="抖音", account="安峪十四小只助农号",
        township="安峪镇", goods=Goods((), shots), link=f"https://v.douyin.com/{number:08}/",
    )  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]))
