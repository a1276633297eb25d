"""The way into the admin and to its pages, and what is left of plugins that were uninstalled."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages
from wagtail.models import Locale, Page

from hub.desk import weekly_mail
from hub.desk.coverage import languages_of, open_draft
from hub.desk.my_list import PER_PAGE, Item, amount, is_only_translator, totals_of, waiting
from hub.desk.orphans import DELETED_AT_ONCE, delete_orphans, orphaned_types
from hub.internals.wagtail_admin import PageExplorerView, PageSearchView
from hub.internals.wagtail_rights import own_pages, readable_pages
from hub.languages import label
from hub.logins.views import HubAdminLoginView
from hub.translations.sources import is_source, source_pages

LISTED = 50  # pages named of each kind


def orphans(request: HttpRequest) -> HttpResponse:
    """List the pages whose plugin is missing, and delete those of one kind; administrators of the hub alone."""
    if not request.user.is_superuser:
        raise PermissionDenied
    if request.method == "POST":
        chosen = [item for item in orphaned_types() if str(item.pk) == request.POST.get("type")]
        count = sum(delete_orphans(item, request.user) for item in chosen)
        text = ngettext("%(count)d page deleted.", "%(count)d pages deleted.", count)
        messages.success(request, text % {"count": count})
        return redirect("hub_orphans" if orphaned_types() else "wagtailadmin_home")
    kinds = []
    for content_type in orphaned_types():
        pages = Page.objects.filter(content_type=content_type).order_by("path")
        kinds.append((content_type, pages.count(), pages.select_related("locale")[:LISTED]))
    return render(request, "hub_desk/orphans.html", {"kinds": kinds, "at_once": DELETED_AT_ONCE})


@require_POST
def translate(request: HttpRequest, page_id: int, language: str) -> HttpResponse:
    """Lead a translator to a page in a language; its draft is made when it is first opened."""
    source = get_object_or_404(readable_pages(request.user), pk=page_id)
    try:
        page = open_draft(source, language, request.user)
    except (Locale.DoesNotExist, ValueError) as error:
        raise Http404 from error
    if page.permissions_for_user(request.user).can_edit():
        return redirect("hub_desk", page.pk)
    names = {"title": source.get_admin_display_title(), "language": label(language)}
    messages.success(request, _("“%(title)s” now waits for its translators (%(language)s).") % names)
    return redirect("hub_page_translations", source.pk)


class Search(PageSearchView):
    """Finds source pages, also by the titles of their translations."""

    def search_among(self, pages: QuerySet[Page]) -> QuerySet[Page]:
        return pages.filter(pk__in=source_pages())


class Explorer(PageExplorerView):
    """Finds source pages; below a translation, where each page stands once, the pages of its language."""

    def search_among(self, pages: QuerySet[Page]) -> QuerySet[Page]:
        if self.is_searching_whole_tree or is_source(self.parent_page):
            return pages.filter(pk__in=source_pages())
        return pages


def my_translations(request: HttpRequest) -> HttpResponse:
    """List what waits for a translator, in one of their languages or in all."""
    languages = languages_of(request.user)
    rows = waiting(request.user)
    language = request.GET.get("language")
    if language in languages:
        rows = rows.filter(locale=language)
    totals = totals_of(rows)
    paginator = Paginator(rows, PER_PAGE)
    paginator.count = totals["pages"]  # known: it need not ask
    page = paginator.get_page(request.GET.get("p"))
    values = {
        "languages": [(code, label(code)) for code in languages],
        "language": language,
        "page": page,
        "items": [Item(row) for row in page],
        "amount": amount(**totals),
        "weekly_mail": weekly_mail.is_on(request.user),
    }
    return render(request, "hub_desk/my_list.html", values)


@require_POST
def switch_weekly_mail(request: HttpRequest) -> HttpResponse:
    """Let a translator get the weekly e-mail, or none."""
    weekly_mail.switch(request.user, on="on" in request.POST)
    return redirect("hub_my_translations")


@csrf_exempt  # the token says who asks: mail programs send the POST without a cookie
@require_http_methods(["GET", "HEAD", "POST"])
def decline_weekly_mail(request: HttpRequest, token: str) -> HttpResponse:
    """Ask a translator who follows the link of a weekly e-mail, without a login, and have no more sent."""
    user = weekly_mail.user_of(token)
    if user is None:
        raise Http404
    if request.method == "POST":
        weekly_mail.switch(user, on=False)
    return render(request, "hub_desk/decline_weekly_mail.html", {"done": request.method == "POST"})


class LoginView(HubAdminLoginView):
    """The admin's login: it leads translators to their list, and others who work for one county to its pages."""

    def get_success_url(self) -> str:
        address = self.get_redirect_url()
        # Wagtail's form asks for the start page where nobody has asked for another one.
        return first_address(self.request.user) if address in ("", reverse("wagtailadmin_home")) else address


def first_address(user: Any) -> str:
    """Return where `user` works: a translator's list, the one page that has translations, else the start page."""
    if is_only_translator(user):
        return reverse("hub_my_translations")
    pages = [] if user.is_superuser else own_pages(user)
    if len({page.translation_key for page in pages}) != 1:
        return reverse("wagtailadmin_home")
    page = next((page for page in pages if page.locale.language_code == settings.LANGUAGE_CODE), pages[0])
    return reverse("wagtailadmin_explore", args=[page.pk])
