"""What editors do: one random change after the other, as Wagtail's admin makes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from uuid import uuid4

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from bench.faults.tree import body
from home.models import InfoPage
from hub.counties.models import CountyPage
from hub.testing import publish, translate


@dataclass(frozen=True)
class Withdrawal:
    """A page that has just become private, and a test whether it still is."""

    page: Page
    holds: Callable[[], bool]


class Nothing(Exception):
    """There is no page for such a change now."""


class Editor:
    """Makes changes. The same number makes the same kind of change; its page depends on what others did meanwhile."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.browser = Client(HTTP_HOST="localhost")
        user, _created = get_user_model().objects.get_or_create(
            username="editor", defaults={"is_superuser": True, "is_staff": True}
        )
        self.browser.force_login(user)
        self.picked: list[int] = []
        self.kinds: dict[str, tuple[int, Callable[[Random, int], Withdrawal | None]]] = {
            "publish": (40, self.publish),
            "translate": (6, self.translate),
            "unpublish": (10, self.unpublish),
            "publish again": (9, self.publish_again),
            "move": (12, self.move),
            "restrict": (6, self.restrict),
            "unrestrict": (5, self.unrestrict),
            "change slug": (4, self.change_slug),
            "create": (5, self.create),
            "delete": (3, self.delete),
        }

    def kind_of(self, number: int) -> str:
        weights = [weight for weight, _change in self.kinds.values()]
        return self.dice(number).choices(list(self.kinds), weights)[0]

    def change(self, number: int) -> Withdrawal | None:
        """Make change `number`; return what is private since. Raises Nothing, and whatever Wagtail raises."""
        self.picked.clear()
        return self.kinds[self.kind_of(number)][1](self.dice(number), number)

    def dice(self, number: int) -> Random:
        return Random(f"{self.seed} {number}")  # noqa: S311  a repeatable choice, no secret

    def pick(self, dice: Random, pages: QuerySet) -> Page:
        """Return one of `pages`. Raises Nothing when there is none."""
        ids = list(pages.order_by("pk").values_list("pk", flat=True).distinct())
        page = pages.filter(pk=dice.choice(ids)).first() if ids else None
        if page is None:
            raise Nothing
        self.picked.append(page.pk)
        return page

    def has_lost_a_page(self) -> bool:
        """Say whether somebody has deleted a page of the change since it was picked."""
        return Page.objects.filter(pk__in=self.picked).count() < len(set(self.picked))

    def publish(self, dice: Random, number: int) -> None:
        page = self.pick(dice, articles().filter(live=True))
        page.title = f"Seite {page.pk}, Änderung {number}"
        link = self.pick(dice, articles()).pk if number % 3 == 0 else None
        page.body = body(f"Der Text nach Änderung {number}.", link)
        publish(page)

    def translate(self, dice: Random, number: int) -> None:
        page = self.pick(dice, articles().filter(live=True))
        self.picked += page.get_translations().values_list("pk", flat=True)
        translate(page, dice.choice(["en", "ar"]), mark=f"Words {number}:")

    def unpublish(self, dice: Random, number: int) -> Withdrawal:
        page = self.pick(dice, articles().filter(live=True))
        published_at = page.last_published_at
        page.unpublish()
        return Withdrawal(
            page,
            lambda: Page.objects.filter(pk=page.pk, live=False, last_published_at=published_at).exists(),
        )

    def publish_again(self, dice: Random, number: int) -> None:
        publish(self.pick(dice, articles().filter(live=False)))

    def move(self, dice: Random, number: int) -> None:
        page = self.pick(dice, articles())
        counties = CountyPage.objects.filter(locale=page.locale)  # in another language a page has the same slug
        places = Page.objects.filter(pk__in=[*counties.values_list("pk", flat=True), *sections()])
        target = self.pick(dice, places.exclude(path__startswith=page.path))
        page.move(target, pos="last-child")

    def restrict(self, dice: Random, number: int) -> Withdrawal:
        page = self.pick(dice, articles().exclude(view_restrictions__isnull=False))
        self.set_privacy(page, PageViewRestriction.LOGIN)
        restriction = PageViewRestriction.objects.filter(page=page).values_list("pk", flat=True).last()
        if restriction is None:
            raise Nothing  # somebody has lifted it already
        # What is below is private, too.
        shown = self.pick(dice, Page.objects.filter(path__startswith=page.path))
        return Withdrawal(
            shown,
            lambda: (
                PageViewRestriction.objects.filter(pk=restriction).exists()
                and Page.objects.filter(pk=shown.pk, path__startswith=page.path).exists()
            ),
        )

    def unrestrict(self, dice: Random, number: int) -> None:
        self.set_privacy(self.pick(dice, articles().filter(view_restrictions__isnull=False)), PageViewRestriction.NONE)

    def set_privacy(self, page: Page, restriction: str) -> None:
        answer = self.browser.post(f"/admin/pages/{page.pk}/privacy/", {"restriction_type": restriction})
        if answer.status_code == 404:
            raise Nothing  # somebody has deleted it already
        if answer.status_code != 200 or answer.json()["step"] != "set_privacy_done":
            raise RuntimeError(f"Setting the privacy of page {page.pk} was answered {answer.status_code}.")

    def change_slug(self, dice: Random, number: int) -> None:
        page = self.pick(dice, articles().filter(live=True))
        page.slug = f"seite-{page.pk}-{number}"
        publish(page)

    def create(self, dice: Random, number: int) -> None:
        slug = f"neu-{number}-{uuid4().hex[:6]}"  # a repeated change must not find its own slug taken
        parent = self.pick(dice, Page.objects.filter(pk__in=sections()))
        page = InfoPage(title=f"Neue Seite {number}", slug=slug, body=body(f"Neuer Text {number}."))
        try:
            publish(page, parent)
        finally:
            if page.pk:
                self.picked.append(page.pk)  # others may delete it as soon as it is there

    def delete(self, dice: Random, number: int) -> Withdrawal:
        page = self.pick(dice, articles().filter(numchild__lt=3))
        key = page.pk
        gone = Page.objects.get(pk=key)
        page.delete()
        return Withdrawal(gone, lambda: not Page.objects.filter(pk=key).exists())


def articles() -> QuerySet[InfoPage]:
    """Return the source pages below the counties."""
    return InfoPage.objects.filter(locale__language_code="de")


def sections() -> list[int]:
    return list(articles().filter(numchild__gt=0).values_list("pk", flat=True))
