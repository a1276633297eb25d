"""All vocabularies of the hub: adding the terms with which they begin, and naming terms in its languages."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.conf import settings

from hub.catalogues import own_texts
from hub.taxonomy.models import Term


def vocabularies() -> list[type[Term]]:
    """Return the models of terms, in the order of the installed apps."""
    return [model for model in apps.get_models() if issubclass(model, Term)]


def load() -> int:
    """Add the starter terms whose slugs are unknown and return how many they were."""
    added = 0
    for model in vocabularies():
        known = set(model._default_manager.values_list("slug", flat=True))
        for slug, values in model.starter.items():
            if slug not in known:
                own = {name: value for name, value in values.items() if name != "name"}
                model._default_manager.create(slug=slug, names=_names(model, slug), **own)
                added += 1
    return added


def name_terms() -> int:
    """Name starter terms in the languages in which they have no name, and return how many terms that changed.

    To be called in a transaction.

    One that somebody has renamed in the source language is another term now and is left alone.
    """
    changed = []
    for model in vocabularies():
        for term in model._default_manager.select_for_update().filter(slug__in=model.starter):
            names = _names(model, term.slug)
            missing = {code: name for code, name in names.items() if not term.names.get(code)}
            if missing and term.names.get(settings.LANGUAGE_CODE) == names[settings.LANGUAGE_CODE]:
                term.names = {**term.names, **missing}
                term.save(update_fields=["names"])
                changed.append(term)
    return len(changed)


def _names(model: type[Term], slug: str) -> dict[str, str]:
    message = model.starter[slug]["name"]
    return {settings.LANGUAGE_CODE: message, **own_texts(message, model._meta.model_name or "")}


def unnamed(language: str) -> Iterator[Term]:
    """Yield the terms that have no name in `language`, but for proper names, which need none."""
    for model in (model for model in vocabularies() if not model.proper_names):
        yield from (term for term in model._default_manager.order_by("slug") if not term.names.get(language))
