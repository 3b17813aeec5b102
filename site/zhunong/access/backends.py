"""Signing in, and rights by role: whoever holds no role on a day is nobody to the site on that day."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.db.models import QuerySet

from zhunong.access.roles import permissions_of


class RoleBackend(ModelBackend):
    """Rights come from the roles of today alone. A session ends with the last role (asked on every request).

    A right password is a right password, though: the sign-in form tells those without a role what to do.
    """

    def get_user(self, user_id: Any) -> Any:
        user = super().get_user(user_id)
        return user if user and user.may_enter else None

    def _get_group_permissions(self, user_obj: Any) -> QuerySet[Permission]:
        return permissions_of(user_obj.roles)

    def _get_user_permissions(self, user_obj: Any) -> QuerySet[Permission]:
        return Permission.objects.none()
