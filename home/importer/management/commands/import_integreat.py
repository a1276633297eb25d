from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm
from wagtail.models import Locale

from home.importer import report as reporting
from home.importer.files import BadFile, read
from home.importer.job import Import
from home.importer.tree import NoHome, county_page


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
        "brings what changed in the files; pages that were edited in the hub are left alone."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--county", required=True, help="Title or slug of the county's page; made when there is none."
        )
        parser.add_argument("--report", type=Path, help="Write a row for each page to this file (.json or .csv).")
        parser.add_argument("files", nargs="+", type=language_file, metavar="LANGUAGE=FILE")

    def handle(
        self, *args: Any, county: str, report: Path | None, files: list[tuple[str, Path]], **options: Any
    ) -> None:
        if len(dict(files)) < len(files):
            raise CommandError("A language is given twice.")
        try:
            articles = read(dict(files), settings.LANGUAGE_CODE)
            for language in dict(files):
                Locale.objects.get_or_create(language_code=language)
            page = county_page(county)
            job = Import(page, articles)
        except BadFile as error:
            raise CommandError(str(error)) from error
        except NoHome as error:
            raise CommandError(
                "No site of the hub has a home page, below which a county stands. Make one in the admin."
            ) from error
        except ValidationError as error:
            raise CommandError(
                f"No page can be made for the county “{county}”: {' '.join(error.messages)} "
                "Name it otherwise, or make its page in the admin and give that page's title."
            ) from error

        rows: list[reporting.Row] = []
        with tqdm(total=job.steps, unit=" steps", disable=None) as bar:
            for made in job.run():
                rows += made
                bar.update()
        if report:
            reporting.write(rows, report)
        for line in reporting.summary(rows):
            self.stdout.write(line)
        for language in set(dict(files)) - set(page.languages):
            self.stdout.write(f"{page.title} does not offer “{language}”, so nothing is shown in it yet.")
        self.stdout.write("The worker (`manage.py work`) publishes what changed.")
        failed = sum(row.status == reporting.Status.FAILED for row in rows)
        if failed:
            raise CommandError(f"{failed} pages could not be imported; the report says why.")
