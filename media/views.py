"""Serving what was uploaded, from `VAR_DIR`, without a second server."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.static import serve
from wagtail.permissions import policy_registry

from media.models import CustomImage

PUBLIC_FOLDERS = ("images/", "original_images/", "avatar_images/")
"""Cleaned pictures and what is cut from them. Whatever else is uploaded waits, or has doors of its own (documents)."""
WORK = ("add", "change", "delete", "choose")


def upload(request: HttpRequest, path: str) -> HttpResponseBase:
    """One picture's file, by its name. Folders are never listed. One query."""
    if not path.startswith(PUBLIC_FOLDERS):
        raise Http404
    withheld = CustomImage.objects.withheld().of_file(path).first()
    if withheld and not may_work_on(request.user, withheld):
        raise Http404
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    if withheld:
        patch_cache_control(response, private=True, no_store=True)
    else:
        patch_cache_control(response, public=True, max_age=86400)
    return response


def may_work_on(user: Any, picture: CustomImage) -> bool:
    """Whether it stands in a library that the person sees."""
    policy: Any = policy_registry.get_by_type(CustomImage)
    return policy.user_has_any_permission_for_instance(user, WORK, picture)
