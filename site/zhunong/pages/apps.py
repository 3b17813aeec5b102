import gc

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    """The topmost room; when it is ready, all others are."""

    name = "zhunong.pages"
    label = "pages"
    verbose_name = _("Pages")

    def ready(self) -> None:
        from livestreams.rooms.public import sites
        from products.catalogue import others
        from zhunong.access.page_rights import add_source
        from zhunong.pages.editing.rights import areas_of
        from zhunong.pages.front import found
        from zhunong.pages.front.tree import township_of

        add_source(areas_of)
        others.add_source(found.others)
        sites.tell(township_of)
        # What start-up made stays for good: going through it again and again costs an import a fifth of its time.
        gc.freeze()
