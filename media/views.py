"""Serving what was uploaded, from `VAR_DIR`, without a second server."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.static import serve


@cache_control(public=True, max_age=86400)
def upload(request: HttpRequest, path: str) -> HttpResponseBase:
    """One picture's file, by its name. Folders are never listed."""
    return serve(request, path, document_root=str(settings.MEDIA_ROOT))
