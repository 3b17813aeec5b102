"""Shares of a whole, in whole per cents that sum to 100: `changgan:55;feng:45` (contracts, section 1)."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def parse_shares(text: str) -> dict[str, int]:
    """Slug to per cent. Raises ValidationError when a part cannot be read or the parts do not sum to 100."""
    shares: dict[str, int] = {}
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        slug, separator, percent = part.partition(":")
        slug, percent = slug.strip(), percent.strip()
        if not separator or not slug or not (percent.isascii() and percent.isdigit()):
            sentence = _("“%(part)s” is not a share; write slug:per cent, e.g. xiabai:70")
            raise ValidationError(sentence, params={"part": part})
        if slug in shares:
            raise ValidationError(_("“%(slug)s” is named twice"), params={"slug": slug})
        shares[slug] = int(percent)
    check_shares(shares)
    return shares


def check_shares(shares: Mapping[str, int]) -> None:
    """Raise ValidationError unless every share is 1 to 100 and all sum to 100: the rule that no CHECK can hold."""
    if any(not 1 <= percent <= 100 for percent in shares.values()):
        raise ValidationError(_("each share is a whole number from 1 to 100"))
    if sum(shares.values()) != 100:
        raise ValidationError(_("the shares sum to %(sum)s, not to 100"), params={"sum": sum(shares.values())})


def format_shares(shares: Mapping[str, int]) -> str:
    """`changgan:55;feng:45`, slugs in the order of their code points."""
    return ";".join(f"{slug}:{percent}" for slug, percent in sorted(shares.items()))
