"""Addresses of the door. Wagtail's own names for it lead here too."""

from django.urls import path

from zhunong.access.sign_in.views import OneTimeLinkView, SignInView, SignOutView, from_admin

urlpatterns = [
    path("sign-in/", SignInView.as_view(), name="sign_in"),
    path("sign-in/link/<path:key>", OneTimeLinkView.as_view(), name="one_time_link"),
    path("sign-out/", SignOutView.as_view(), name="sign_out"),
    path("admin/login/", from_admin, name="wagtailadmin_login"),
    path("admin/logout/", SignOutView.as_view(), name="wagtailadmin_logout"),
]
