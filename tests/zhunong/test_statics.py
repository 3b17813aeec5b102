"""Addresses of files are those of WhiteNoise, each asked for once."""

import json

import pytest
from whitenoise.storage import CompressedManifestStaticFilesStorage

from zhunong.statics import StaticFiles


@pytest.fixture
def storage(tmp_path, settings) -> StaticFiles:
    settings.DEBUG = False
    paths = {"paths": {"site.css": "site.0f1e.css"}, "version": "1.1", "hash": ""}
    (tmp_path / "staticfiles.json").write_text(json.dumps(paths))
    return StaticFiles(location=tmp_path, base_url="/static/")


def test_a_file_has_the_address_of_its_release(storage):
    assert [storage.url("site.css") for _time in range(2)] == ["/static/site.0f1e.css"] * 2


def test_an_address_is_made_once(storage, monkeypatch):
    storage.url("site.css")
    monkeypatch.setattr(CompressedManifestStaticFilesStorage, "url", None)
    assert storage.url("site.css") == "/static/site.0f1e.css"


def test_a_file_that_is_not_there_is_told(storage):
    with pytest.raises(ValueError, match="nothing.css"):
        storage.url("nothing.css")
