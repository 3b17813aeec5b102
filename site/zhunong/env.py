"""Small readers of environment variables: a wrong value is refused, never guessed."""

import os
from pathlib import Path
from secrets import token_urlsafe

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def flag(name: str, default: bool = False) -> bool:
    """`1`, `true`, `yes`, `on` or `0`, `false`, `no`, `off`; raises ImproperlyConfigured for anything else."""
    value = text(name).lower()
    if value in ("1", "true", "yes", "on"):
        return True
    if value in ("0", "false", "no", "off"):
        return False
    if value:
        raise ImproperlyConfigured(f"{name} must be true or false, not {value!r}")
    return default


def words(name: str, default: str = "") -> list[str]:
    """Comma-separated words, blanks left out."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def secret(name: str, keep_in: Path) -> str:
    """The secret given, else one made once and kept in the file `keep_in`, readable by its owner only."""
    if text(name):
        return text(name)
    if not keep_in.exists():
        keep_in.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(keep_in, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(token_urlsafe(50))
    return keep_in.read_text().strip()
