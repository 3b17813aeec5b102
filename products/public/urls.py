"""Behind the code on a box: /b/<code>/."""

from django.urls import URLPattern, path

from products.public import batches

app_name = "products_public"
urlpatterns: list[URLPattern] = [path("b/<slug:code>/", batches.batch, name="batch")]
