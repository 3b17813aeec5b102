"""Pages that stand on top of all rooms, and what every page's footer says."""

from zhunong.pages.models.centre import CentrePage, HallPage
from zhunong.pages.models.details import SiteDetails
from zhunong.pages.models.home import HomePage
from zhunong.pages.models.news import NewsIndexPage, NewsPage
from zhunong.pages.models.sections import SectionPage
from zhunong.pages.models.teams import TeamPage
from zhunong.pages.models.texts import TextPage
from zhunong.pages.models.training import TrainingDay, TrainingPage
from zhunong.pages.models.villages import VillagePage

__all__ = [
    "CentrePage",
    "HallPage",
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "SectionPage",
    "SiteDetails",
    "TeamPage",
    "TextPage",
    "TrainingDay",
    "TrainingPage",
    "VillagePage",
]
