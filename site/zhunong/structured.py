"""What search engines read: schema.org as JSON-LD. Pure; no room is imported, so that every room may use it.

Only what the site holds is said: an empty value leaves its key out.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import _json_script_escapes  # type: ignore[attr-defined]
from django.utils.safestring import SafeString, mark_safe

SCHEMA = "https://schema.org"


def script(data: Mapping[str, Any]) -> SafeString:
    """The `<script>` element. `<`, `>` and `&` are escaped, so that no text can end it; blank when nothing is said."""
    kept = filled(data)
    if not kept:
        return mark_safe("")
    text = json.dumps({"@context": SCHEMA} | kept, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(f'<script type="application/ld+json">{text.translate(_json_script_escapes)}</script>')


def filled(data: Any) -> Any:
    """The same without keys and items that hold nothing."""
    if isinstance(data, Mapping):
        kept = {key: filled(value) for key, value in data.items()}
        return {key: value for key, value in kept.items() if value not in (None, "", [], {})}
    if isinstance(data, list | tuple):
        return [value for value in map(filled, data) if value not in (None, "", [], {})]
    return data


def breadcrumbs(steps: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """`steps`: name and whole address of each page from the first one down to the page itself."""
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def organization(name: str, address: str, *, phone: str = "", licence: str = "") -> dict[str, Any]:
    """The body that runs the site; nothing without its name."""
    if not name:
        return {}
    return {"@type": "Organization", "name": name, "url": address, "telephone": phone, "taxID": licence}


def place(name: str, address: str, *, county: str, township: str, **more: Any) -> dict[str, Any]:
    """A village or the centre, in its township. `more`: description, image, street, hours, phone."""
    postal = {
        "@type": "PostalAddress", "addressCountry": "CN", "addressRegion": county, "addressLocality": township,
        "streetAddress": more.get("street"),
    }  # fmt: skip
    return {
        "@type": "Place", "name": name, "url": address, "address": postal, "description": more.get("description"),
        "image": more.get("image"), "telephone": more.get("phone"), "openingHours": more.get("hours"),
    }  # fmt: skip
