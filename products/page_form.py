"""The edit screen and forbidden words: each is said at its field, with the reason and what may be said instead."""

from collections.abc import Iterator
from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page

from products.page_choices import limit_to_township, township_above
from products.page_panels import address_of
from products.page_texts import sentence, text_fields, text_of


class CheckedPageForm(WagtailAdminPageForm):
    """A page's form that refuses forbidden words when the page is to be published, submitted or approved.

    A new page gets an address from its title, once.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        limit_to_township(self, township_above(self.parent_page))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "slug" not in self.fields and not self.instance.slug:
            self.instance.slug = self.free_address(self.wished_address(cleaned))
        return cleaned

    def wished_address(self, cleaned: dict[str, Any]) -> str:
        return address_of(cleaned.get("title", ""))

    def free_address(self, wished: str) -> str:
        """The address itself, or with the first number that is free beside the page's siblings."""
        address, number = wished, 1
        while not Page._slug_is_available(address, self.parent_page, self.instance):
            number += 1
            address = f"{wished}-{number}"
        return address

    def is_valid(self) -> bool:
        return super().is_valid() and (self.may_say_anything() or not self.refuse_words())

    def may_say_anything(self) -> bool:
        """A draft, and a page sent back: nothing of it goes live."""
        goes_on = any(self.data.get(f"action-{name}") for name in ("publish", "submit", "restart-workflow"))
        is_sent_back = self.data.get("action-workflow-action") and self.data.get("workflow-action-name") == "reject"
        return self.is_deferred_validation or bool(is_sent_back and not goes_on)

    def refuse_words(self) -> bool:
        """Say at each field what may not be said there; the rest above the form."""
        page: Any = self.instance
        wording, is_proven = page.wording(), page.is_proven()
        found: set[str] = set()
        forms_kept: list[forms.ModelForm] = [self, *self.children_kept()]
        for form in forms_kept:
            for field in text_fields(type(form.instance)):
                for finding in wording.findings([text_of(form.instance, field)], is_proven=is_proven):
                    form.add_error(field.name if field.name in form.fields else None, sentence(finding))
                    found.add(finding.word)
        rest = wording.findings(page.texts_to_check(), is_proven=is_proven)
        for finding in rest:
            if finding.word not in found:
                self.add_error(None, sentence(finding))
        return bool(found or rest)

    def children_kept(self) -> Iterator[forms.ModelForm]:
        for name, formset in self.formsets.items():
            if name != "comments":
                yield from (form for form in formset.forms if form not in formset.deleted_forms and not is_blank(form))


def is_blank(form: forms.ModelForm) -> bool:
    return form.empty_permitted and not form.has_changed()
