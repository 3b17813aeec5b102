"""Accounts and rosters, for team leaders and staff: /people/ …, and one's own account."""

from django.urls import path

from livestreams.teams.people import account, office, persons, shops, teams

app_name = "people"
urlpatterns = [
    path("people/", teams.index, name="index"),
    path("people/teams/<slug:slug>/", teams.team, name="team"),
    path("people/teams/<slug:slug>/add/", teams.add_to_team, name="add_to_team"),
    path("people/teams/<slug:slug>/hand-over/", teams.hand_over_team, name="hand_over"),
    path("people/memberships/<int:pk>/end/", persons.end_membership, name="end_membership"),
    path("people/memberships/<int:pk>/role/", persons.change_membership, name="change_membership"),
    path("people/persons/<int:pk>/", persons.person, name="person"),
    path("people/persons/<int:pk>/link/", persons.link, name="link"),
    path("people/persons/<int:pk>/anonymise/", persons.make_anonymous, name="anonymise"),
    path("people/shops/", shops.shops, name="shops"),
    path("people/shops/<int:pk>/add/", shops.add_to_shop, name="add_to_shop"),
    path("people/operators/<int:pk>/end/", shops.end_operator, name="end_operator"),
    path("people/office/", office.office, name="office"),
    path("people/office/add/", office.add_to_office, name="add_to_office"),
    path("people/office/<int:pk>/end/", office.end_office, name="end_office"),
    path("my/account/", account.account, name="account"),
]
