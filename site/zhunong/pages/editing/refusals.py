"""Where publishing is refused outside the edit form, such as at a late approval: the reasons, on the page's screen."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse

from products.publishing import PublishingRefused


class RefusalsToWords:
    """Middleware: `PublishingRefused` of any admin screen leads back to the page, where it is said; no 500."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, PublishingRefused):
            return None
        for sentence in exception.messages:
            messages.error(request, sentence)
        address = reverse("wagtailadmin_pages:edit", args=[exception.page.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":  # a modal of Wagtail's, which follows
            return JsonResponse({"step": "success", "redirect": address})
        return HttpResponseRedirect(address)
