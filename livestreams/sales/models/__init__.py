"""What came of it: order files, what they said, the lines folded from that, and totals."""

from livestreams.sales.models.claims import Claim
from livestreams.sales.models.imports import ImportEvent, OrderImport, SightingChunk, StagedRow
from livestreams.sales.models.lines import Line, Listing, ShareSet, StagedLine
from livestreams.sales.models.totals import DailyTotal, MonthlyTotal

__all__ = [
    "Claim",
    "DailyTotal",
    "ImportEvent",
    "Line",
    "Listing",
    "MonthlyTotal",
    "OrderImport",
    "ShareSet",
    "SightingChunk",
    "StagedLine",
    "StagedRow",
]
