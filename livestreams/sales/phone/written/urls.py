"""Addresses of 记一笔 below /my/sales/."""

from django.urls import path

from livestreams.sales.phone.written import views

urlpatterns = [
    path("write-down/", views.write_down, name="write_down"),
    path("written/", views.written, name="written"),
    path("written/<int:pk>/", views.sale_page, name="sale"),
    path("written/<int:pk>/correct/", views.correct, name="correct_sale"),
    path("written/<int:pk>/withdraw/", views.withdraw, name="withdraw_sale"),
    path("written/<int:pk>/proof/", views.proof, name="proof"),
]
