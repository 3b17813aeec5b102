"""The list of villages or teams: their pages with pictures, in the order of the tree."""

from typing import Any

from zhunong.pages.front.tree import readable
from zhunong.pages.models import SectionPage, TeamPage, VillagePage


def context_of(section: SectionPage) -> dict[str, Any]:
    """Two queries, however many there are."""
    found = []
    for model, record in ((VillagePage, "village"), (TeamPage, "team")):
        found += readable(model.objects.child_of(section)).select_related("picture", record)
    return {"pages": sorted(found, key=lambda page: page.path)}
