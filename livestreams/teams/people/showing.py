"""How the pages about people are shown."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def show(request: HttpRequest, page: str, **context: Any) -> HttpResponse:
    """A page of `teams/people/`, marked as such in the way around."""
    return render(request, f"teams/people/{page}.html", {"section": "people", **context})
