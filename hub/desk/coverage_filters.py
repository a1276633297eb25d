"""What the list of the state of translations is filtered by."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from django_filters import MultipleChoiceFilter
from wagtail.admin.filters import WagtailFilterSet

from hub.desk.cells import target_languages
from hub.internals.wagtail_rights import readable_pages
from hub.languages import label
from hub.plugins import kinds
from hub.publications.models import Publication
from hub.publications.topics import about
from hub.rights.county_groups import county_pages
from hub.taxonomy.models import Topic
from hub.translations.models import Coverage


def county_titles(user: Any) -> dict[str, str]:
    """Return the titles of the counties that `user` may read, by slug, in tree order."""
    pages = county_pages().filter(
        pk__in=readable_pages(user).values("pk"), locale__language_code=settings.LANGUAGE_CODE
    )
    return dict(pages.values_list("slug", "title"))


class ChoicesFilter(MultipleChoiceFilter):
    """Fits any of the chosen values."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(distinct=False, widget=CheckboxSelectMultiple, **kwargs)


class CoverageFilterSet(WagtailFilterSet):
    """Filters rows of coverage. `counties` are the titles by slug among which to choose."""

    state = ChoicesFilter(label=_("State"), choices=Coverage.State.choices)
    language = ChoicesFilter(label=_("Language"), field_name="locale")
    county = ChoicesFilter(label=_("County"))
    kind = ChoicesFilter(label=_("Kind"))
    topic = ChoicesFilter(label=_("Topic"), method="filter_topics")

    class Meta:
        model = Coverage
        fields: list[str] = []

    def __init__(self, *args: Any, counties: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: dict[str, list[tuple[str, Any]]] = {
            "language": [(code, label(code)) for code in target_languages()],
            "county": list(counties.items()),
            "kind": [(kind.slug, kind.label) for kind in kinds],
            "topic": [(topic.slug, str(topic)) for topic in Topic.objects.all()],
        }
        for name, values in choices.items():
            if len(values) > 1 or (name == "topic" and values):
                self.filters[name].extra["choices"] = values
            else:
                del self.filters[name]

    def filter_topics(self, rows: QuerySet[Coverage], name: str, slugs: list[str]) -> QuerySet[Coverage]:
        in_source_language = Publication.objects.filter(locale=settings.LANGUAGE_CODE)
        return rows.filter(source_id__in=about(in_source_language, slugs).values("source_id"))

    def narrow(self, rows: QuerySet[Coverage], without: Collection[str] = ()) -> QuerySet[Coverage]:
        """Return the rows that fit all filters but those named; a filter with a wrong value counts as empty."""
        self.form.is_valid()
        for name, value in self.form.cleaned_data.items():
            if name not in without:
                rows = self.filters[name].filter(rows, value)
        return rows
