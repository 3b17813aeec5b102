"""A site that is served for the browser."""

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

MANAGE = [sys.executable, str(Path(__file__).parents[2] / "site" / "manage.py")]


@dataclass
class Site:
    """A served site: its address, its environment, and passwords by user name."""

    url: str
    environment: dict[str, str]
    passwords: dict[str, str]

    def manage(self, *arguments: str) -> str:
        """What a command of the site prints."""
        done = subprocess.run([*MANAGE, *arguments], env=self.environment, check=True, capture_output=True, text=True)
        return done.stdout


def sign_in(page: Page, site: Site, name: str) -> None:
    """Sign one of the demo's people in, at the door for everybody."""
    page.goto("/sign-in/")
    page.fill("input[name=username]", name)
    page.fill("input[name=password]", site.passwords[name])
    page.click("form[action='/sign-in/'] button[type=submit]")
    page.wait_for_url(re.compile("/(my|admin)/"))


def width(page: Page) -> int:
    """How wide the page would have to be for nothing to scroll sideways."""
    return page.evaluate("document.scrollingElement.scrollWidth")
