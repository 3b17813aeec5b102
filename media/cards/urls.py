from django.urls import path

from media.cards.views import card

urlpatterns = [path("cards/<slug:card>.jpg", card, name="card")]
