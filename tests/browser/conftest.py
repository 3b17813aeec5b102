"""A real browser on the real site: set up, filled and served just as `make run` does, in a folder of its own."""

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator

import psycopg
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.serving import MANAGE, Site, sign_in

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
]  # fmt: skip
SIZES = {"phone": (390, 844), "office": (1280, 900)}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    var, port = tmp_path_factory.mktemp("var"), free_port()
    environment = os.environ | {"VAR_DIR": str(var), "PUBLIC_URL": f"http://127.0.0.1:{port}", "DEBUG": ""}
    environment |= own_database()
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    subprocess.run([*MANAGE, "prepare", "--demo"], env=environment, check=True, stdout=subprocess.DEVNULL)
    server = subprocess.Popen([*MANAGE, "serve", "--port", str(port)], env=environment, stdout=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield Site(f"http://127.0.0.1:{port}", environment, json.loads((var / "demo_sign_in").read_text()))
    finally:
        server.terminate()
        server.wait(60)


def own_database() -> dict[str, str]:
    """On PostgreSQL a database beside the tests' one; SQLite's lies in `VAR_DIR` anyway."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        return {"DATABASE_URL": ""}
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS browser WITH (FORCE)")
        connection.execute("CREATE DATABASE browser")
    return {"DATABASE_URL": url.replace("/postgres?", "/browser?")}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port: int, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise TimeoutError(f"nothing listens on port {port}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Ended with its module: while it runs, Django takes every test for asynchronous code."""
    assert CHROMIUM, "install a browser: apt-get install chromium"
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)


@pytest.fixture(params=SIZES)
def page(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Page]:
    """An empty page, once as a phone and once as an office screen."""
    width, height = SIZES[request.param]
    context = browser.new_context(base_url=site.url, viewport={"width": width, "height": height}, locale="zh-CN")
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def desk(page: Page, site: Site) -> Page:
    """The page of somebody of the township's staff, signed in."""
    sign_in(page, site, "staff")
    return page
