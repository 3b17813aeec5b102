from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccessConfig(AppConfig):
    name = "zhunong.access"
    label = "access"
    verbose_name = _("Access")

    def ready(self) -> None:
        from zhunong.access.approval import ensure_workflow
        from zhunong.access.roles import ensure_groups

        # Migrate tells one app after the other; when it comes to this one, all permissions are there.
        post_migrate.connect(ensure_groups, sender=apps.get_app_config("sessions"), dispatch_uid="ensure_groups")
        post_migrate.connect(ensure_workflow, sender=apps.get_app_config("sessions"), dispatch_uid="ensure_workflow")
