"""The edit screen and what may not go live, words and pictures: said at the field, with the reason and a way out."""

from collections.abc import Iterator
from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page

from products.page_editing.choices import limit_to_township, township_above
from products.page_editing.panels import address_of
from products.page_editing.texts import sentence, text_fields, text_of
from products.public_rows import pictures_of


class CheckedPageForm(WagtailAdminPageForm):
    """A page's form that refuses what may not go live when the page is to be published, submitted or approved.

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
        if not super().is_valid():
            return False
        return self.may_say_anything() or not (self.refuse_words() | self.refuse_pictures())

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
        for form in self.forms_kept():
            for field in text_fields(type(form.instance)):
                for finding in wording.findings([text_of(form.instance, field)], is_proven=is_proven):
                    form.add_error(field.name if field.name in form.fields else None, sentence(finding))
                    found.add(finding.word)
        rest = wording.findings(page.texts_to_check(), is_proven=is_proven)
        for finding in rest:
            if finding.word not in found:
                self.add_error(None, sentence(finding))
        return bool(found or rest)

    def refuse_pictures(self) -> bool:
        """Say at each picture that it may not be shown to visitors, and what to do."""
        refused = [
            (form, name, picture.why_not_shown)
            for form in self.forms_kept()
            for name, picture in pictures_of(form.instance)
            if not picture.may_be_published
        ]
        for form, name, why_not in refused:
            form.add_error(name if name in form.fields else None, why_not)
        return bool(refused)

    def forms_kept(self) -> Iterator[forms.ModelForm]:
        """This form, and those of the rows beside it that are there and stay."""
        yield self
        for name, formset in self.formsets.items():
            if name != "comments":
                yield from (form for form in formset.forms if form not in formset.deleted_forms and not is_blank(form))


def is_blank(form: forms.ModelForm) -> bool:
    return form.empty_permitted and not form.has_changed()
