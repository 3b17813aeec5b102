"""Why a file is refused whole, in one plain sentence each (contracts, section 2)."""

from typing import Any

from livestreams.sales.msgids import gettext_noop

TRANSLATED_PARAMS = ("platform", "export", "report")
"""Parameters that are themselves English msgids."""

SENTENCES: dict[str, str] = {
    "not_a_table": gettext_noop(
        "This file is not a table; hand in the csv or Excel file just as the platform exported it."
    ),
    "empty": gettext_noop("This file is empty; download it from the platform once more."),
    "no_rows": gettext_noop(
        "This file has headers but no orders; choose a period with orders and export it once more."
    ),
    "cut_off": gettext_noop("This file breaks off in the middle; download it from the platform once more."),
    "unknown_layout": gettext_noop(
        "This table is no order export that is known here; export the order list from the platform's back end "
        "and hand that in unchanged."
    ),
    "other_report": gettext_noop(
        "This file is the %(report)s, which is not read here; hand in this export instead: %(platform)s, %(export)s."
    ),
    "session_list": gettext_noop(
        "This file is a list of livestreams and holds no orders; hand it in under “Session lists”."
    ),
    "missing_columns": gettext_noop(
        "This %(platform)s export lacks the columns %(columns)s; export it once more with these columns ticked."
    ),
    "damaged_ids": gettext_noop(
        "A spreadsheet program has damaged the numbers in the column %(column)s; hand in the file as the platform "
        "exported it, without opening and saving it first."
    ),
    "order_dimension": gettext_noop(
        "This file has one row an order, with several items in it; hand in this export instead: "
        "%(platform)s, %(export)s."
    ),
    "too_many_rows": gettext_noop(
        "This workbook has more than %(limit)s rows; export it as csv, or a shorter period at a time."
    ),
    "bad_rows": gettext_noop("%(count)s rows cannot be read; correct them in the file, or take only the good rows."),
    "password_needed": gettext_noop("This workbook is locked; enter its password."),
    "wrong_password": gettext_noop("This password does not open the workbook; enter the one the platform gave."),
    "several_files": gettext_noop("This zip file holds several tables; unpack it and hand in one file at a time."),
    "locked_zip": gettext_noop("This zip file is locked; unpack it with its password and hand in the file inside."),
    "several_platforms": gettext_noop(
        "This workbook holds sheets of several platforms; hand in one file for each platform."
    ),
    "sheets_differ": gettext_noop(
        "The sheets of this workbook have different columns; hand in each sheet as a file of its own."
    ),
    "unknown_encoding": gettext_noop(
        "The characters of this file cannot be read; export it once more, as UTF-8 or as an Excel file."
    ),
    "too_large": gettext_noop("This file is too large; export a shorter period at a time."),
    "unreadable": gettext_noop(
        "This file could not be read; export it once more, and if that does not help tell whoever looks after the site."
    ),
}


class Refused(Exception):
    """A file is refused whole and nothing of it may be written.

    `code` names the reason, `params` fill its sentence; those in `TRANSLATED_PARAMS` are msgids to be translated first.
    `bad` lists the bad rows where the code is `bad_rows`.
    """

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
        self.bad: list[Any] = []

    def __str__(self) -> str:
        return SENTENCES.get(self.code, self.code) % self.params
