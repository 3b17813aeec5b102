"""Reading of order files (contracts, section 2)."""

from livestreams.sales.reading.bad_rows import BAD_REASONS, BadRow, Summary
from livestreams.sales.reading.exported import exported_at_from_name
from livestreams.sales.reading.order_file import OrderFile
from livestreams.sales.reading.refusal import SENTENCES, TRANSLATED_PARAMS, Refused

__all__ = [
    "BAD_REASONS",
    "SENTENCES",
    "TRANSLATED_PARAMS",
    "BadRow",
    "OrderFile",
    "Refused",
    "Summary",
    "exported_at_from_name",
]
