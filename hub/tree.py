"""The page tree under many hands: no stale copy of a page harms it, and changes of the tree take turns.

treebeard stores the tree in the columns `path`, `depth` and `numchild` and Wagtail adds `url_path`. A save writes what
they were when the page was read, and a move computes new ones from what it read, so two editors at once can bring
pages back to where they were, orphan them or count children wrongly. This module makes both read again under a lock.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import connection, models, transaction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page
from wagtail.query import PageQuerySet

PLACE = ("path", "depth", "numchild", "url_path")


class TreeSafeMixin(models.Model):
    """Mixin for page models: an existing page is saved where it stands now, whatever the instance remembers."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save the page. Raises DoesNotExist when it was deleted: Django would insert it again, without a parent.

        `update_fields` without the slug writes these columns alone, as ever.
        """
        fields = kwargs.get("update_fields")
        if self.pk is None or (fields is not None and "slug" not in fields):
            return super().save(*args, **kwargs)
        with transaction.atomic():
            hold_place(self)
            return super().save(*args, **kwargs)

    @transaction.atomic
    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """Save a revision that was validated where the page stands now. Raises DoesNotExist when it was deleted."""
        hold_place(self, with_descendants=False)  # a draft's new slug changes nobody's address yet
        return super().save_revision(*args, **kwargs)  # type: ignore[misc]  # a page's

    @transaction.atomic
    def publish(self, revision: Any, *args: Any, **kwargs: Any) -> Any:
        """Publish `revision` while nobody can delete the page or one of its aliases, which are published with it.

        Raises DoesNotExist when the page was deleted.
        """
        if Page.objects.filter(pk=self.pk).values_list("slug", flat=True).get() != revision.content["slug"]:
            lock_tree()  # before the rows, as all do
        rows = Page.objects.select_for_update(no_key=True).filter(models.Q(pk=self.pk) | models.Q(alias_of=self.pk))
        list(rows.order_by("path").values_list("pk"))
        return super().publish(revision, *args, **kwargs)  # type: ignore[misc]  # a page's

    def with_content_json(self, content: dict) -> Any:
        """Return the page with the values of a revision, where it stands now. Raises DoesNotExist when it was
        deleted.
        """
        refresh_place(self)
        return super().with_content_json(content)  # type: ignore[misc]  # a page's


def lock_tree() -> None:
    """Wait until nobody else changes the tree, and keep others from it until the transaction ends.

    Nobody waits for it who saves a page without changing the tree. On SQLite every transaction has the database for
    itself.
    """
    list(Page.objects.select_for_update(no_key=True).filter(depth=1).values_list("pk"))


def lock_rows(rows: models.Q) -> None:
    """Lock pages in tree order: that of bulk actions, which save one page after the other in one transaction."""
    if connection.features.has_select_for_update:
        list(Page.objects.select_for_update().filter(rows).order_by("path").values_list("pk"))


def hold_place(page: Page, with_descendants: bool = True) -> None:
    """Lock the row of `page` until the transaction ends, and let the instance stand where the row does.

    A new slug changes the addresses of all pages below, too: it takes its turn with other changes of the tree.
    """
    if Page.objects.filter(pk=page.pk).values_list("slug", flat=True).get() != page.slug:
        lock_tree()  # before the row, as all do
        refresh_place(page)
        if with_descendants:
            lock_rows(models.Q(path__startswith=page.path))
    refresh_place(page, Page.objects.select_for_update(no_key=True))
    page.set_url_path(page.get_parent())


def refresh_place(page: Page, rows: models.QuerySet[Page] | None = None) -> None:
    """Read again where `page` stands (two queries). Raises DoesNotExist when it was deleted."""
    rows = Page.objects.all() if rows is None else rows
    for name, value in rows.filter(pk=page.pk).values(*PLACE).get().items():
        setattr(page, name, value)
    page.get_parent(update=True)


def take_turns() -> None:
    """Make Wagtail's and treebeard's changes of the page tree take turns, and begin with where pages stand then.

    Wagtail's admin uses these actions, and plain pages as parents, so methods of the hub's own models would not do.
    """
    from wagtail.contrib.redirects import signal_handlers  # it asks for models when it is imported

    for owner, name, prepare in (
        (MovePageAction, "execute", _prepare_move),
        (PageQuerySet, "delete", _prepare_delete),
        (CopyPageAction, "execute", lambda action: _refresh(action.page, action.to)),
        (CreatePageAliasAction, "execute", lambda action: _refresh(action.page, action.parent)),
        (Page, "add_child", _prepare_child),
        (Page, "add_sibling", _prepare_sibling),
    ):
        setattr(owner, name, _alone(getattr(owner, name), prepare))
    UnpublishPageAction.execute = _with_aliases(UnpublishPageAction.execute)
    signal_handlers.create_redirects = _unless_deleted(signal_handlers.create_redirects)


def _alone(method: Callable, prepare: Callable[[Any], None]) -> Callable:
    """Return `method` in a transaction that first locks the tree, then prepares what the method relies on."""

    @wraps(method)
    def change(self: Any, *args: Any, **kwargs: Any) -> Any:
        with transaction.atomic():
            lock_tree()
            prepare(self)
            return method(self, *args, **kwargs)

    return change


def _with_aliases(execute: Callable[..., None]) -> Callable[..., None]:
    """Return the method that unpublishes a page, while nobody can change or delete it or an alias.

    Wagtail saves aliases as plain pages with all their columns: a stale one would be put back, a deleted one inserted.
    """

    @wraps(execute)
    def unpublish(action: UnpublishPageAction, *args: Any, **kwargs: Any) -> None:
        if not action.commit:  # the page is being deleted, so its row is locked
            return execute(action, *args, **kwargs)
        with transaction.atomic():
            lock_rows(models.Q(pk=action.object.pk) | models.Q(alias_of=action.object.pk))
            _refresh(action.object)
            return execute(action, *args, **kwargs)

    return unpublish


def _unless_deleted(create_redirects: Callable[..., None]) -> Callable[..., None]:
    """Return Wagtail's function, which runs after the commit of a move or a new slug, for pages that are still there.

    Nobody deletes one of them, or a page below, meanwhile.
    """

    @wraps(create_redirects)
    @transaction.atomic
    def create(page: Page, **kwargs: Any) -> None:
        lock_tree()
        if Page.objects.filter(pk=page.pk).exists():
            create_redirects(page=page, **kwargs)

    return create


def _refresh(*pages: Page | None) -> None:
    for page in pages:
        if page is not None and page.pk is not None:
            refresh_place(page)


def _prepare_child(parent: Page) -> None:
    """Lock the parent. treebeard locks the row of its own model before Wagtail's, other than all who save it."""
    _refresh(parent)
    lock_rows(models.Q(pk=parent.pk))


def _prepare_sibling(page: Page) -> None:
    """Lock the parent, and the siblings that the new page may shift with all below them."""
    _refresh(page)
    lock_rows(models.Q(path__startswith=_parent_path(page)))


def _prepare_move(action: MovePageAction) -> None:
    """Lock the page with all below it, both parents, and the siblings that it may shift with all below them."""
    _refresh(action.page, action.target)
    rows = models.Q(path__startswith=action.page.path) | models.Q(path=_parent_path(action.page))
    if action.pos == "last-child":
        rows |= models.Q(path=action.target.path)
    elif action.pos in ("first-child", "sorted-child"):
        rows |= models.Q(path__startswith=action.target.path)
    else:
        rows |= models.Q(path__startswith=_parent_path(action.target))
    lock_rows(rows)


def _prepare_delete(pages: PageQuerySet) -> None:
    """Lock the pages with all below them, and their parents."""
    rows, alone = models.Q(), set()
    for page in pages.only("path", "numchild"):
        alone |= {page.path, _parent_path(page)}
        if page.numchild:
            rows |= models.Q(path__startswith=page.path)
    lock_rows(rows | models.Q(path__in=alone))


def _parent_path(page: Page) -> str:
    return page.path[: -Page.steplen]
