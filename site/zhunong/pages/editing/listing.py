"""The lists of the page tree without what tells of other townships (who wrote, which site)."""

from wagtail import hooks
from wagtail.admin.ui.tables.pages import BulkActionsColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView, GenericPageFilterSet
from wagtail.admin.views.pages.search import SearchView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page


class FewFilters(GenericPageFilterSet):
    """By day and kind of page; Wagtail's other filters offer everybody's names."""

    owner = None
    edited_by = None
    site = None
    has_child_pages = None


def without_ticks(columns: list) -> list:
    """Acts on many pages at once tell the names of pages that one may not see."""
    return [column for column in columns if not isinstance(column, BulkActionsColumn)]


class PageTree(ExplorableIndexView):
    base_columns = without_ticks(ExplorableIndexView.base_columns)


class PageSearch(SearchView):
    columns = without_ticks(SearchView.columns)


class OwnPageViewSet(PageViewSet):
    model = Page
    index_view_class = PageTree
    search_view_class = PageSearch
    filterset_class = FewFilters


@hooks.register("register_admin_viewset")
def page_viewset() -> PageViewSet:
    return OwnPageViewSet()
