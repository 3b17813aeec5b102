from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    name = "media"
    verbose_name = _("Pictures")

    def ready(self) -> None:
        from media import tasks

        post_save.connect(tasks.order_cuts, sender=self.get_model("CustomImage"))
        post_delete.connect(tasks.forget_cuts, sender=self.get_model("CustomRendition"))
