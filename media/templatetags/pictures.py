"""`{% shown_picture %}`: a picture in the formats and widths that suit the visitor's screen, without a query."""

from functools import lru_cache
from typing import Any

from django import template
from django.core.files.storage import default_storage
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from wagtail.images.models import SourceImageIOError

from media.cuts import CUTS, Piece, cut_for
from media.models import CustomImage

register = template.Library()
address = lru_cache(4096)(default_storage.url)


@register.simple_tag
def shown_picture(
    picture: CustomImage | None, wide: Any = False, kind: str = "", alt: str | None = None, sizes: str = "",
    eager: Any = "", credit: Any = False,
) -> SafeString | str:  # fmt: skip
    """The whole part: `<span class="picture">` with its mark and, if asked for, its credit. Blank if not to be shown.

    `kind` is one of `media.cuts.CUTS` (default: `wide` or `card`); `alt` blank: the name stands beside it, absent: what
    the picture says of itself; `eager`: above the fold (default: what is wide).
    """
    if not picture or not picture.may_be_published:
        return ""
    kind = kind or ("wide" if wide else "card")
    try:
        made = cut_for(picture, kind)
    except SourceImageIOError:
        return ""
    text = picture.alternative if alt is None else alt
    shown = picture_element(made, text, sizes or CUTS[kind].sizes, bool(wide if eager == "" else eager))
    return mark_safe(
        f'<span class="picture picture--{kind}">{shown}{mark_of(picture)}{credit_of(picture, credit)}</span>'
    )


def picture_element(made: dict[str, list[Piece]], alt: str, sizes: str, eager: bool) -> str:
    """`<picture>` with a source for each format; width and height keep its place, so that nothing moves."""
    sizes, fallback = str(conditional_escape(sizes)), made["jpeg"][0]
    sources = "".join(
        f'<source type="image/{form}" srcset="{srcset(made[form])}" sizes="{sizes}">'
        for form in ("avif", "webp") if form in made
    )  # fmt: skip
    loading = 'fetchpriority="high"' if eager else 'loading="lazy" decoding="async"'
    return (
        f'<picture>{sources}<img class="picture__image" src="{address(fallback[0])}" width="{fallback[1]}" '
        f'height="{fallback[2]}" alt="{conditional_escape(alt)}" {loading}></picture>'
    )


def srcset(found: list[Piece]) -> str:
    return ", ".join(f"{address(name)} {width}w" for name, width, _height in found)


def mark_of(picture: CustomImage) -> str:
    """Says that a drawing stands in for a photograph."""
    return f'<span class="picture__mark">{_("Drawing")}</span>' if picture.is_placeholder else ""


def credit_of(picture: CustomImage, wanted: Any) -> str:
    if not wanted or not picture.credit:
        return ""
    sentence = _("Picture: %(credit)s") % {"credit": picture.credit}
    return f'<span class="picture__credit">{conditional_escape(sentence)}</span>'
