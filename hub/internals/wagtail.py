"""Wagtail. What can be imported only once all models are loaded is in `wagtail_admin` and `wagtail_api`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from typing import Any

from django.core.management import call_command
from django.db import models
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.coreutils import find_available_slug
from wagtail.models import Comment, Page, PageViewRestriction
from wagtail.rich_text.rewriters import EmbedRewriter, LinkRewriter
from wagtail.utils import sendfile_streaming_backend

from hub.internals.modelcluster import changed_relation

COMMENTS = "wagtail_admin_comments"
# The fields of a page that Wagtail saves with a draft, or when an editor locks the page; none of them is public.
DRAFT_FIELDS = {
    "latest_revision",
    "latest_revision_created_at",
    "draft_title",
    "has_unpublished_changes",
    COMMENTS,
    "locked",
    "locked_at",
    "locked_by",
}


@contextmanager
def reference_index_at_the_end() -> Iterator[None]:
    """Make Wagtail's index of references once, after the block, instead of with each object that it saves."""
    from wagtail.signal_handlers import disable_reference_index_auto_update  # it imports models

    with disable_reference_index_auto_update():
        yield
    call_command("rebuild_references_index", verbosity=0)


def is_draft_save(update_fields: Collection[str] | None) -> bool:
    """Say whether a page was saved only because of a draft or a lock, by the `update_fields` of its `post_save`."""
    return update_fields is not None and set(update_fields) <= DRAFT_FIELDS


def is_move(sender: type[models.Model], created: bool) -> bool:
    """Say whether the `post_save` of a page is that of a move or a reordering, which save a plain `Page`.

    So does unpublishing a page, for its aliases: these count as moved, too.
    """
    return sender is Page and not created


def is_comment_field(name: str) -> bool:
    """Say whether a field of the page form is Wagtail's own switch for notifications of comments."""
    return name == "comment_notifications"


def hold_all_comments(page: Page) -> None:
    """Let a page restored from a revision hold its resolved comments, too, as one that is read from its row does.

    Saving it would delete them, and a form that was loaded before they were resolved would add them once more.
    """
    held = changed_relation(page, COMMENTS)
    if held is not None:
        others = Comment.objects.filter(page=page.pk).exclude(pk__in=[comment.pk for comment in held])
        getattr(page, COMMENTS).add(*others)


def keep_comments(is_kept: Callable[[Comment], bool]) -> None:
    """Let pages that are saved delete no comment that `is_kept`.

    They delete those that they do not hold: one that was made since the page was read, that was resolved, or whose
    block the form has deleted. Querysets delete them all the same.
    """
    original = Comment.delete

    @wraps(original)
    def delete(self: Comment, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        return (0, {}) if is_kept(self) else original(self, *args, **kwargs)

    Comment.delete = delete


def refused_paths(request: HttpRequest) -> tuple[str, ...]:
    """Return the tree paths of the pages whose own restrictions do not admit the reader.

    Costs one query, and more for restrictions to groups.
    """
    restrictions = PageViewRestriction.objects.select_related("page")
    return tuple(item.page.path for item in restrictions if not item.accept_request(request))


def free_slug(parent: Page, slug: str, page: Page | None = None) -> str:
    """Return `slug`, with a number behind it where another child of `parent` than `page` has it."""
    return find_available_slug(parent, slug, ignore_page_id=page and page.pk)


def find_redirect(request: HttpRequest, path: str) -> Redirect | None:
    """Return the redirect of the request's site for `path`, percent-encoded and with its query, as Wagtail finds it."""
    return get_redirect(request, Redirect.normalise_path(path, decode_unicode=False))


def stream_file(request: HttpRequest, filename: str, **options: Any) -> HttpResponseBase:
    """Answer with the file at an absolute path in pieces, or with 304 when the reader has it."""
    return sendfile_streaming_backend.sendfile(request, filename, **options)


def link_attributes(html: str, link_type: str) -> list[dict[str, str]]:
    """Return the attributes of the links of one type (`page`, `document`) in stored rich text."""
    return [tag.attrs for tag in LinkRewriter().extract_tags(html).get(link_type, ())]


def rewrite_links(html: str, rules: Mapping[str, Callable[[dict[str, str]], str]]) -> str:
    """Return stored rich text with the start tag of each link replaced by what the rule of its type makes of it.

    Links to addresses stay; those of a type without a rule become `<a>`.
    """
    return LinkRewriter(rules=dict(rules))(html)


def drop_embeds(html: str) -> str:
    """Return stored rich text without its images and videos."""
    return EmbedRewriter()(html)
