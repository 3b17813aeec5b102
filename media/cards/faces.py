"""What a page's card says. Rooms above tell it for their own page types: imports point one way."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from wagtail.models import Page

from media.models import CustomImage
from zhunong.addresses import public_address

DRAWING = 1
"""Count up when cards are drawn differently: all are drawn anew then."""


@dataclass(frozen=True)
class Face:
    """Texts as they are drawn. No price: it would be out of date in somebody's album."""

    title: str
    lead: str
    site: str
    address: str
    facts: tuple[str, ...] = ()
    """Short lines: the villages, the season."""
    picture: str = ""
    """Name of the file in the storage."""
    focus: tuple[float, float] = (0.5, 0.5)
    is_placeholder: bool = False

    @property
    def hash(self) -> str:
        """Names what is drawn: another text or picture, another name."""
        return sha256(repr((DRAWING, sorted(asdict(self).items()))).encode()).hexdigest()[:16]


Teller = Callable[[Any], tuple[str, ...]]
tellers: dict[str, Teller] = {}
"""Label of a page model to a function from its page to short lines."""


def tell(label: str, teller: Teller) -> None:
    """`tell("products.ProductPage", facts_of)`. Call when the app is ready."""
    tellers[label] = teller


def face_of(page: Page) -> Face:
    """The face of a page, of its own type (`page.specific`)."""
    picture: CustomImage | None = getattr(page, "picture", None)
    shown = picture if picture and picture.may_be_published else None
    teller = tellers.get(page._meta.label)
    return Face(
        title=page.title,
        lead=getattr(page, "lead", "") or page.search_description,
        site=site_name(page),
        address=public_address(page),
        facts=teller(page) if teller else (),
        picture=shown.file.name if shown else "",
        focus=focus_of(shown) if shown else (0.5, 0.5),
        is_placeholder=bool(shown and shown.is_placeholder),
    )


def site_name(page: Page) -> str:
    site = page.get_site()
    return site.site_name if site else ""


def focus_of(picture: CustomImage) -> tuple[float, float]:
    focus = picture.get_focal_point()
    if not focus or not picture.width or not picture.height:
        return (0.5, 0.5)
    return (focus.centroid_x / picture.width, focus.centroid_y / picture.height)
