from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import Panel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from hub.taxonomy.models import Place, TargetGroup, Term, Topic


def view_set(term: type[Term], icon_name: str) -> type[SnippetViewSet]:
    class TermViewSet(SnippetViewSet):
        model = term
        icon = icon_name
        panels: list[Panel] = term.panels

    return TermViewSet


class Taxonomy(SnippetViewSetGroup):
    menu_label = _("Taxonomy")
    menu_icon = "tag"
    items = (view_set(Topic, "tag"), view_set(TargetGroup, "group"), view_set(Place, "site"))


register_snippet(Taxonomy)


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def tell_shared_postal_codes(request: HttpRequest, instance: object) -> None:
    """Tell the editor of a place whose postal codes stand at other places, too: it may be right, or a slip."""
    shared = instance.shared_codes() if isinstance(instance, Place) else []
    if shared:
        pairs = ", ".join(f"{code} ({place})" for code, place in shared)
        text = gettext("Other places have these postal codes, too: %(pairs)s. Visitors are asked where they live.")
        messages.info(request, text % {"pairs": pairs})
