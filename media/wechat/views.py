"""Signs addresses of this site for its own script."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from media.wechat.signing import sign
from media.wechat.tickets import ticket


@never_cache
@require_safe
def signature(request: HttpRequest) -> JsonResponse:
    """`?url=` of a page of ours. 404 for any other, without keys, and while WeChat gives no ticket."""
    url = request.GET.get("url", "")
    found = ticket() if is_own(url, request) else ""
    if not found:
        raise Http404
    signed = sign(found, url)
    return JsonResponse(
        {"appId": settings.WECHAT_APP_ID, "nonceStr": signed.nonce, "timestamp": signed.timestamp,
         "signature": signed.signature}
    )  # fmt: skip


def is_own(url: str, request: HttpRequest) -> bool:
    """Somebody else's pages must not speak in the account's name."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.netloc in (
        request.get_host(),
        urlsplit(settings.PUBLIC_URL).netloc,
    )
