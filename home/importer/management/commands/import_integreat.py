from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from tqdm import tqdm
from wagtail.models import Locale

from home.importer.checks import check_texts
from home.importer.files import BadFile, read_articles
from home.importer.job import ImportJob
from home.importer.report import Row, Status, summary, write
from home.importer.tree import NoHomePage, get_or_create_county


def language_file(text: str) -> tuple[str, Path]:
    """Return language and path of an argument such as `de=pages.json`."""
    language, equals, path = text.partition("=")
    if not equals or not path:
        raise ArgumentTypeError(f"{text!r} is not of the form LANGUAGE=FILE, such as de=pages.json")
    if language not in dict(settings.LANGUAGES):
        raise ArgumentTypeError(f"{language!r} is no language of the hub ({', '.join(dict(settings.LANGUAGES))})")
    return language, Path(path)


class Command(BaseCommand):
    help = (
        "Imports a county's pages from files of the Integreat content API, one for each language. Running it again "
        "imports what changed in the files; pages that were edited in the hub are left alone."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--county", required=True, help="Title or slug of the county's page; created when there is none."
        )
        parser.add_argument("--report", type=Path, help="Write a row for each page to this file (.json or .csv).")
        parser.add_argument("files", nargs="+", type=language_file, metavar="LANGUAGE=FILE")

    def handle(
        self, *args: Any, county: str, report: Path | None, files: list[tuple[str, Path]], **options: Any
    ) -> None:
        paths = dict(files)
        if len(paths) < len(files):
            raise CommandError("A language is given twice.")
        try:
            articles = read_articles(paths, settings.LANGUAGE_CODE)
            check_texts(articles)
            with transaction.atomic():
                for language in paths:
                    Locale.objects.get_or_create(language_code=language)
                county_page = get_or_create_county(county)
                job = ImportJob(county_page, articles)
        except BadFile as error:
            raise CommandError(f"{error} Nothing was imported.") from error
        except NoHomePage as error:
            raise CommandError(
                "No site of the hub has a home page to create the county below. Create one in the admin."
            ) from error
        except ValidationError as error:
            raise CommandError(
                f"No page can be created for the county “{county}”: {' '.join(error.messages)} "
                "Choose another name, or create the page in the admin and pass its title."
            ) from error

        rows: list[Row] = []
        with tqdm(total=job.steps, unit=" steps", disable=None) as progress:
            for step_rows in job.run():
                rows += step_rows
                progress.update()
        if report:
            write(rows, report)
        for line in summary(rows):
            self.stdout.write(line)
        for language in paths.keys() - set(county_page.languages):
            self.stdout.write(f"{county_page.title} does not offer “{language}”, so nothing is shown in it yet.")
        self.stdout.write("The worker (`manage.py work`) publishes what changed.")
        failures = sum(row.status == Status.FAILED for row in rows)
        if failures:
            raise CommandError(f"{failures} pages could not be imported; the report says why.")
