import pytest

from media.models import CustomImage
from zhunong.pages.demo.page_tree import keep_picture
from zhunong.pages.demo.painting import paint_product


@pytest.fixture
def picture(db, settings, tmp_path) -> CustomImage:
    settings.MEDIA_ROOT = tmp_path
    return keep_picture("peach", "下柏桃", paint_product("peach"))


def test_an_upload_is_served(client, picture, settings):
    response = client.get(f"/uploads/{picture.file.name}")
    assert response.status_code == 200
    assert response["Content-Type"] == "image/jpeg"


@pytest.mark.parametrize("folder", ["documents", "wagtail_uploads", "elsewhere"])
def test_what_is_no_cleaned_picture_is_not_served(client, db, settings, tmp_path, folder):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "raw.jpg").write_bytes(b"with the place in it")
    assert client.get(f"/uploads/{folder}/raw.jpg").status_code == 404


@pytest.mark.parametrize("path", ["", "images/", "../secret_key", "%2e%2e/secret_key"])
def test_folders_and_what_lies_outside_are_not(client, picture, path):
    assert client.get(f"/uploads/{path}").status_code in (400, 404)


def test_a_drawn_picture_is_marked_and_sized(picture):
    assert picture.is_placeholder
    assert (picture.width, picture.height) == (1200, 900)
