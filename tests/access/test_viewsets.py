"""No registered viewset shows another township's staff a row: not in any view, filter, search or export."""

import pytest
from django.test import Client
from wagtail.admin.viewsets.base import ViewSet

from tests.access.viewsets import breaches, own_viewsets
from tests.access.world import World
from zhunong.access.row_scope import RowScopedChooser, RowScopedViewSet


@pytest.mark.parametrize("viewset", own_viewsets().values(), ids=lambda viewset: viewset.url_namespace)
class TestViewSet:
    def test_shows_other_townships_nothing(self, world: World, clients: dict[str, Client], viewset: ViewSet):
        assert breaches(viewset, world, clients["other_staff"]) == []

    def test_shows_readers_of_other_townships_nothing(self, world: World, clients: dict[str, Client], viewset: ViewSet):
        assert breaches(viewset, world, clients["other_reader"]) == []

    def test_is_scoped_by_the_common_means(self, viewset: ViewSet):
        assert isinstance(viewset, RowScopedViewSet | RowScopedChooser)


@pytest.mark.parametrize("name", ["naked", "naked_chooser"])
def test_a_viewset_without_scope_is_found_out(world: World, clients: dict[str, Client], settings, name: str):
    from tests.access import naked

    settings.ROOT_URLCONF = "tests.access.naked"
    found = breaches(getattr(naked, name), world, clients["other_staff"])
    views = {breach.partition(":")[0] for breach in found}
    assert views >= {"naked": {"index", "edit", "delete", "inspect", "history", "usage"},
                     "naked_chooser": {"choose", "choose_results", "chosen", "chosen_multiple"}}[name]  # fmt: skip
