"""QR codes as inline SVG, sharp at every size on paper."""

import segno
from django.utils.safestring import SafeString, mark_safe

QUIET = 2
"""Modules of white round it; the label's own margin gives the rest of the four that readers want."""


def drawn_code(address: str) -> SafeString:
    """The code of an address; medium correction, for boxes get scratched."""
    return mark_safe(segno.make(address, error="m", micro=False).svg_inline(omitsize=True, border=QUIET))
