"""A site that is served for the browser."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

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
