"""The screen of the desk and the small requests that it makes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db.models import Count, Max
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from hub.desk.coverage import open_draft
from hub.desk.models import AcceptedHint
from hub.desk.my_list import totals_of, translated_by, waiting
from hub.desk.translator import presence, questions
from hub.desk.translator.hints import hints
from hub.desk.translator.interface import KEYS, MESSAGES
from hub.desk.translator.memory import equal_texts
from hub.desk.translator.publishing import (
    NotPublished,
    page_with_words,
    publish_words,
    submit_to_workflow,
)
from hub.desk.translator.saving import Conflict, Place, place_of, save_words
from hub.desk.translator.suggestions import Query, suggest
from hub.desk.translator.texts import Section, Text, accepted_hints, sections_of, shown, texts_of, version_of
from hub.internals.localize import untranslated_paths
from hub.internals.wagtail_rights import readable_pages
from hub.languages import direction, label
from hub.publications.wagtail_hooks import tell_of_failure
from hub.translations.handover import hand_over_page
from hub.translations.lengths import length_limit, source_model
from hub.translations.models import Coverage, HandOver
from hub.translations.sources import source_of
from hub.translations.state import active_translation

logger = logging.getLogger(__name__)

MAX_LENGTH = 20_000  # of the words of one text


@dataclass(frozen=True)
class Desk:
    """A translation, page by page and text by text, before somebody who may edit it."""

    page: Any
    translation: Translation
    user: Any

    @property
    def language(self) -> str:
        return self.translation.target_locale.language_code

    @property
    def source_language(self) -> str:
        return self.translation.source.locale.language_code

    @property
    def key(self) -> Any:
        return self.page.translation_key

    def may_publish(self) -> bool:
        return self.page.permissions_for_user(self.user).can_publish()


class Elsewhere(PermissionDenied):
    """A page that is locked, or that has words of its own: Wagtail's editor says so, or edits them."""


def page_to_edit(user: Any, page_id: int) -> Any:
    page = get_object_or_404(readable_pages(user), pk=page_id).specific
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    return page


def desk_of(user: Any, page_id: int) -> Desk:
    """Return the desk for a page that is translated text by text, with the texts of its source as it is published.

    Raises Http404 for a page that `user` may not read, PermissionDenied for one that they may not edit, Elsewhere for
    one that is not edited here, or not now.
    """
    page = page_to_edit(user, page_id)
    translation = None if page.permissions_for_user(user).page_locked() else active_translation(page)
    if translation is None:
        raise Elsewhere
    if HandOver.objects.filter(translation_key=page.translation_key).exists():
        try:
            hand_over_page(page.translation_key)  # the worker would do so in some seconds
        except Exception:
            logger.exception("The texts of page %s could not be handed to the desk.", page.translation_key)
        try:
            translation.source.refresh_from_db()
        except TranslationSource.DoesNotExist as error:  # its page was deleted just now
            raise Http404 from error
    return Desk(page, translation, user)


def small_request(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer for scripts: with the `Desk`, and errors as JSON. A script says for whom it works."""

    @wraps(view)
    @never_cache
    def answer(request: HttpRequest, page_id: int, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and request.POST.get("user") != str(request.user.pk):
            # Somebody else has logged in since, in the same browser: these are not their words.
            return JsonResponse({"error": _("Somebody else is logged in now.")}, status=401)
        try:
            return view(request, desk_of(request.user, page_id), **kwargs)
        except PermissionDenied:
            return JsonResponse({"error": _("You may not edit this page now.")}, status=403)
        except (Http404, ObjectDoesNotExist):
            return JsonResponse({"error": _("This text or its page is no longer there.")}, status=404)

    return answer


def posted(request: HttpRequest, name: str) -> str:
    """Return what was sent, "" for nothing, without the character that PostgreSQL cannot store."""
    return request.POST.get(name, "").replace("\0", "")


@require_GET
@never_cache
def translate_page(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the texts of a page beside their translations; pages with words of their own open in Wagtail's editor."""
    try:
        desk = desk_of(request.user, page_id)
    except Elsewhere:
        return redirect(f"{reverse('wagtailadmin_pages:edit', args=[page_id])}?desk=no")
    context = list_context(desk)
    if "list" in request.GET:
        return render(request, "hub_desk/translator/list.html", context)
    tell_of_failure(request, desk.page)
    presence.forget()
    source = source_of(desk.page) or desk.page
    title = source.get_admin_display_title()
    context |= {
        "header_title": title,
        "header_icon": "wagtail-localize-language",
        "breadcrumbs_items": [
            {"url": reverse("hub_my_translations"), "label": _("My list")},
            {"url": "", "label": title, "sublabel": label(desk.language)},
        ],
        "header_buttons": [],
        "source_page": source,
        "may_publish": desk.may_publish(),
        "workflow": None if desk.may_publish() else desk.page.get_workflow(),
        "in_workflow": desk.page.workflow_in_progress,
        "totals": language_totals(desk),
        "help": KEYS,
        "messages_of_scripts": {name: str(text) for name, text in MESSAGES.items()},
        "csrf_cookie": settings.CSRF_COOKIE_NAME,
    }
    return render(request, "hub_desk/translator/desk.html", context)


def list_context(desk: Desk) -> dict[str, Any]:
    """Return what the list of texts shows."""
    stamp = stamp_of(desk)  # before what it stands for is read: what comes between is fetched once more
    sections = sections_of(desk.translation)
    asked = questions.questions_of(desk.key)
    offered = equal_texts(desk.translation.source, desk.translation.target_locale, desk.user)
    for number, text in enumerate(all_texts(sections), 1):
        text.number = number
        fill(desk, text)
        # Those about what stood at the path before are read at its first text.
        text.questions = asked.get((text.segment.string_id, text.path), []) + asked.pop((None, text.path), [])
        text.suggestion = offered.get((text.segment.string_id, text.segment.context_id))
    return {
        "desk": desk,
        "page": desk.page,
        "sections": sections,
        "language": desk.language,
        "language_label": label(desk.language),
        "dir": direction(desk.language),
        "source_language": desk.source_language,
        "source_dir": direction(desk.source_language),
        "stamp": stamp,
    }


def all_texts(sections: list[Section]) -> list[Text]:
    return [text for section in sections for text in section.texts]


def fill(desk: Desk, text: Text) -> None:
    """Add to a text the hints that nobody has called right."""
    if text.words:
        found = hints(text.source, text.words, desk.language, text.limit, desk.source_language)
        text.hints = [hint for hint in found if hint.identity not in text.accepted]


def language_totals(desk: Desk) -> dict[str, Any]:
    """Return how many of the pages that the user translates into the language are done (two queries)."""
    rows = translated_by(desk.user).filter(locale=desk.language).exclude(state=Coverage.State.NOT_NEEDED)
    open_pages = totals_of(rows.filter(state__in=Coverage.TO_DO))["pages"]
    pages = rows.count()
    return {"pages": pages, "done": pages - open_pages}


def stamp_of(desk: Desk) -> str:
    """Return what changes with the source, with the words of others, with questions and with answers (two queries)."""
    rows = StringTranslation.objects.filter(
        context__object=desk.translation.source.object_id, locale=desk.translation.target_locale
    )
    words = rows.exclude(last_translated_by=desk.user).aggregate(last=Max("updated_at"), number=Count("pk"))
    about = questions.stamp_of(desk.key)
    return f"{desk.translation.source.last_updated_at} {words['last']} {words['number']} {about}"


@require_POST
@small_request
def save_text(request: HttpRequest, desk: Desk, string_id: int, context_id: int) -> HttpResponse:
    """Save the words of one text; 409 with what is stored when somebody else has saved other words meanwhile."""
    place = place_of(desk.translation, string_id, context_id)
    if "words" not in request.POST:  # no words would delete what is stored
        return JsonResponse({"error": _("The request was cut off.")}, status=400)
    words = posted(request, "words")
    if len(words) > MAX_LENGTH:
        return JsonResponse({"error": _("This text is too long to be saved.")}, status=400)
    try:
        is_confirmed = is_confirmed_by(desk, place, words, posted(request, "confirmed"))
        save_words(place, words, posted(request, "base"), is_confirmed=is_confirmed, user=desk.user)
    except Conflict as conflict:
        user = conflict.row and conflict.row.last_translated_by
        return JsonResponse({"who": questions.name_of(user) if user else "", **stored(desk, place)}, status=409)
    return JsonResponse(stored(desk, place))


def is_confirmed_by(desk: Desk, place: Place, words: str, confirmed: str) -> bool:
    """Say whether words count: "yes" says so, "unless-hints" does where no hint says that they may be unfinished."""
    if confirmed != "unless-hints":
        return confirmed == "yes"
    model = source_model(desk.translation.source)
    limit = length_limit(model, place.context.path)
    found = {hint.identity for hint in hints(place.string.data, words, desk.language, limit, desk.source_language)}
    accepted = accepted_hints([place.context.pk], desk.language).filter(string=place.string)
    return found <= set(accepted.values_list("code", "subject"))


def stored(desk: Desk, place: Place) -> dict[str, Any]:
    """Return what a text looks like as it is stored now."""
    text = text_at(desk, place)
    if text is None:
        row = place.row()
        return {"is_gone": True, "version": version_of(row), "words": shown(row.data if row else "")}
    fill(desk, text)
    return {
        "version": text.version,
        "state": text.state,
        "label": str(text.state_label),
        "words": text.shown_words,
        "refusal": text.refusal,
        "hints": render_to_string("hub_desk/translator/hints.html", {"text": text}),
    }


def text_at(desk: Desk, place: Place) -> Text | None:
    """Return the text at a place; None where the source has another one by now."""
    segments = desk.translation.source.stringsegment_set.filter(string=place.string, context=place.context)
    segments = segments.select_related("context", "string")[:1]
    return next(iter(texts_of(desk.translation, segments, source_model(desk.translation.source))), None)


@require_GET
@small_request
def suggestions(request: HttpRequest, desk: Desk, string_id: int, context_id: int) -> HttpResponse:
    """List what may be inserted into a text."""
    place = place_of(desk.translation, string_id, context_id)
    query = Query(
        string_id=string_id,
        context_id=context_id,
        text=place.string.data,
        source_language=desk.source_language,
        target_language=desk.language,
        user=desk.user,
    )
    found = [(item, shown(item.text), shown(item.source_text)) for item in suggest(query)]
    context = {
        "suggestions": found,
        "language": desk.language,
        "dir": direction(desk.language),
        "source_language": desk.source_language,
        "source_dir": direction(desk.source_language),
    }
    return render(request, "hub_desk/translator/suggestions.html", context)


@require_POST
@small_request
def accept_hint(request: HttpRequest, desk: Desk, string_id: int, context_id: int) -> HttpResponse:
    """Remember that what a hint points at is right in this text."""
    place = place_of(desk.translation, string_id, context_id)
    AcceptedHint.objects.update_or_create(
        string=place.string,
        context=place.context,
        locale=desk.language,
        code=posted(request, "code")[:20],
        subject=posted(request, "subject")[:200],
        defaults={"user": desk.user},
    )
    return JsonResponse(stored(desk, place))


@require_POST
@small_request
def ask(request: HttpRequest, desk: Desk, string_id: int, context_id: int) -> HttpResponse:
    """Ask the editors of the source page about a text."""
    place = place_of(desk.translation, string_id, context_id)
    source = source_of(desk.page)
    if source is None:
        raise Http404
    try:
        questions.ask(source, place.context.path, place.string, desk.language, posted(request, "question"), desk.user)
    except ValidationError as error:
        return JsonResponse({"error": " ".join(error.messages)}, status=400)
    return JsonResponse({})


@require_GET
def preview(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the page with all words there are, and the source's where a translation is missing."""
    desk = desk_of(request.user, page_id)
    return page_with_words(desk.translation).make_preview_request(request, "")


@require_POST
@small_request
def state(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Note at which text somebody is; answer who else is where, and with what changes when the list does."""
    presence.tell(desk.translation, desk.user, posted(request, "text"))
    return JsonResponse({"others": presence.others(desk.translation, desk.user), "stamp": stamp_of(desk)})


@require_POST
def publish(request: HttpRequest, page_id: int) -> HttpResponse:
    """Publish what is translated, or submit it to those who may publish."""
    desk = desk_of(request.user, page_id)
    try:
        if "submit" in request.POST:
            submit_to_workflow(desk.page, desk.translation, request.user)
            messages.success(request, _("Submitted: those who may publish this page have been told."))
        elif desk.may_publish():
            publish_words(desk.page, desk.translation, request.user)
            messages.success(request, _("Published. Readers see the page in a moment."))
            left_out = len(untranslated_paths(desk.translation))
            if left_out:
                text = ngettext(
                    "%(count)d text was left out: nobody has confirmed it. Readers see its last translation.",
                    "%(count)d texts were left out: nobody has confirmed them. Readers see their last translations.",
                    left_out,
                )
                messages.warning(request, text % {"count": left_out})
        else:
            raise PermissionDenied
    except NotPublished as error:
        messages.error(request, str(error))
    return redirect("hub_desk", page_id)


@require_POST
def next_page(request: HttpRequest, page_id: int) -> HttpResponse:
    """Lead to what follows a page on the translator's list, in the same language."""
    desk = desk_of(request.user, page_id)
    rows = list(waiting(request.user).filter(locale=desk.language).values_list("translation_key", "page_id", "source"))
    position = next((index for index, row in enumerate(rows) if row[0] == desk.key), -1)
    following = rows[position + 1 :] + rows[: max(position, 0)]
    if not following:
        messages.success(request, _("That was the last one: nothing else waits for you in this language. Thank you!"))
        return redirect("hub_my_translations")
    _key, translated_id, source_id = following[0]
    if translated_id is None:
        translated_id = open_draft(get_object_or_404(Page, pk=source_id), desk.language, request.user).pk
    return redirect("hub_desk", translated_id)
