import datetime

import pytest
from django.utils import timezone


@pytest.fixture
def now() -> datetime.datetime:
    """On a quarter of an hour, so that lengths are round."""
    moment = timezone.localtime().replace(second=0, microsecond=0)
    return moment - datetime.timedelta(minutes=moment.minute % 15)
