from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

from media.drawing.shapes import code, fitted
from tests.media.conftest import drawn


@pytest.mark.parametrize(
    "address", ["https://a.cn/", "https://anyu.zhunong.example.cn/products/hong-xiang-su-li/?from=card"]
)
@pytest.mark.parametrize("side", [200, 270])
def test_a_code_can_be_read(address, side):
    (read,) = zxingcpp.read_barcodes(code(address, side))
    assert read.text == address


def test_a_code_is_no_larger_than_its_place():
    assert code("https://anyu.zhunong.example.cn/", 240).width <= 240


@pytest.mark.parametrize(("focus", "colour"), [((0.0, 0.5), (255, 255, 255)), ((1.0, 0.5), (254, 0, 0))])
def test_the_focal_point_stays_in_sight(focus, colour):
    picture = fitted(Image.open(BytesIO(drawn())), (100, 300), focus)
    assert all(abs(got - wanted) < 8 for got, wanted in zip(picture.getpixel((50, 150)), colour, strict=True))
