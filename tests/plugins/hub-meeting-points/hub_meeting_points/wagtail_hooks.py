from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from hub_meeting_points.models import Facility


class FacilityViewSet(SnippetViewSet):
    model = Facility
    icon = "home"
    add_to_admin_menu = True


register_snippet(FacilityViewSet)


@hooks.register("insert_global_admin_css")
def admin_style():
    return format_html('<link rel="stylesheet" href="{}">', static("hub_meeting_points/admin.css"))
