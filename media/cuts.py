"""The sizes and formats in which pages show a picture, kept on the picture itself: a page asks no query for them.

Wagtail cuts the renditions; what came of it stands in `CustomImage.cuts`. AVIF takes seconds on a small machine, so
that they are made in the background (`media.tasks`) or by `make_renditions`; until then a page shows one JPEG.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wagtail.images.models import Filter

if TYPE_CHECKING:
    from media.models import CustomImage

FORMATS = ("avif", "webp", "jpeg")
"""The best first; the last is for browsers that know no other, in one size."""


@dataclass(frozen=True)
class Cut:
    """One shape of picture: filters from narrow to wide, the one to fall back on, how wide pages show it."""

    filters: tuple[str, ...]
    fallback: str
    sizes: str


CUTS = {
    "card": Cut(("fill-320x240", "fill-560x420", "fill-840x630"), "fill-560x420", "(min-width: 60rem) 18rem, 50vw"),
    "wide": Cut(("fill-480x300", "fill-800x500", "fill-1280x800"), "fill-800x500", "(min-width: 60rem) 36rem, 100vw"),
    "whole": Cut(("max-480x960", "max-1080x2160"), "max-480x960", "(min-width: 44rem) 30rem, 100vw"),
}
"""`card` 4:3, `wide` 16:10, both cut round the focal point; `whole` is the picture as it is (papers, codes)."""

Piece = tuple[str, int, int]
"""Name in the storage, width, height."""


def specs_of(cut: Cut) -> dict[str, list[str]]:
    """Format to Wagtail's filter specs."""
    made = {form: [f"{name}|format-{form}" for name in cut.filters] for form in FORMATS[:-1]}
    return made | {FORMATS[-1]: [f"{cut.fallback}|format-{FORMATS[-1]}"]}


def key_of(picture: "CustomImage") -> str:
    """What the cuts depend on: the file and the focal point."""
    focus = (picture.focal_point_x, picture.focal_point_y, picture.focal_point_width, picture.focal_point_height)
    return ",".join([picture.file.name, *("" if part is None else str(part) for part in focus)])


def has_cuts(picture: "CustomImage") -> bool:
    """Whether all has been made, of the file and focal point that it has now."""
    made = picture.cuts
    return made.get("of") == key_of(picture) and all(FORMATS[0] in made.get(name, {}) for name in CUTS)


def cut_all(picture: "CustomImage") -> None:
    """Make every rendition that is missing and note them on the picture. Raises SourceImageIOError without its file."""
    made: dict[str, Any] = {"of": key_of(picture)}
    for name, cut in CUTS.items():
        made[name] = {form: pieces(picture, specs) for form, specs in specs_of(cut).items()}
    picture.cuts = made
    type(picture).objects.filter(pk=picture.pk).update(cuts=made)


def pieces(picture: "CustomImage", specs: list[str]) -> list[Piece]:
    """Each width once: a small original gives the same for two filters."""
    found = picture.get_renditions(*[Filter(spec=spec) for spec in specs]).values()
    return list({made.width: (made.file.name, made.width, made.height) for made in found}.values())


def cut_for(picture: "CustomImage", name: str) -> dict[str, list[Piece]]:
    """What there is of a cut: all formats, or one JPEG until they have been made."""
    if picture.cuts.get("of") != key_of(picture) or name not in picture.cuts:
        picture.cuts = with_stopgap(picture, name)
    return picture.cuts[name]


def with_stopgap(picture: "CustomImage", name: str) -> dict[str, Any]:
    """The cuts as they are by now, with one JPEG for a shape that still lacks everything; kept for the next visitor."""
    kept = type(picture).objects.filter(pk=picture.pk)
    known = kept.values_list("cuts", flat=True).first() or {}
    cuts = known if known.get("of") == key_of(picture) else {"of": key_of(picture)}
    if name not in cuts:
        cuts |= {name: {"jpeg": pieces(picture, specs_of(CUTS[name])["jpeg"])}}
        kept.update(cuts=cuts)
    return cuts
