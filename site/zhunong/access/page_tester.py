"""What people may do with one page, less what only administrators do: move, copy, shut behind a password."""

from wagtail.models import PagePermissionTester


class TownshipPageTester(PagePermissionTester):
    """Also hides the buttons for it. The top page of a township stays where it is, whoever works on it."""

    def can_move(self) -> bool:
        return self.user.is_superuser and super().can_move()

    def can_copy(self) -> bool:
        return self.user.is_superuser and super().can_copy()

    def can_set_view_restrictions(self) -> bool:
        return self.user.is_superuser and super().can_set_view_restrictions()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        is_home = any(area.home.pk == self.page.pk for area in getattr(self.user, "page_areas", ()))
        return not is_home and super().can_delete(ignore_bulk)
