"""What handing changed texts to nine languages costs, and what looking at the coverage of many pages costs.

    .venv/bin/python bench/translations.py [TEXTS] [--rows ROWS]     # 300 and 10000 by default, in a scratch database

Prints queries and milliseconds of handing over a page of so many texts, of which 3 have changed, beside the same by
wagtail-localize's `update_from_db`; of one text stored by a translator; and of the coverage view and the translators'
list with so many rows of coverage.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from typing import Any

import django

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.test")
os.environ.setdefault("LANGUAGES", "de de-simple en fr ar fa tr ru uk")
django.setup()

from django.conf import settings  # noqa: E402 - needs Django
from django.contrib.auth import get_user_model  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_test_environment  # noqa: E402
from django.utils import timezone  # noqa: E402
from wagtail.models import Page  # noqa: E402
from wagtail_localize.models import StringTranslation, TranslationSource  # noqa: E402

from bench.scratch import scratch_database  # noqa: E402
from home.models import InfoPage  # noqa: E402
from hub.publications import coverage, triggers  # noqa: E402
from hub.testing import make_county, publish, translate, work  # noqa: E402
from hub.translations.handover import hand_over_page  # noqa: E402
from hub.translations.models import Coverage, HandOver  # noqa: E402

CHANGED = 3


def measured(what: str, action: Callable[[], Any]) -> None:
    with CaptureQueriesContext(connection) as queries:
        began = time.perf_counter()
        action()
        took = 1000 * (time.perf_counter() - began)
    print(f"{what:64}{len(queries):8} queries{took:10.0f} ms")


def body(texts: int, changed: int = 0) -> list[dict]:
    paragraphs = [
        f"<p>Satz {number} über{' neue' if number < changed else ''} Wohnungen.</p>" for number in range(texts)
    ]
    chunks = [paragraphs[start : start + 5] for start in range(0, texts, 5)]
    return [{"type": "text", "id": f"block-{number}", "value": "".join(chunk)} for number, chunk in enumerate(chunks)]


def change(page: InfoPage, texts: int, changed: int) -> None:
    page = InfoPage.objects.get(pk=page.pk)
    page.body = page._meta.get_field("body").to_python(body(texts, changed))
    with triggers.deferred():
        page.save_revision().publish()


def hand_over(page: InfoPage, texts: int) -> None:
    source = TranslationSource.objects.get(object_id=page.translation_key)
    change(page, texts, CHANGED)
    measured(f"hand over {texts} texts, {CHANGED} of them changed", lambda: hand_over_page(page.translation_key))
    waiting = StringTranslation.objects.filter(has_error=True).count()
    print(f"  {waiting} translations wait with their last words, in {len(settings.LANGUAGES) - 1} languages")
    HandOver.objects.create(translation_key=page.translation_key)
    measured("hand over the same again", lambda: hand_over_page(page.translation_key))
    measured("wagtail-localize: update_from_db, nothing changed", source.update_from_db)
    work()
    measured("measure the page after a translator has stored a text", lambda: coverage.renew([page.translation_key]))


def fill(county: Page, rows: int) -> None:
    """Add rows of coverage, each page in every language, as an import of pages without translations leaves them."""
    languages = [code for code, _name in settings.LANGUAGES[1:]]
    states = list(Coverage.State)
    with transaction.atomic():
        for number in range(rows // len(languages)):
            page = county.add_child(instance=InfoPage(title=f"Seite {number}", slug=f"seite-{number}"))
            Coverage.objects.bulk_create(
                Coverage(
                    translation_key=page.translation_key,
                    locale=language,
                    source_id=page.pk,
                    county=county.slug,
                    kind="info",
                    state=states[(number + index) % len(states)],
                    texts=12,
                    texts_to_do=12 if number % 3 else 2,
                    words=300,
                    words_to_do=300 if number % 3 else 20,
                    since=timezone.now(),
                )
                for index, language in enumerate(languages)
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("texts", type=int, nargs="?", default=300)
    parser.add_argument("--rows", type=int, default=10_000)
    arguments = parser.parse_args()
    setup_test_environment()
    with scratch_database():
        county = make_county()
        page = publish(InfoPage(title="Wohnen", slug="wohnen", body=body(arguments.texts)), county)
        for code, _name in settings.LANGUAGES[1:]:
            translate(county, code)
            translate(page, code)
        work()
        hand_over(page, arguments.texts)
        fill(Page.objects.get(pk=county.pk), arguments.rows)
        print(f"{Coverage.objects.count()} rows of coverage, {connection.vendor}")
        client = Client()
        client.force_login(get_user_model().objects.create_superuser("admin", "admin@example.org", "a long password"))
        client.get("/admin/coverage/")  # asks for what is remembered from then on
        for name, address in {
            "coverage view": "/admin/coverage/",
            "coverage view: outdated, most words first": "/admin/coverage/?state=outdated&sort=words",
            "coverage as CSV": "/admin/coverage/?export=csv",
            "my list": "/admin/my-translations/",
            "the admin's first page": "/admin/",
        }.items():
            measured(name, lambda address=address: b"".join(client.get(address)))


if __name__ == "__main__":
    main()
