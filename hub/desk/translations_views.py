"""The translations of one page: how far each is, who decided that one is not needed, which minor edits there were."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.widgets import HeaderButton
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from hub.desk.cells import Cell, State, cell_of, in_order, reasons_for, target_languages
from hub.desk.coverage import Doors
from hub.internals.localize_views import next_page
from hub.internals.wagtail_rights import readable_pages
from hub.languages import label
from hub.plugins import COUNTY, kinds
from hub.translations import decisions, minor_edits
from hub.translations.models import Coverage, MinorEdit, NotNeeded
from hub.translations.sources import source_of

LISTED = 20  # minor edits


class NotNeededForm(forms.ModelForm):
    """Why a page needs no translation into `language`."""

    class Meta:
        model = NotNeeded
        fields = ["reason"]
        widgets = {"reason": forms.TextInput}

    def __init__(self, language: str, data: Any = None) -> None:
        super().__init__(data, auto_id=f"id_{language}_%s", initial={"reason": ""})
        self.fields["reason"].label = _("Not needed, because …")


def page_translations(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show how far a page is translated, and take the decision that a translation is not needed, or is after all.

    Raises Http404 for pages that the user may not read; those of a translation are its source's.
    """
    source = source_or_404(request.user, page_id)
    if source.pk != page_id:
        return redirect("hub_page_translations", source.pk)
    may_decide = source.permissions_for_user(request.user).can_edit()
    refused: dict[str, NotNeededForm] = {}
    if request.method == "POST":
        if not may_decide:
            raise PermissionDenied
        refused = decide(request, source)
        if not refused:
            return redirect("hub_page_translations", source.pk)
    doors = Doors({source.pk: source.path}, request.user)
    reasons = reasons_for([source.translation_key])
    lines: list[dict[str, Any]] = [
        {
            "cell": cell,
            "since": cell.row.since,
            "form": refused.get(cell.row.locale) or NotNeededForm(cell.row.locale),
            "may_decide": may_decide and is_undecided(cell.row),
            "may_withdraw": may_decide and cell.row.state == State.NOT_NEEDED,
        }
        for cell in cells(source, doors, reasons)
    ]
    edits = MinorEdit.objects.filter(translation_key=source.translation_key).exclude(changes={})
    return render(
        request,
        "hub_desk/page_translations.html",
        {
            **header(source, may_decide),
            "page": source,
            "lines": lines,
            "edits": edits.select_related("user").order_by("-created_at")[:LISTED],
            "may_take_back": source.permissions_for_user(request.user).can_publish(),
            "is_published": bool(lines) and lines[0]["cell"].row.pk is not None,
        },
    )


def header(source: Page, may_edit: bool) -> dict[str, Any]:
    """Return what the head of Wagtail's own screens shows: where the page is, and the ways from here."""
    title = source.get_admin_display_title()
    edit, explore = (reverse(f"wagtailadmin_{name}", args=[source.pk]) for name in ("pages:edit", "explore"))
    ways = [(_("Edit page"), edit, "edit")] if may_edit else []
    ways += [(_("State of all translations"), reverse("hub_coverage"), "table")]
    return {
        "header_title": _("Translations of “%(title)s”") % {"title": title},
        "header_icon": "wagtail-localize-language",
        "breadcrumbs_items": [
            {"url": explore, "label": title},
            {"url": "", "label": _("Translations"), "sublabel": title},
        ],
        "header_buttons": [HeaderButton(label=text, url=url, icon_name=icon) for text, url, icon in ways],
    }


def source_or_404(user: Any, page_id: int) -> Page:
    """Return the source of a page that `user` may read. Raises Http404 for pages that are in no county."""
    page = get_object_or_404(readable_pages(user).select_related("locale"), pk=page_id)
    if county_of(page) is None:
        raise Http404
    return source_of(page) or page


def county_of(page: Page) -> Page | None:
    models = tuple(kind.model_class for kind in kinds.with_role(COUNTY))
    return page.get_ancestors(inclusive=True).type(models).first()


def cells(source: Page, doors: Doors, reasons: dict) -> list[Cell]:
    """Return a cell for each language; those of a page that is not published yet say that nothing is measured."""
    rows = list(Coverage.objects.filter(source=source, locale__in=target_languages()))
    if not rows:
        rows = unmeasured(source)
    return in_order([cell_of(row, doors, reasons) for row in rows])


def unmeasured(source: Page) -> list[Coverage]:
    """Return rows that are not stored for the languages of the county, with the drafts there are."""
    county: Any = county_of(source)
    offered = set(county.specific.languages) - {source.locale.language_code}
    drafts = source.get_translations().filter(alias_of=None).values_list("locale__language_code", "pk")
    pages = dict(drafts)
    return [
        Coverage(
            translation_key=source.translation_key,
            locale=language,
            source=source,
            page_id=pages.get(language),
            state=State.IN_WORK if language in pages else State.MISSING,
        )
        for language in target_languages()
        if language in offered
    ]


def is_undecided(row: Coverage) -> bool:
    """Say whether somebody may decide that a translation is not needed: there is no public one."""
    return row.pk is not None and row.state in (State.MISSING, State.IN_WORK)


def decide(request: HttpRequest, source: Page) -> dict[str, NotNeededForm]:
    """Store what an editor has decided; return the form that lacks a reason, by its language.

    Raises Http404 for a language in which there is nothing to decide.
    """
    language = request.POST.get("language", "")
    row = get_object_or_404(Coverage, source=source, locale=language)
    if "needed" in request.POST:
        decisions.withdraw(source, language, request.user)
        messages.success(request, _("%(language)s: a translation is needed after all.") % {"language": label(language)})
        return {}
    if not is_undecided(row):
        raise Http404
    form = NotNeededForm(language, request.POST)
    if not form.is_valid():
        return {language: form}
    decisions.decide(source, language, form.cleaned_data["reason"], request.user)
    messages.success(request, _("%(language)s: no translation is needed.") % {"language": label(language)})
    return {}


@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the texts of a minor edit ask for a translation after all; for those who may publish the source page."""
    edit = get_object_or_404(MinorEdit, pk=pk)
    page = readable_pages(request.user).filter(translation_key=edit.translation_key).first()
    if page is None:
        raise Http404
    source = source_of(page) or page
    if not source.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    minor_edits.take_back(edit, request.user)
    messages.success(request, _("Taken back: the changed texts now wait for their translations."))
    if "next" in request.POST:
        return next_page(request)
    return redirect("hub_page_translations", source.pk)


def instead_of_submitting(request: HttpRequest, page_id: int) -> HttpResponse:
    """Lead from where wagtail-localize submits a page to its translations."""
    return redirect("hub_page_translations", source_or_404(request.user, page_id).pk)


def instead_of_syncing(request: HttpRequest, translation_source_id: int) -> HttpResponse:
    """Lead from where wagtail-localize hands over changed texts, which happens by itself, to the translations."""
    key = get_object_or_404(TranslationSource, pk=translation_source_id).object_id
    page = get_object_or_404(readable_pages(request.user).filter(translation_key=key).order_by("pk")[:1])
    return redirect("hub_page_translations", page.pk)
