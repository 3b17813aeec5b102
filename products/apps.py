from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProductsConfig(AppConfig):
    name = "products"
    verbose_name = _("Products")

    def ready(self) -> None:
        from media.cards.faces import tell
        from products.access import grant_rights
        from products.catalogue.indexing import keep_keys
        from products.share_card import facts_of

        grant_rights()
        tell("products.ProductPage", facts_of)
        keep_keys()
