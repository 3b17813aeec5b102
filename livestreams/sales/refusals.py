"""Why a file or an act is refused, in the reader's language."""

from django.utils.translation import gettext, gettext_noop

from livestreams.sales.reading import SENTENCES as READING_SENTENCES
from livestreams.sales.reading import TRANSLATED_PARAMS, Refused

SENTENCES = READING_SENTENCES | {
    "other_shop": gettext_noop(
        "Row %(row)s is an order line that another shop has already brought; choose the shop that this file comes from."
    ),
    "file_of_other_shop": gettext_noop("This very file was handed in for the shop “%(shop)s”; choose that shop."),
    "unknown_shop": gettext_noop(
        "There is no %(platform)s account with the id %(account)s; enter the shop among the accounts first."
    ),
    "no_shop": gettext_noop("No %(platform)s shop is entered yet; enter the shop among the accounts first."),
    "which_shop": gettext_noop("Several %(platform)s shops are entered; say which one the file is of: %(shops)s."),
    "shops_at_once": gettext_noop(
        "Another shop has brought one of these order lines this very moment; hand the file in again."
    ),
    "exported_when": gettext_noop("Write the time of the export like 2026-06-02 09:00:00."),
    "interrupted": gettext_noop("Reading was interrupted; nothing was changed. Hand the file in again."),
    "not_applied": gettext_noop("Import %(id)s does not count at present, so there is nothing to undo."),
    "not_undone": gettext_noop("Import %(id)s is not undone, so there is nothing to take back."),
    "already_in": gettext_noop("The same file as import %(id)s counts already; there is nothing to take back."),
    "counts_already": gettext_noop("This very file is in already, as import %(id)s; there is nothing left to do."),
    "failed": gettext_noop("Something went wrong; nothing was changed. Try once more."),
    "no_import": gettext_noop("There is no import %(id)s."),
}


def explain(refused: Refused) -> str:
    """The plain sentence that says what is wrong and what to do."""
    return explain_code(refused.code, refused.params)


def explain_code(code: str, params: dict) -> str:
    """The sentence of a refusal kept by code and parameters."""
    texts = {name: gettext(value) if value and name in TRANSLATED_PARAMS else value for name, value in params.items()}
    return gettext(SENTENCES[code]) % texts
