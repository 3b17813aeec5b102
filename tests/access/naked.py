"""A viewset and a chooser without row scope, to see the tests see them. Never part of the site."""

from django.urls import include, path
from wagtail.admin.auth import require_admin_access
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.utils.urlpatterns import decorate_urlpatterns

from livestreams.teams.models import Team
from zhunong.urls import urlpatterns as own


class NakedViewSet(ModelViewSet):
    model = Team
    form_fields = ["name"]
    inspect_view_enabled = True
    list_filter = ["township"]


class NakedChooser(ChooserViewSet):
    model = Team
    register_widget = False


naked, naked_chooser = NakedViewSet("naked"), NakedChooser("naked_chooser")
bare = [path(f"admin/{each.name}/", include((each.get_urlpatterns(), each.name))) for each in (naked, naked_chooser)]
urlpatterns = [*decorate_urlpatterns(bare, require_admin_access), *own]
