"""/live/: the schedule, the page of one broadcast, its poster and its platform's code."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from livestreams.sessions.models import LineUpItem, Session
from livestreams.sessions.posters.faces import face_of
from livestreams.sessions.posters.keeping import poster_of
from livestreams.sessions.posters.painting import code_picture
from livestreams.sessions.posters.shapes import SHAPES
from livestreams.sessions.posters.words import group_text
from livestreams.sessions.public import structured
from livestreams.sessions.public.pictures import as_png
from livestreams.sessions.public.reading import Broadcast, announced, broadcasts
from livestreams.sessions.public.schedule import context_of
from zhunong import structured as schema
from zhunong.addresses import public_root

CODE_SIDE = 480
SHORTLY = 600
"""Seconds for which pictures may be kept: a poster that changes has another address."""


@require_safe
def schedule(request: HttpRequest) -> HttpResponse:
    """`?township=slug`: of another township than the site's."""
    return render(request, "live_public/schedule.html", context_of(request))


@require_safe
def session(request: HttpRequest, slug: str) -> HttpResponse:
    row = found(slug)
    (broadcast,) = broadcasts([row], request)
    beside = [each for each in siblings(row, request) if each.session.pk != row.pk]
    context = {"broadcast": broadcast, "beside": beside, "shapes": SHAPES} | shared(request, broadcast)
    return render(request, "live_public/session.html", context)


def found(slug: str) -> Session:
    """Raises Http404 for what is not announced or was called off, as for what never was."""
    return get_object_or_404(announced(), slug=slug)


def siblings(row: Session, request: HttpRequest) -> list[Broadcast]:
    """The same event on other accounts."""
    return broadcasts(announced().filter(event=row.event_id), request) if row.event_id else []


def shared(request: HttpRequest, broadcast: Broadcast) -> dict[str, Any]:
    """What is sent on: addresses, the poster, the words, and what search engines read."""
    row, root = broadcast.session, public_root(request)
    address = root + broadcast.url
    with translation.override(settings.LANGUAGE_CODE):
        key = face_of(row).hash[:8]
        items = LineUpItem.objects.filter(event=row.event_id).select_related("product", "sku__product")
        text = group_text(row, items if row.event_id else [], broadcast.teams, address)
    posters = {shape: f"{reverse('live_public:poster', args=(row.slug, shape))}?{key}" for shape in SHAPES}
    picture = root + posters["wide"]
    return {
        "address": address, "posters": posters, "picture": picture, "text": text,
        "data": structured.data_of(broadcast, address, picture),
        "steps": schema.breadcrumbs(steps(root, row.title, address)),
        "description": structured.description(broadcast),
    }  # fmt: skip


def steps(root: str, title: str, address: str) -> list[tuple[str, str]]:
    return [
        (_("Home"), f"{root}/"),
        (_("Broadcasts"), root + reverse("live_public:schedule")),
        (title, address),
    ]


@require_safe
def poster(request: HttpRequest, slug: str, shape: str) -> HttpResponse:
    """For everybody, of what everybody may know."""
    if shape not in SHAPES:
        raise Http404
    file, face = poster_of(found(slug), shape)
    return picture_answer(file.read_bytes(), "image/jpeg", face.hash)


@require_safe
def code(request: HttpRequest, slug: str) -> HttpResponse:
    """The platform's code as a picture, because a phone's long press reads pictures only."""
    face = face_of(found(slug))
    made = code_picture(face, CODE_SIDE)
    if made is None:
        raise Http404
    return picture_answer(as_png(made), "image/png", face.hash)


def picture_answer(content: bytes, content_type: str, key: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["ETag"] = f'"{key}"'
    patch_cache_control(response, public=True, max_age=SHORTLY)
    return response
