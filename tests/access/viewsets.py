"""Every viewset that the site registers with Wagtail, and what another township's staff gets from each of its views."""

from collections.abc import Iterator

from django.test import Client
from django.urls import URLPattern
from wagtail.admin.viewsets import viewsets as registry
from wagtail.admin.viewsets.base import ViewSet

from tests.access.addresses import addresses
from tests.access.secrets import told
from tests.access.world import OF_EVERYBODY, SECRET, World

QUERIES = ("", "?export=csv", "?export=xlsx", "?q=樱桃", "?q=队", "?multiple=1")


def own_viewsets() -> dict[str, ViewSet]:
    """By name, e.g. `sales_claims`. Wagtail's own are closed as a whole; rules of everybody tell nobody's secret."""
    assert addresses()  # by now every room has registered its own
    return {each.url_namespace: each for each in registry.viewsets if not is_of_wagtail(each) and not is_rule(each)}


def is_rule(viewset: ViewSet) -> bool:
    return getattr(viewset, "model", None) in OF_EVERYBODY


def is_of_wagtail(viewset: ViewSet) -> bool:
    return not viewset.name or viewset.url_namespace.startswith("wagtail")


def paths(viewset: ViewSet, pattern: URLPattern, world: World) -> Iterator[str]:
    """One view's address: of the home township's row where it takes one, else with every kind of question."""
    from django.urls import reverse

    name = viewset.get_url_name(pattern.name)
    row = world.first[viewset.model]  # type: ignore[attr-defined]
    if "pk" in pattern.pattern.converters:
        yield reverse(name, args=[row.pk])
        return
    narrowed = [f"?{field.name}={field.value_from_object(row)}" for field in row._meta.concrete_fields]
    yield from (reverse(name) + query for query in (*QUERIES, *narrowed))


def breaches(viewset: ViewSet, world: World, client: Client) -> list[str]:
    """Where a stranger gets a row of the home township, or a page that names anything of it."""
    found = []
    for pattern in viewset.get_urlpatterns():
        for path in paths(viewset, pattern, world):
            answer = client.get(path)
            is_of_a_row = "pk" in pattern.pattern.converters
            if is_of_a_row and answer.status_code not in (302, 403, 404) or told(answer, (SECRET,)):
                found.append(f"{pattern.name}: {path} {answer.status_code}")
    return found
