"""What the page of an event's posters shows: a card for each session, with both shapes, its form and its words."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone, translation

from livestreams.sessions.models import Event, LineUpItem, Session
from livestreams.sessions.phone.posters.forms import ReservationForm
from livestreams.sessions.posters.faces import PosterFace, face_of
from livestreams.sessions.posters.goods import goods_of
from livestreams.sessions.posters.shapes import SHAPES
from livestreams.sessions.posters.words import group_text
from products.platforms import app_name
from zhunong.addresses import public_root

Forms = dict[int, ReservationForm]


@dataclass(frozen=True)
class Picture:
    """One poster as the page shows it; the address changes with what is drawn."""

    address: str
    width: int
    height: int
    shape: str


@dataclass(frozen=True)
class PosterCard:
    session: Session
    platform: str
    pictures: list[Picture]
    form: ReservationForm
    text: str
    is_over: bool
    has_code: bool

    @property
    def rows(self) -> int:
        """Lines of the text, so that all of it is seen."""
        return self.text.count("\n") + 2


def context_of(request: HttpRequest, event: Event, bound: ReservationForm | None = None) -> dict[str, Any]:
    """`bound`: the form that was sent, with what was wrong in it."""
    sessions = sessions_of(event)
    items = list(LineUpItem.objects.filter(event=event).select_related("product", "sku__product"))
    forms = {bound.session.pk: bound} if bound else {}
    return {"event": event, "cards": [card_of(request, session, items, forms) for session in sessions]}


def sessions_of(event: Event) -> list[Session]:
    rows = event.sessions.select_related("account", "township", "event__booking__room")
    return list(rows.order_by("account__platform", "pk"))


def card_of(request: HttpRequest, session: Session, items: list[LineUpItem], forms: Forms) -> PosterCard:
    with translation.override(settings.LANGUAGE_CODE):
        face = face_of(session, goods_of(session))
        text = group_text(session, items, face.teams, public_address(request, session))
    is_over = session.ended_at <= timezone.now()
    form = forms.get(session.pk) or ReservationForm(session, is_over=is_over)
    pictures = [picture_of(session, shape, face) for shape in SHAPES]
    platform = app_name(session.account.platform)
    return PosterCard(session, platform, pictures, form, text, is_over, face.has_code)


def picture_of(session: Session, shape: str, face: PosterFace) -> Picture:
    address = reverse("my_sessions:poster_file", args=(session.pk, shape))
    return Picture(f"{address}?{face.hash[:8]}", *SHAPES[shape].size, shape)


def public_address(request: HttpRequest, session: Session) -> str:
    """Where visitors read of it; blank for what is not announced."""
    if not session.event or not session.event.is_announced:
        return ""
    return public_root(request) + reverse("live_public:session", args=(session.slug,))
