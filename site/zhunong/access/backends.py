"""Signing in, and rights by role: whoever holds no role on a day is nobody to the site on that day."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.db.models import QuerySet

from zhunong.access.roles import permissions_of


class RoleBackend(ModelBackend):
    """Rights come from the roles of today alone. A session ends with the last role (asked on every request).

    A right password is a right password, though: the sign-in form tells those without a role what to do.
    """

    def get_user(self, user_id: Any) -> Any:
        """The account with Wagtail's profile of it, which every screen of the admin asks for."""
        user = get_user_model().objects.select_related("wagtail_userprofile").filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) and user.may_enter else None

    def _get_group_permissions(self, user_obj: Any) -> QuerySet[Permission]:
        return permissions_of(user_obj.roles)

    def _get_user_permissions(self, user_obj: Any) -> QuerySet[Permission]:
        return Permission.objects.none()
