from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from hub.organisations.forms import OrganisationCreationForm
from hub.organisations.models import Organisation
from hub.rights.models import Role
from hub.rights.owned import CountyOwnedPolicy, OwnObjectsMixin

register_permission_policy(Organisation, CountyOwnedPolicy(Organisation, (Role.ADMINISTRATORS, Role.EDITORS)))


class OrganisationChooserViewSet(SnippetChooserViewSet):
    """Makes an organisation where one is chosen, too."""

    creation_form_class = OrganisationCreationForm


class OrganisationViewSet(OwnObjectsMixin, SnippetViewSet):
    model = Organisation
    chooser_viewset_class = OrganisationChooserViewSet
    icon = "group"
    add_to_admin_menu = True
    menu_label = _("Organisations")
    menu_order = 250
    list_display = ["__str__", Column("get_kind_display", label=_("kind of organisation"), sort_key="kind"), "website"]
    list_filter = ["kind"]


register_snippet(OrganisationViewSet)
