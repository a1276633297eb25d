from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError, no_translations
from tqdm import tqdm

from hub.jobs.models import Job, State

INTERVAL_SECONDS = 1


class Command(BaseCommand):
    help = "Lists the jobs of the background process, or follows those that are not finished."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--wait", action="store_true", help="Follow all unfinished jobs to their end; exit status 1 when one fails."
        )

    @no_translations
    def handle(self, *args: Any, wait: bool, **options: Any) -> None:
        if wait:
            self.follow(list(Job.objects.unfinished()))
            return
        for job in Job.objects.select_related("started_by"):
            self.stdout.write(f"{job.created_at:%Y-%m-%d %H:%M} {job.started_by or '-'}: {sentence(job)}")

    def follow(self, jobs: list[Job]) -> None:
        """Show the progress of jobs, one after the other, as the worker does them. Raises CommandError if one fails."""
        for job in jobs:
            with tqdm(total=job.total or None, desc=job.label, disable=None) as bar:
                while True:
                    job.refresh_from_db()
                    bar.total = job.total or None
                    bar.update(job.done - bar.n)
                    if not job.is_unfinished:
                        break
                    time.sleep(INTERVAL_SECONDS)
            self.stdout.write(sentence(job))
        if failed := sum(job.state == State.FAILED for job in jobs):
            raise CommandError(f"{failed} of {len(jobs)} jobs failed; “Try again” in the admin lets them go on.")


def sentence(job: Job) -> str:
    """Return in one line what a job does, how far it has come and what has come of it."""
    parts = [f"{job.label}: {job.state}, {job.done} of {job.total}", job.result, job.error]
    return " ".join(filter(None, parts))
