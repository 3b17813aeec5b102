"""Every table of the contracts in the admin: a list, rows with a preview of what moves, sheets in and out."""

from typing import Any

from django.urls import URLPattern, path
from django.views import View
from wagtail.admin.viewsets.model import ModelViewSet

from livestreams.sales.staff.tables.desks import DESKS, Desk
from livestreams.sales.staff.tables.filters import FILTERS
from livestreams.sales.staff.tables.history import RowHistory
from livestreams.sales.staff.tables.listing import TableIndex
from livestreams.sales.staff.tables.row_views import AddRow, DeleteRow, EditRow
from livestreams.sales.staff.tables.upload_view import UploadView
from livestreams.sales.uploads import nameless
from zhunong.access.row_scope import ReadGuard, RowScopedViewSet


class TableViewSet(RowScopedViewSet, ModelViewSet):
    """The screens of one table. Wagtail's own forms and log are left out: a row is more than one record."""

    desk: Desk
    index_view_class = TableIndex
    history_view_class = RowHistory
    index_template_name = "sales/tables/index.html"
    index_results_template_name = "sales/tables/index_results.html"
    add_to_admin_menu = False
    add_to_reference_index = False
    copy_view_enabled = False
    search_backend_name = None
    list_per_page = 50

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            f"table_{desk.name}", desk=desk, model=desk.model, icon=desk.icon, search_fields=list(desk.searched),
            url_prefix=f"sales/tables/{desk.name}", export_filename=desk.name, filterset_class=FILTERS.get(desk.name),
        )  # fmt: skip

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_common_view_kwargs(desk=self.desk, **kwargs)

    def guard_of(self, view_class: type[View]) -> type:
        return ReadGuard if issubclass(view_class, UploadView) else super().guard_of(view_class)

    def get_form_class(self, for_update: bool = False) -> None:
        """None of Wagtail's: see `RowForm`."""

    def get_urlpatterns(self) -> list[URLPattern]:
        row = "<int:pk>/"
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", self.construct_view(AddRow), name="add"),
            path("upload/", nameless(self.construct_view(UploadView)), name="upload"),
            path(f"edit/{row}", self.construct_view(EditRow), name="edit"),
            path(f"delete/{row}", self.construct_view(DeleteRow), name="delete"),
            path(f"history/{row}", self.construct_view(RowHistory), name="history"),
        ]


viewsets = [TableViewSet(desk) for desk in DESKS]
