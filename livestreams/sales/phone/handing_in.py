"""Handing in on the phone: the office's own process for one's own shops, with light templates."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt

from livestreams.sales.scopes import OWN
from livestreams.sales.staff.access import HAND_IN
from livestreams.sales.staff.handing_in import decision_views, hand_in_views, import_views
from livestreams.sales.staff.handing_in.forms import HandInForm
from livestreams.sales.staff.handing_in.pages import Counter
from livestreams.sales.staff.handing_in.showing import Shown
from zhunong.access.doors import View, open_to

NOT_YOURS = gettext_lazy(
    "This file is not from a shop of yours; hand in your own shops' files, or have the township's staff enter you for "
    "this shop."
)
COUNTED_ELSEWHERE = gettext_lazy(
    "This very file was handed in for another shop; if that one is yours too, choose it and hand the file in again."
)
OWN_SENTENCES = {"no_shop": NOT_YOURS, "file_of_other_shop": COUNTED_ELSEWHERE}


class OwnHandInForm(HandInForm):
    """Offers one's own shops only; a shop that is not in the list is somebody else's."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["files"].help_text = _("csv, Excel or zip, as the platform exported it. Several at once are fine.")
        self.fields["shop"].help_text = _("Leave it to the site; where it cannot know, it asks you.")
        self.fields["shop"].error_messages["invalid_choice"] = _("That shop is not yours; choose one of your own.")


class OwnShown(Shown):
    """An order file as its shop's people see it: other shops are not named to them."""

    @cached_property
    def refusal(self) -> str:
        code = (self.file.refusal or {}).get("code", "")
        return str(OWN_SENTENCES[code]) if code in OWN_SENTENCES else super().refusal


class PhoneCounter(Counter):
    def frame(self, title: str, *_office: Any) -> dict[str, Any]:
        return {"title": title, "section": "hand_in"}


PHONE = PhoneCounter(OWN, "my_sales", "sales/phone", OwnHandInForm, OwnShown)


def own(view: View) -> View:
    """The office's view for one's own shops; visitors are sent to the sign-in."""

    def at_the_phone(request: HttpRequest, **kwargs: Any) -> Any:
        return view(request, **kwargs, counter=PHONE)

    return open_to(HAND_IN)(at_the_phone)


hand_in = csrf_exempt(own(hand_in_views.hand_in))
"""Checked for CSRF inside, once its upload handler is set."""
hand_in_files = own(hand_in_views.hand_in_files)
confirm_files = own(hand_in_views.confirm_files)
imports = own(import_views.imports)
import_page = own(import_views.import_page)
bad_rows = own(import_views.bad_rows)
offline_template = own(import_views.offline_template)
tell_shop = own(decision_views.tell_shop)
confirm = own(decision_views.confirm)
discard_file = own(decision_views.discard_file)
