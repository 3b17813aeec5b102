"""The platforms known to the site by code. The order layouts, a room above, enter themselves here at start."""

from django.utils.translation import gettext

names: dict[str, str] = {}


def register(code: str, name: str) -> None:
    """Make a platform known; `name` is an English msgid."""
    names[code] = name


def platform_name(code: str) -> str:
    """The platform's name in the reader's language, its code where nobody registered it."""
    return gettext(names[code]) if code in names else code


def platform_choices() -> list[tuple[str, str]]:
    """(code, name) of every platform, for forms and filters."""
    return [(code, platform_name(code)) for code in names]
