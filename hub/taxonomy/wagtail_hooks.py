from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from hub.taxonomy.models import Place, TargetGroup, Term, Topic


def view_set(term: type[Term], icon_name: str) -> type[SnippetViewSet]:
    class TermViewSet(SnippetViewSet):
        model = term
        icon = icon_name
        list_display = ["__str__", "slug"]
        panels: list[Panel] = term.panels

    return TermViewSet


class Taxonomy(SnippetViewSetGroup):
    menu_label = _("Taxonomy")
    menu_icon = "tag"
    items = (view_set(Topic, "tag"), view_set(TargetGroup, "group"), view_set(Place, "site"))


register_snippet(Taxonomy)
