"""A page's card as a picture: for everybody, of pages that everybody may read."""

import re

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page

from media.cards.faces import face_of
from media.cards.keeping import card_file
from media.cards.painting import SHAPES

NAME = re.compile(r"(?P<page>\d{1,18})-(?P<shape>\w+)-\w+")


@require_safe
def card(request: HttpRequest, card: str) -> HttpResponse:
    """`card` is page-shape-key. The key is for chats, which keep pictures by address; what is drawn is of today."""
    asked = NAME.fullmatch(card)
    if not asked or asked["shape"] not in SHAPES:
        raise Http404
    page_id, shape = int(asked["page"]), asked["shape"]
    page = get_object_or_404(Page.objects.live().public().filter(depth__gt=1), pk=page_id)
    with translation.override(settings.LANGUAGE_CODE):
        face = face_of(page.specific)
    response = HttpResponse(card_file(page_id, shape, face).read_bytes(), content_type="image/jpeg")
    response["ETag"] = f'"{face.hash}"'
    patch_cache_control(response, public=True, max_age=600)
    return response
