import gc

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    """The topmost room; when it is ready, all others are."""

    name = "zhunong.pages"
    label = "pages"
    verbose_name = _("Pages")

    def ready(self) -> None:
        from zhunong.access.page_rights import add_source
        from zhunong.pages.editing.rights import areas_of

        add_source(areas_of)
        # What start-up made stays for good: going through it again and again costs an import a fifth of its time.
        gc.freeze()
