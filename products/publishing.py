"""Nothing that may not be said of food and nobody who was not asked goes live: held wherever pages are published.

A draft may hold anything. Rules are those of the day (`products.wording`), so approval and timed publishing ask anew.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import Panel
from wagtail.log_actions import log
from wagtail.utils.decorators import cached_classmethod

from products.page_editing.form import CheckedPageForm
from products.page_editing.panels import FOUND_PANELS, TIMED_PANELS, tabs_of
from products.page_editing.texts import sentence, texts_of
from products.public_rows import pictures_of
from zhunong.access.page_tester import TownshipPageTester

__all__ = ["CheckedPage", "CheckedPageForm", "PublishingRefused"]

SCHEDULED = "wagtail.publish.scheduled"
"""What Wagtail's own command calls itself when the time of a page has come."""


class PublishingRefused(ValidationError):
    """A page was to go live with what visitors may not read or see; its messages say what, why, and what instead."""

    def __init__(self, page: "CheckedPage", sentences: Iterable[str]) -> None:
        super().__init__(list(sentences))
        self.page = page


class CheckedPage(models.Model):
    """Mixin before `Page`: `class HallPage(CheckedPage, Page)`. No forbidden word or picture goes live.

    `publish` raises PublishingRefused, except for timed publishing, which leaves the page as it is and notes it.
    """

    base_form_class = CheckedPageForm
    promote_panels = FOUND_PANELS
    settings_panels = TIMED_PANELS

    class Meta:
        abstract = True

    @cached_classmethod
    def get_edit_handler(cls) -> Panel:  # noqa: N805  # as Wagtail's own
        return tabs_of(cls)

    def permissions_for_user(self, user: Any) -> TownshipPageTester:
        return TownshipPageTester(user, self)

    def texts_to_check(self) -> list[str]:
        """Everything that people wrote on the page itself. Add to it what else the page prints."""
        return texts_of(self)

    def children_to_check(self) -> list[models.Model]:
        """Rows edited along with the page, such as questions and captions."""
        relations = [each for each in self._meta.related_objects if isinstance(each.field, ParentalKey)]
        own = [
            each.get_accessor_name() for each in relations if not each.related_model.__module__.startswith("wagtail")
        ]
        return [row for name in own if name for row in getattr(self, name).all()]

    def is_proven(self) -> bool:
        """Whether a valid report stands behind what the page says of selenium in a product."""
        return False

    def wording(self) -> Any:
        from products.wording import wording_on

        return wording_on(timezone.localdate())

    def findings(self) -> list[Any]:
        """What may not be said today of all that stands on the page."""
        texts = self.texts_to_check() + [text for row in self.children_to_check() for text in texts_of(row)]
        return self.wording().findings(texts, is_proven=self.is_proven())

    def objections(self) -> Iterator[str]:
        """Why the page may not go live today, a sentence for each word and each picture."""
        yield from (sentence(finding) for finding in self.findings())
        rows = [self, *self.children_to_check()]
        shown = {picture.pk: picture for row in rows for _name, picture in pictures_of(row)}
        yield from (picture.why_not_shown for picture in shown.values() if not picture.may_be_published)

    def publish(self, revision: Any, *args: Any, **options: Any) -> Any:
        """Publish a revision. Raises PublishingRefused."""
        revised = revision.as_object()
        if sentences := list(revised.objections()):
            if options.get("log_action") != SCHEDULED:
                raise PublishingRefused(revised, sentences)
            return self.put_off(revision, sentences)
        return super().publish(revision, *args, **options)  # type: ignore[misc]

    def put_off(self, revision: Any, sentences: list[str]) -> None:
        """Its time came, but it may not go live: the revision stays a draft, and the page's history says why."""
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])
        log(self, "zhunong.words", data={"words": sentences}, revision=revision)
