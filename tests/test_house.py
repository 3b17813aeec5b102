"""What the README, the package list and the settings say of each other stays true."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured

from zhunong import env

ROOT = Path(__file__).parents[1]
READERS = {"text", "flag", "words", "secret"}


def settings_read() -> Iterator[str]:
    """Names of the environment variables that the settings ask for."""
    for node in ast.walk(ast.parse((ROOT / "site/zhunong/settings.py").read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in READERS:
            yield ast.literal_eval(node.args[0])


@pytest.mark.parametrize("name", sorted(set(settings_read())))
def test_readme_explains_the_setting(name: str):
    assert f"`{name}`" in (ROOT / "README.md").read_text()


def test_every_room_is_packed():
    packed = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]
    ours = {app.name.partition(".")[0] for app in apps.get_app_configs() if ".venv" not in app.path}
    assert ours == {Path(folder).name for folder in packed["packages"]}


def test_flag_refuses_what_is_neither_yes_nor_no(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DEBUG", "maybe")
    with pytest.raises(ImproperlyConfigured):
        env.flag("DEBUG")


def test_secret_is_made_once_and_kept(tmp_path: Path):
    kept = tmp_path / "secret_key"
    assert env.secret("NO_SUCH_SECRET", kept) == env.secret("NO_SUCH_SECRET", kept) != ""


def test_secret_is_readable_by_its_owner_only(tmp_path: Path):
    env.secret("NO_SUCH_SECRET", tmp_path / "secret_key")
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_no_label_leaves_a_blank_behind_its_colon():
    """In Chinese the colon is as wide as a blank already: the value belongs into the translated sentence."""
    label = re.compile(r'{% trans "[^"]*:" %} *{{')
    rooms = (ROOT / name for name in ("site", "products", "livestreams", "media"))
    pages = [page for room in rooms for page in room.rglob("*.html")]
    assert len(pages) > 100
    assert [page.name for page in pages if label.search(page.read_text())] == []
