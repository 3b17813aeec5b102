"""Every text has its Simplified Chinese: collected anew from the code, none may be missing, vague or left over."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
PO = Path("site/zhunong/locale/zh_Hans/LC_MESSAGES/django.po")
ROOMS = ("site", "products", "livestreams", "media")
ASKING = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy"}


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The translation file as `make translate` would leave it, worked out in a copy."""
    copy = tmp_path_factory.mktemp("texts")
    for room in ROOMS:
        shutil.copytree(ROOT / room, copy / room, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    command = [sys.executable, "site/manage.py", "makemessages", "-l", "zh_Hans", "--no-location", "--no-wrap"]
    subprocess.run(command, cwd=copy, check=True, capture_output=True)
    with (copy / PO).open("rb") as file:
        return read_po(file, locale="zh_Hans")


def test_every_text_is_translated(collected: Catalog):
    assert [message.id for message in collected if message.id and not message.string] == []


def test_no_translation_is_a_guess(collected: Catalog):
    assert [message.id for message in collected if message.id and message.fuzzy] == []


def test_no_translation_is_left_over(collected: Catalog):
    assert list(collected.obsolete) == []


def test_translations_fill_the_same_places(collected: Catalog):
    errors = [error for message in collected if message.id for error in message.check(collected)]
    assert errors == []


def test_every_text_that_code_asks_for_is_collected(collected: Catalog):
    """xgettext passes over what stands inside an f-string."""
    known = {text for message in collected for text in ([message.id] if isinstance(message.id, str) else message.id)}
    assert [(place, text) for place, text in asked() if text not in known] == []


def asked() -> Iterator[tuple[str, str]]:
    for file in (file for room in ROOMS for file in (ROOT / room).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            is_asking = isinstance(node, ast.Call) and getattr(node.func, "id", "") in ASKING and node.args
            if is_asking and isinstance(node.args[0], ast.Constant):
                yield f"{file.relative_to(ROOT)}:{node.lineno}", node.args[0].value
