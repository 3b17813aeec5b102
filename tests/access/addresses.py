"""Every address of the site, found in the resolver and never listed by hand, and ways to ask for it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpResponseBase
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.converters import IntConverter

OF_WAGTAIL = "wagtail"
WORDS = {
    "app_label": "teams", "app_name": "teams", "content_type_app_name": "teams", "model_name": "team",
    "content_type_model_name": "team", "action": "delete", "action_name": "copy", "filter_spec": "original",
    "object_id": "1", "uidb64": "MQ", "token": "-", "path": "nothing.jpg", "key": "-", "pk": "1",
    "card": "0-tall-0", "shape": "tall", "code": "nothing", "slug": "yin-ni-team", "language": "en",
    "revision_id_a": "live", "revision_id_b": "latest",
}  # fmt: skip
"""What stands for a parameter that is no number. Another one makes `address_of` fail: think what it opens."""
UNNAMED = {"admin/^.*/$": "/admin/nowhere/", "admin/test404/": "/admin/test404/"}
"""Of Wagtail."""
PAGES_AND_FILES = {"wagtail_serve", "wagtaildocs_serve"}
"""Public by nature; what must not be among them has tests of its own."""


@dataclass(frozen=True)
class Address:
    """One pattern of the resolver."""

    route: str
    name: str
    """With its namespaces; a view without a name has its route."""
    params: tuple[tuple[str, bool], ...]
    """Names of its parameters, and whether they are numbers."""
    model: type | None = None
    """That of a viewset."""

    @property
    def is_of_wagtail(self) -> bool:
        return self.name.startswith(OF_WAGTAIL) or self.route in UNNAMED

    @property
    def has_numbers(self) -> bool:
        return any(is_number for _name, is_number in self.params)

    def at(self, number: int = 1) -> str:
        """The address with a number in it wherever one goes. Fails on a parameter that nobody thought about."""
        if self.name == self.route:
            return UNNAMED.get(self.route, "/" + self.route)
        kwargs = {name: number if is_number else WORDS[name] for name, is_number in self.params}
        return reverse(self.name, kwargs=kwargs)


def walk(resolver: URLResolver, route: str = "", spaces: str = "", above: dict | None = None) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        own_route, converters = route + str(entry.pattern), (above or {}) | entry.pattern.converters
        if isinstance(entry, URLResolver):
            yield from walk(entry, own_route, spaces + (f"{entry.namespace}:" if entry.namespace else ""), converters)
        else:
            yield found(entry, own_route, spaces, converters)


def found(entry: URLPattern, route: str, spaces: str, converters: dict[str, Any]) -> Address:
    params = {name: isinstance(converter, IntConverter) for name, converter in converters.items()}
    params |= {name: name == "pk" for name in re.findall(r"\(\?P<(\w+)>", route)}
    name = spaces + entry.name if entry.name else route
    return Address(route, name, tuple(params.items()), getattr(entry.callback, "view_initkwargs", {}).get("model"))


@cache
def addresses() -> tuple[Address, ...]:
    """All of them but pages and public files."""
    everything = {address.route: address for address in walk(get_resolver()) if address.name not in PAGES_AND_FILES}
    return tuple(everything.values())


def own_addresses() -> list[Address]:
    """Those that the site itself answers for."""
    return [address for address in addresses() if not address.is_of_wagtail]


def is_open(address: Address, response: HttpResponseBase) -> bool:
    """Whether somebody is let in: a page, or a way on. Not a refusal, nor a way out."""
    if response.status_code == 302:
        is_sent_home = address.route.startswith("admin/") and response["Location"] == "/admin/"
        return not is_sent_home and not response["Location"].startswith(("/admin/login/", "/sign-in/"))
    return response.status_code in (200, 204, 400, 409, 410, 422)
