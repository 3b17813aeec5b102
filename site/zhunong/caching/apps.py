from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, post_save, pre_migrate


class CachingConfig(AppConfig):
    """Visitors' pages, kept until something that they show is written."""

    name = "zhunong.caching"
    label = "caching"

    def ready(self) -> None:
        from zhunong.caching import watching

        connection_created.connect(watching.watch)
        post_save.connect(watching.catch_up)
        pre_migrate.connect(watching.pause, sender=self)
        post_migrate.connect(watching.go_on, sender=self)
