"""What somebody who works in the admin may read.

Wagtail knows no right to view pages. Whoever has any right on a page reads it, and all below it, in every language: an
editor sees what became of a page in Arabic, a translator what the German page says. Whoever has any right on a
collection sees its pictures and files. Of everything else people see what the public sees.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Model, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page, PageLogEntry

from hub.internals.wagtail_rights import explorable_pages, has_file_right, readable_pages, readable_paths
from hub.publications.models import Publication
from hub.rights.current import current_user


def may_read(user: Any, item: Model) -> bool:
    """Say whether `user` may read the drafts of a page, or sees a picture or file in the admin."""
    if user.is_superuser:
        return True
    if isinstance(item, Page):
        return item.path.startswith(readable_paths(user))
    if isinstance(item, AbstractImage | AbstractDocument):
        return has_file_right(user, item)
    return True


def is_hidden(item: Model) -> bool:
    """Say whether the user of this request sees no more of `item` than the public does; False outside of requests."""
    user = current_user.get()
    return user is not None and user.is_authenticated and not may_read(user, item)


def is_hidden_from_links(item: Model) -> bool:
    """Say whether the user of this request may not know where a link to `item` leads."""
    if isinstance(item, Page) and is_hidden(item):
        return not nameable_pages(current_user.get(), Page.objects.filter(pk=item.pk)).exists()
    return is_hidden(item)


def colleagues(user: Any) -> QuerySet:
    """Return the people who own or have edited a page that `user` may read."""
    pages = readable_pages(user) if not user.is_superuser else Page.objects.all()
    editors = PageLogEntry.objects.filter(action="wagtail.edit", page_id__in=pages.values("pk")).values("user_id")
    return get_user_model().objects.filter(Q(pk__in=pages.values("owner_id")) | Q(pk__in=editors)).order_by("pk")


def is_nameless(page: Page) -> bool:
    """Say whether the user of this request knows `page` by its public title only.

    The pages above those that somebody may read are the way to these.
    """
    return is_hidden(page) and not any(path.startswith(page.path) for path in readable_paths(current_user.get()))


def nameable_pages(user: Any, pages: QuerySet[Page]) -> QuerySet[Page]:
    """Return those of `pages` that `user` may read, needs on the way to these, or may link to because they are public.

    Translations are linked to by their source page.
    """
    if user.is_superuser:
        return pages
    public = Publication.objects.public().values("source_id")
    return pages.filter(Q(pk__in=explorable_pages(user).values("pk")) | Q(pk__in=public) | Q(depth=1))


def with_public_titles(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Return `pages` with the titles that `public_title` would look up for each one."""
    shown = Publication.objects.public().filter(page_id=OuterRef("pk"))
    return pages.annotate(shown_title=Subquery(shown.values("title")[:1]))


def public_title(page: Page) -> str:
    """Return the title by which the public knows `page`."""
    if not hasattr(page, "shown_title"):
        shown = Publication.objects.public_at_once().filter(page_id=page.pk)
        page.shown_title = shown.values_list("title", flat=True).first()
    return page.shown_title or _("Page %(id)d, not public") % {"id": page.pk}


def refusal(user: Any, references: Iterable[tuple[type[Model], int]]) -> str:
    """Return why `user` may not let a page link to pages or show pictures and files, by model and id; "" for may."""
    if user is not None and not all(_may_refer_to(user, model, pk) for model, pk in references):
        return _("A page, picture or file of another county has been chosen that is not public.")
    return ""


def _may_refer_to(user: Any, model: type[Model], pk: int) -> bool:
    items = model._default_manager.filter(pk=pk)
    if issubclass(model, Page):
        return nameable_pages(user, items).exists() or not items.exists()
    return all(may_read(user, item) for item in items)
