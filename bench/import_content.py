"""Imports the real content into an empty database and says what it costs and what arrives.

    python bench/import_content.py [DATABASE_URL] [--data ../shared/real-content]

Prints seconds and queries per page of the first and of a second run, the time to publish and to rebuild, sizes, and the
share of the files' words that the public documents have. LANGUAGES="de en" limits the languages of the hub. Skips when
the files are not there.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("de", "en")


@contextmanager
def measured(what: str, pages: int) -> Iterator[None]:
    from django.db import connection

    queries = 0

    def count(execute: Callable[..., Any], *call: Any) -> Any:
        nonlocal queries
        queries += 1
        return execute(*call)

    wall, cpu = time.perf_counter(), time.process_time()
    with connection.execute_wrapper(count):
        yield
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{what}: {wall:.0f} s ({cpu:.0f} s of processor), {queries / pages:.1f} queries per page")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("database", nargs="?", help="DATABASE_URL of an empty database; a file of SQLite by default")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "real-content")
    options = parser.parse_args()
    if not options.data.is_dir():
        sys.exit(f"Nothing is measured: {options.data} is missing.")
    files = {language: options.data / f"rems-murr-kreis.{language}.pages.json" for language in LANGUAGES}
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = options.database or f"sqlite:///{folder}/bench.sqlite3"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.development")
        import django

        django.setup()
        from django.core.management import call_command

        from bench.scratch import copy_template
        from hub.publications.worker import drain

        if not options.database:
            copy_template(f"{folder}/bench.sqlite3")
        call_command("migrate", verbosity=0)
        call_command("languages")
        pages = {language: json.loads(path.read_text()) for language, path in files.items()}
        number = sum(map(len, pages.values()))
        arguments = [f"{language}={path}" for language, path in files.items()]
        for what in ("First run", "Second run"):
            with measured(what, number):
                call_command("import_integreat", *arguments, county="Rems-Murr-Kreis")
        with measured("Publishing", number):
            drain()
        call_command("publications", "check")
        with measured("Rebuild", number):
            call_command("publications", "rebuild")
        sizes(options.database)
        compare(pages)
        change(30, minor=10)


def change(number: int, minor: int) -> None:
    """Change a text of so many translated pages, some by minor edits, and print what the coverage makes of it."""
    from home.models import InfoPage
    from hub.publications import triggers
    from hub.publications.worker import drain, work_outbox
    from hub.translations.minor_edits import publish_minor
    from hub.translations.models import Coverage

    rows = Coverage.objects.filter(locale="en")
    print("English:", ", ".join(f"{rows.filter(state=state).count()} {state.label}" for state in Coverage.State))
    without = rows.exclude(state=Coverage.State.COMPLETE).select_related("source")
    print("Without English:", "; ".join(row.source.title for row in without if row.state != Coverage.State.OUTDATED))
    before = set(rows.filter(state=Coverage.State.OUTDATED).values_list("source_id", flat=True))
    complete = rows.filter(state=Coverage.State.COMPLETE).order_by("source_id")
    ids = list(complete.values_list("source_id", flat=True)[:number])
    began = time.perf_counter()
    with triggers.deferred():
        for index, page in enumerate(InfoPage.objects.filter(pk__in=ids).order_by("pk")):
            page.title = f"{page.title} geändert"[:255]
            revision = page.save_revision()
            publish_minor(revision) if index < minor else revision.publish()
    published = time.perf_counter()
    while work_outbox() is not None:
        pass
    right = time.perf_counter()
    drain()
    handed_over = time.perf_counter()
    outdated = {row.source_id: row for row in rows.filter(state=Coverage.State.OUTDATED)}
    found = outdated.keys() - before
    texts, words = (sum(getattr(outdated[pk], name) for pk in found) for name in ("texts_to_do", "words_to_do"))
    print(
        f"{number} pages changed in {published - began:.1f} s, {minor} of them by minor edits: {len(found)} outdated,"
        f" {len(found - set(ids[minor:]))} falsely, {len(set(ids[minor:]) - found)} are missed; {texts} texts and"
        f" {words} words to do. Right after {right - published:.1f} s, handed over after {handed_over - right:.1f} s."
    )


def sizes(database: str | None) -> None:
    """Print how large the publications, the database and this process are."""
    from django.db import connection

    from hub.publications.models import Publication

    size = f", a database of {os.path.getsize(connection.settings_dict['NAME']) / 1e6:.0f} MB" if not database else ""
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{Publication.objects.count()} publications{size}; at most {memory:.0f} MB of memory")


def compare(pages: dict[str, list[dict]]) -> None:
    """Print the share of the words of each page's HTML that are in its public document."""
    from home.importer.files import normalize_path
    from home.importer.models import ImportedPage
    from home.importer.words import preserved_share, words_of_html, words_of_text
    from hub.publications.models import Publication, plain_text

    keys = dict(ImportedPage.objects.values_list("path", "translation_key"))
    expected_words, preserved_words, shares = Counter(), Counter(), []
    for language, entries in pages.items():
        publications = Publication.objects.filter(content_locale=language)
        texts = {key: plain_text(lines) for key, lines in publications.values_list("translation_key", "texts")}
        for entry in entries:
            expected = words_of_html(entry["content"])
            actual = words_of_text(texts[keys[normalize_path(entry["path"])]].partition("\n")[2])
            expected_words[language] += expected.total()
            preserved_words[language] += (expected & actual).total()
            shares.append((preserved_share(expected, actual), entry["path"]))
    for language in pages:
        preserved, total = preserved_words[language], expected_words[language]
        print(f"{language}: {preserved} of {total} words, {preserved / total:.3%}")
    print("Lowest:", *(f"{share:.2%} {path}" for share, path in sorted(shares)[:3]), sep="\n  ")


if __name__ == "__main__":
    main()
