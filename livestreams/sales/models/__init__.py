"""What came of it: order files, what they said, the lines folded from that, and totals."""

from livestreams.sales.models.claims import Claim
from livestreams.sales.models.corrections import Correction
from livestreams.sales.models.credit_requests import CreditRequest
from livestreams.sales.models.imports import ImportEvent, OrderImport, SightingChunk, StagedRow
from livestreams.sales.models.lines import Line, Listing, ShareSet, StagedLine
from livestreams.sales.models.manual_sales import ManualSale, ManualSaleEvent
from livestreams.sales.models.records import RecordedChange, WordNote
from livestreams.sales.models.totals import DailyTotal, MonthlyTotal

__all__ = [
    "Claim",
    "Correction",
    "CreditRequest",
    "DailyTotal",
    "ImportEvent",
    "Line",
    "Listing",
    "ManualSale",
    "ManualSaleEvent",
    "MonthlyTotal",
    "OrderImport",
    "RecordedChange",
    "ShareSet",
    "SightingChunk",
    "StagedLine",
    "StagedRow",
    "WordNote",
]
