"""One form field for each kind of column: choices where the column names other rows, a number a party for shares."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from livestreams.sales.staff.tables.telling import LABELS
from livestreams.teams.models import Account, Team
from products.models import Product, Sku
from products.platforms import platform_choices, platform_name
from products.shares import format_shares
from zhunong.access.models import User
from zhunong.places.models import Township, Village

Choices = list[tuple[str, str]]
HELP = {
    "slug": _("Latin letters, digits, - and _; stands in addresses and tables, and never changes"),
    "account_id": _("as the platform writes it, e.g. in 达人ID"),
    "valid_from": _("blank = since ever"),
    "valid_to": _("the first day no longer in it; blank = open"),
    "ended_at": _("the first moment no longer in it"),
    "net_weight_g": _("in grams; 5 jin are 2500"),
    "villages": _("none = the whole township"),
    "code": _("the merchant's code, the platform's product id, or “product id|specification”"),
    "shares": _("whole per cents, 100 together; leave the others blank"),
    "teams": _("whole per cents, 100 together; leave the others blank"),
}
CODE_OF_OURS = _("our own code of this pack; our offline sheet uses it; it never changes")


class SharesWidget(forms.MultiWidget):
    """A small number for each party."""

    template_name = "sales/tables/shares.html"

    def __init__(self, parties: Choices) -> None:
        self.parties = parties
        box = {"inputmode": "numeric", "min": 1, "max": 100, "step": 1}
        super().__init__({slug: forms.NumberInput(attrs=box | {"aria-label": name}) for slug, name in parties})

    def decompress(self, value: dict[str, int] | None) -> list[int | None]:
        return [(value or {}).get(slug) for slug, _name in self.parties]

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        boxes = context["widget"]["subwidgets"]
        context["parties"] = [(label, box) for (_slug, label), box in zip(self.parties, boxes, strict=True)]
        return context


class SharesField(forms.MultiValueField):
    """`{slug: per cent}` of the boxes that are filled in, as the table writes it."""

    def __init__(self, parties: Choices, **options: Any) -> None:
        self.parties = parties
        boxes = [forms.IntegerField(required=False) for _party in parties]
        super().__init__(boxes, widget=SharesWidget(parties), require_all_fields=False, **options)

    def compress(self, values: list[int | None]) -> str:
        named = zip(self.parties, values, strict=False)
        return format_shares({slug: percent for (slug, _name), percent in named if percent})


def named_rows(model: Any, user: User, key: str = "slug", name: str = "name") -> Choices:
    return list(model.objects.workable_by(user).order_by(name).values_list(key, name))


def sku_choices(user: User) -> Choices:
    rows = Sku.objects.workable_by(user).order_by("product__name", "net_weight_g")
    return [(code, f"{name} ({code})") for code, name in rows.values_list("code", "name")]


def account_choices(user: User) -> Choices:
    """`platform:account_id` of every account."""
    return told_accounts(Account.objects.workable_by(user))


def shop_choices(user: User) -> Choices:
    """Any shop of a platform, then each shop."""
    any_shop = str(_("%(platform)s · any shop"))
    each_platform = [(f"{code}:", any_shop % {"platform": name}) for code, name in platform_choices()]
    return each_platform + told_accounts(Account.objects.workable_by(user).shops())


def told_accounts(accounts: QuerySet) -> Choices:
    rows = accounts.order_by("platform", "nickname").values_list("platform", "account_id", "nickname")
    return [
        (f"{platform}:{account_id}", f"{platform_name(platform)} · {nickname} ({account_id})")
        for platform, account_id, nickname in rows
    ]


def choice(choices: Iterable, blank: Any = None, **options: Any) -> forms.ChoiceField:
    """A list to choose from, beginning with nothing chosen, unless there is only one."""
    found = list(choices)
    if blank is not None or len(found) != 1:
        found = [("", blank or "—"), *found]
    return forms.ChoiceField(choices=found, **options)


def day_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def moment_input() -> forms.DateTimeInput:
    return forms.DateTimeInput(attrs={"type": "datetime-local", "step": 1}, format="%Y-%m-%dT%H:%M:%S")


MAKERS: dict[str, Callable[[User, dict], forms.Field]] = {
    "township": lambda user, options: choice(named_rows(Township, user), **options),
    "villages": lambda user, options: forms.MultipleChoiceField(
        choices=named_rows(Village, user), widget=forms.CheckboxSelectMultiple, **options
    ),
    "shares": lambda user, options: SharesField(named_rows(Village, user), **options),
    "team": lambda user, options: choice(named_rows(Team, user), blank=_("unclaimed"), **options),
    "teams": lambda user, options: SharesField(named_rows(Team, user), **options),
    "product": lambda user, options: choice(named_rows(Product, user), **options),
    "sku": lambda user, options: choice(sku_choices(user), **options),
    "platform": lambda user, options: choice(platform_choices(), **options),
    "kind": lambda user, options: choice(Account.Kind.choices, **options),
    "category": lambda user, options: choice(Product.Category.choices, **options),
    "account": lambda user, options: choice(account_choices(user), **options),
    "shop": lambda user, options: choice(shop_choices(user), **options),
    "valid_from": lambda user, options: forms.DateField(widget=day_input(), **options),
    "valid_to": lambda user, options: forms.DateField(widget=day_input(), **options),
    "started_at": lambda user, options: forms.DateTimeField(widget=moment_input(), **options),
    "ended_at": lambda user, options: forms.DateTimeField(widget=moment_input(), **options),
    "net_weight_g": lambda user, options: forms.IntegerField(min_value=0, **options),
}


def field_for(name: str, user: User, required: bool, **options: Any) -> forms.Field:
    """The field of a column, or of `account` and `shop`, which stand for platform and account id together."""
    label = {"account": _("account"), "shop": _("shop")}.get(name) or _(LABELS[name])
    settings = {"label": label, "help_text": HELP.get(name, ""), "required": required} | options
    if name in MAKERS:
        return MAKERS[name](user, settings)
    return forms.CharField(max_length=200, **settings)
