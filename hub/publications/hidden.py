"""Why readers do not see a page that looks published: rule 9, told to its editors."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page, PageViewRestriction

from hub.publications.models import Publication
from hub.representation.library import Library
from hub.representation.page_ends import end_of
from hub.representation.teasers import make_teaser


def hiding_pages(page: Page) -> Iterator[tuple[Page, str]]:
    """Yield the pages that hide `page` and what is below it from readers, the topmost first, with how in a sentence.

    They are the source page and what is above it. A page of no kind yields nothing: nobody reads it.
    """
    for group in Library(make_teaser).load_teasers([page.pk]):
        restricted = set(PageViewRestriction.objects.values_list("page_id", flat=True))
        for above in group.line:
            names = {"title": above.title}
            if not above.live:
                yield above, _("Hidden from readers, because “%(title)s” is a draft.") % names
            elif above.expire_at and above.expire_at <= timezone.now():
                yield above, _("Hidden from readers, because “%(title)s” has expired.") % names
            elif above.pk in restricted:
                yield above, _("Shown only to readers who are admitted to “%(title)s”.") % names
        end = end_of(group.source)
        if end and end <= timezone.now():
            names = {"title": group.source.title, "date": date_format(timezone.localtime(end), "SHORT_DATETIME_FORMAT")}
            yield group.source, _("Hidden from readers: “%(title)s” was to be shown until %(date)s.") % names


def count_hidden_with(page: Page) -> int:
    """Return how many public pages below `page` readers lose with it (up to four queries).

    None are lost with a translation: what is below it is as public as the source pages are.
    """
    public = Publication.objects.public().filter(locale=settings.LANGUAGE_CODE)
    publication = public.filter(source_id=page.pk).first()
    return public.below(publication).count() if publication else 0
