"""Who may read a page, asked in one query."""

from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import PageViewRestriction


class ReadInOneQuery:
    """Mixin of a page: Wagtail asks for the pages above it first. An alias has the restrictions of its source."""

    is_known_open = False
    """Whether who found the page saw that nothing at all is restricted."""

    def get_view_restrictions(self: Any) -> QuerySet[PageViewRestriction]:
        """The restrictions of the page and of those above it."""
        if self.is_known_open:
            return PageViewRestriction.objects.none()
        paths = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
        return PageViewRestriction.objects.filter(Q(page__path__in=paths) | Q(page__aliases__path__in=paths)).distinct()
