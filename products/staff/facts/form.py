"""The form of a product's facts: the product's own fields, its packs, and all that hangs on it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from products.models import Product, Sku
from products.page_editing.texts import sentence
from products.selenium import has_proof
from products.staff.facts.own import Own
from products.wording import rules_read_once, wording_on


class PacksField(forms.ModelMultipleChoiceField):
    """Packs of one product, told with their code."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, pack: Any) -> str:
        return f"{pack.name} ({pack.code})"


def packs_field(label: Any) -> PacksField:
    return PacksField(queryset=Sku.objects.none(), required=False, label=label)


class ProductFactsForm(WagtailAdminModelForm):
    """What the office writes of a product. Names, packs and shares of villages are written at the tables."""

    shown_packs = packs_field(_("packs shown to visitors"))
    seasonal_packs = packs_field(_("packs that ship in season only"))
    FLAGS = {"shown_packs": "is_shown", "seasonal_packs": "is_seasonal"}

    class Meta:
        model = Product
        fields = ["local_name", "variety", "area_mu", "area_is_at_least", "area_source"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Own(self.instance)
        for formset in self.formsets.values():
            formset.form_kwargs["own"] = own
        for name, flag in self.FLAGS.items():
            packs: QuerySet = own.querysets["sku"]
            self.fields[name].queryset = packs
            self.initial[name] = [pack.pk for pack in packs if getattr(pack, flag)]

    def is_valid(self) -> bool:
        with rules_read_once():
            return super().is_valid()

    def clean_shown_packs(self) -> QuerySet:
        """What visitors will read of a pack is its name, which is written at the tables."""
        packs, today = self.cleaned_data["shown_packs"], timezone.localdate()
        found = wording_on(today).findings([pack.name for pack in packs], is_proven=has_proof(self.instance, today))
        if found:
            raise ValidationError([sentence(finding) for finding in found])
        return packs

    def clean(self) -> dict[str, Any] | None:
        """Two seasons of all villages in one year are one too many."""
        given = super().clean()
        if "seasons" in self.formsets:
            self.refuse_twin_seasons()
        return given

    def refuse_twin_seasons(self) -> None:
        """The database refuses them too; here it is said at the field."""
        seen: set[int] = set()
        seasons = self.formsets["seasons"]
        for form in seasons.forms:
            if not form.is_valid() or form in seasons.deleted_forms or form.cleaned_data.get("village"):
                continue
            year = form.cleaned_data.get("year")
            if year in seen:
                form.add_error("year", _("There is a season of all villages for this year already."))
            elif year:
                seen.add(year)

    def save(self, commit: bool = True) -> Product:
        product = super().save(commit)
        for name, flag in self.FLAGS.items():
            self.keep_flags(flag, {pack.pk for pack in self.cleaned_data.get(name, ())})
        return product

    def keep_flags(self, flag: str, ticked: set[int]) -> None:
        """Each pack saved by itself, so that whoever watches packs hears of it."""
        for pack in self.instance.skus.all():
            if getattr(pack, flag) != (pack.pk in ticked):
                setattr(pack, flag, pack.pk in ticked)
                pack.save(update_fields=[flag])
