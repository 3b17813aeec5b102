"""What records of changes share in the admin: narrowed down, page by page, or taken away as a workbook."""

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header

from livestreams.rooms.staff.page import RoomsPage
from zhunong.workbooks import write_workbook

PAGE_CHANGES = 50
MOST_ROWS = 50_000
"""Of a workbook."""
MOST_WORDS = 5
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class RecordView(RoomsPage):
    """Every change in plain words, the newest first. `form_class` narrows down what `changes` gives."""

    header_icon = "history"
    form_class: Any

    @cached_property
    def form(self) -> Any:
        return self.form_class(self.request.GET, self.user)

    def changes(self) -> Any:
        raise NotImplementedError

    def told(self, change: Any) -> str:
        raise NotImplementedError

    def headers(self) -> list[str]:
        """Of the workbook."""
        raise NotImplementedError

    def rows(self, changes: QuerySet) -> Iterator[list[str]]:
        raise NotImplementedError

    def page_of(self, changes: Any) -> Page:
        return Paginator(changes, PAGE_CHANGES).get_page(self.request.GET.get("page"))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page, or its rows as a workbook."""
        if request.GET.get("format") == "xlsx" and self.form.is_valid():
            return self.workbook(self.changes()[:MOST_ROWS])
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs) | {"form": self.form}
        if not self.form.is_valid():
            return context
        page = self.page_of(self.changes())
        return context | {
            "page": page, "changes": [(change, self.told(change)) for change in page],
            "is_narrowed": self.form.is_narrowed, "download": self.address(format="xlsx"),
            "earlier": self.address(page=page.number - 1), "later": self.address(page=page.number + 1),
        }  # fmt: skip

    def address(self, **changes: Any) -> str:
        """This page's, with other parameters; another choice begins on the first page again."""
        parameters = self.request.GET.copy()
        parameters.pop("page", None)
        for name, value in changes.items():
            parameters[name] = value
        return f"?{parameters.urlencode()}"

    def workbook(self, changes: QuerySet) -> HttpResponse:
        title = str(self.page_title)
        content = write_workbook(title, self.headers(), self.rows(changes))
        response = HttpResponse(content, content_type=XLSX)
        name = f"{title}_{timezone.localdate():%Y%m%d}.xlsx"
        response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
        return response


def searched(changes: Any, text: str, paths: tuple[str, ...]) -> Any:
    """Those in which every word stands somewhere."""
    for word in text.split()[:MOST_WORDS]:
        condition = Q()
        for path in paths:
            condition |= Q(**{f"{path}__icontains": word})
        changes = changes.filter(condition)
    return changes
