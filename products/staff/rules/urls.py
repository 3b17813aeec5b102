"""Addresses of the rules beside their viewsets'."""

from django.urls import path

from products.access import TRY_WORDS
from products.staff.rules.try_words import TryWords
from zhunong.access.desk import needs

urlpatterns = [path("try-words/", needs(TRY_WORDS)(TryWords.as_view()), name="try_words")]
