"""The metrics of a session (commerce.md, section 3).

Where several definitions are in use, ours is the one here, and screens print its note (统计口径) beside the number.
"""

from livestreams.sessions.glossary_money import AFTERWARDS, MONEY
from livestreams.sessions.glossary_traffic import GOODS, INTERACTION, TRAFFIC
from livestreams.sessions.metric_kinds import Agg, Metric

__all__ = ["AFTERWARDS", "BY_NAME", "GOODS", "INTERACTION", "METRICS", "MONEY", "TRAFFIC", "Agg", "Metric"]

METRICS = (*TRAFFIC, *INTERACTION, *GOODS, *MONEY, *AFTERWARDS)
BY_NAME = {metric.name: metric for metric in METRICS}
