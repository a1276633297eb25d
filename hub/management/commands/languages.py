"""`manage.py languages`: what the languages of the settings need."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Locale, Site

from hub.catalogues import is_translated
from hub.publications import consumers
from hub.taxonomy import vocabulary


class Command(BaseCommand):
    help = (
        "Makes what each language of the setting LANGUAGES needs: its locale, its home page, names of the starter terms"
        " and its tables for search. Says what it still lacks: names of terms, texts of the interface. Safe to repeat."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            for code, name in settings.LANGUAGES:
                for line in prepare(code):
                    self.stdout.write(f"{name} ({code}): {line}.")
            if number := vocabulary.name_terms():
                self.stdout.write(f"{number} starter terms have got names.")
        for consumer in consumers.registered():
            try:
                consumer.prepare()
            except consumers.Unavailable as error:
                self.stderr.write(f"{consumer.name} will be prepared by the worker: {error}")
        for code, name in settings.LANGUAGES:
            for line in lacks(code):
                self.stdout.write(f"{name} ({code}): {line}")


def prepare(code: str) -> Iterator[str]:
    """Make the locale of a language and its home pages, and yield what was missing."""
    locale, is_new = Locale.objects.get_or_create(language_code=code)
    if is_new:
        yield "locale made"
    for site in Site.objects.select_related("root_page"):
        source = site.root_page.specific
        if not source.has_translation(locale):
            home = source.copy_for_translation(locale)
            home.get_latest_revision().publish()
            yield f"home page of {site.hostname} made"


def lacks(code: str) -> Iterator[str]:
    """Yield what a language still lacks, and what readers meet until then."""
    terms = list(vocabulary.unnamed(code))
    if terms:
        names = ", ".join(f"{term._meta.verbose_name} “{term.slug}”" for term in terms[:10])
        more = f" and {len(terms) - 10} more" if len(terms) > 10 else ""
        yield f"terms without a name yet, which stand in the source language: {names}{more}."
    if not is_translated(code):
        yield "no catalogue has texts of the interface; visitors read them in the source language."
