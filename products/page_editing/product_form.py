"""The form of a product's page: title and address come from the product where nobody wrote them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from products.page_editing.form import CheckedPageForm


class ProductPageForm(CheckedPageForm):
    """With a blank title allowed, and a plain sentence where neither product nor title is there."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "product" in self.fields:
            self.fields["product"].empty_label = _("choose a product")
        if "title" in self.fields:
            self.fields["title"].required = False

    def clean_title(self) -> str:
        """The product's name, where the title was left blank."""
        title = self.cleaned_data.get("title", "").strip()
        return title or self.product_named()

    def wished_address(self, cleaned: dict[str, Any]) -> str:
        product = cleaned.get("product")
        return product.slug if product else super().wished_address(cleaned)

    def product_named(self) -> str:
        key = self.data.get(self.add_prefix("product"), "")
        product = self.fields["product"].queryset.filter(pk=key).first() if key.isdecimal() else None
        return str(product or self.instance.title or "")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("title") and "title" not in self.errors:
            self.add_error("title", _("Choose a product, or write a title."))
        return cleaned
