"""Who may fetch a picture or a file (rule 9): everybody while a public document shows it, else whom its page admits, or
who may choose it in the admin. A private collection admits only whom its restriction does. What everybody may fetch is
listed.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import CollectionViewRestriction, Page, ReferenceIndex

from hub.internals.wagtail import refused_paths
from hub.internals.wagtail_rights import has_file_right
from hub.media.models import Document, Image
from hub.publications.models import Dependency, Publication, PublicationQuerySet
from hub.representation.private import published_paths

# Browsers alone keep a public picture, for ever: its address changes with its content. A cache between them and the hub
# would go on serving what has been withdrawn.
FOR_EVER = "private, max-age=31536000, immutable"
NOT_AT_ALL = "private, no-store"


def shown_to_all(model: type[models.Model], pk: int, collection: str) -> Q:
    """Return the condition that a public document shows the object, and that no collection above it is private.

    `collection` is the path from the filtered rows to the collection's tree path.
    """
    dependencies = Dependency.objects.filter(model=model._meta.label_lower, object_id=pk, surrounding=False)
    dependencies = dependencies.filter(Q(visible_until__isnull=True) | Q(visible_until__gt=timezone.now()))
    publications = Publication.objects.public_at_once().filter(pk__in=dependencies.values("publication_id"))
    return Q(Exists(publications)) & ~Q(in_private_collection(collection))


def listed(model: type[Image] | type[Document], publications: PublicationQuerySet) -> models.QuerySet:
    """Return the pictures or files that these publications show and that no private collection holds.

    What is shown until a moment of its own, such as a photo of somebody who agreed to it, is in documents alone: these
    say when it ends, and those who keep copies learn that it was erased.
    """
    showing = publications.filter(
        dependencies__model=model._meta.label_lower,
        dependencies__object_id=OuterRef("pk"),
        dependencies__surrounding=False,
        dependencies__visible_until__isnull=True,
    )
    return model._default_manager.filter(Exists(showing), ~Q(in_private_collection("collection__path")))


def in_private_collection(collection: str) -> Exists:
    """Return the condition that a collection at or above the tree path in the column `collection` is private."""
    place = ExpressionWrapper(OuterRef(collection), models.CharField())
    restrictions = CollectionViewRestriction.objects.annotate(place=place)
    return Exists(restrictions.filter(place__startswith=F("collection__path")))


def caching_for(item: Image | Document, request: HttpRequest) -> str:
    """Return the Cache-Control of an answer with `item`. Raises Http404 for those who may not have it."""
    if type(item)._default_manager.filter(shown_to_all(type(item), item.pk, "collection__path"), pk=item.pk).exists():
        return FOR_EVER
    in_admin = request.user.has_perm("wagtailadmin.access_admin") and has_file_right(request.user, item)
    if in_admin or (collection_admits(item, request) and page_admits(item, request)):
        return NOT_AT_ALL
    raise Http404(_("This file is not public."))


def collection_admits(item: Image | Document, request: HttpRequest) -> bool:
    restrictions = item.collection.get_view_restrictions()
    return all(restriction.accept_request(request) for restriction in restrictions)


def page_admits(item: Image | Document, request: HttpRequest) -> bool:
    """Say whether a published page that refers to `item` admits the visitor."""
    references = ReferenceIndex.get_references_to(item).filter(base_content_type__app_label="wagtailcore")
    ids = {int(pk) for pk in references.values_list("object_id", flat=True)}
    # What a translation shows that was unpublished is not what its source page shows.
    pages = Page.objects.filter(pk__in=ids, live=True).values_list("pk", flat=True)
    refused = refused_paths(request)
    return any(not path.startswith(refused) for path in published_paths(pages))
