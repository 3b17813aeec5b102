"""The pictured part of a poster."""

from dataclasses import replace

import pytest
from PIL import Image

from livestreams.sessions.posters.goods import Goods, Shot
from livestreams.sessions.posters.painting import LARGEST_BYTES, SHAPES, paint
from tests.livestreams.sessions.posters.test_painting import FACE, LINK, drawn


@pytest.fixture
def noisy(settings, tmp_path) -> Goods:
    """Four of the heaviest pictures there are."""
    settings.MEDIA_ROOT = tmp_path
    for number in range(4):
        Image.effect_noise((1600, 1200), 200).convert("RGB").save(tmp_path / f"{number}.jpg", quality=95)
    return Goods((), tuple(Shot("梨", f"{number}.jpg", is_placeholder=True) for number in range(4)))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_poster_of_restless_pictures_is_light(shape, noisy):
    assert len(paint(replace(FACE, goods=noisy, link=LINK), SHAPES[shape])) < LARGEST_BYTES


@pytest.mark.parametrize("count", range(5))
@pytest.mark.parametrize("shape", SHAPES)
def test_any_number_of_pictures_fills_its_part(shape, count, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    Image.new("RGB", (400, 400), "#0000ff").save(tmp_path / "blue.png")
    goods = Goods((), tuple(Shot("梨", "blue.png") for _number in range(count)))
    picture, box = drawn(replace(FACE, goods=goods), shape), SHAPES[shape].photos
    corners = [(box.left + 9, box.top + 9), (box.right - 9, box.top + 9), (box.right - 9, box.bottom - 9)]
    blue = [picture.getpixel(corner)[2] > 200 > picture.getpixel(corner)[0] for corner in corners]
    assert blue == [count > 0] * 3


@pytest.mark.parametrize("content", [None, b"no picture", b""])
def test_a_lost_or_broken_picture_leaves_the_others(settings, tmp_path, content):
    settings.MEDIA_ROOT = tmp_path
    Image.new("RGB", (400, 400), "#0000ff").save(tmp_path / "blue.png")
    if content is not None:
        (tmp_path / "lost.jpg").write_bytes(content)
    goods = Goods((), (Shot("桃", "lost.jpg"), Shot("梨", "blue.png")))
    assert drawn(replace(FACE, goods=goods), "tall").getpixel((540, 400))[2] > 200
