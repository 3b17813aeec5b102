"""Serving what was uploaded, from `VAR_DIR`, without a second server."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.static import serve

PUBLIC_FOLDERS = ("images/", "original_images/", "avatar_images/")
"""Cleaned pictures and what is cut from them. Whatever else is uploaded waits, or has doors of its own (documents)."""


@cache_control(public=True, max_age=86400)
def upload(request: HttpRequest, path: str) -> HttpResponseBase:
    """One picture's file, by its name. Folders are never listed."""
    if not path.startswith(PUBLIC_FOLDERS):
        raise Http404
    return serve(request, path, document_root=str(settings.MEDIA_ROOT))
