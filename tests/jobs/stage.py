"""A kind of job that writes one row in each step, and may fail in the middle of one."""

from __future__ import annotations

from typing import Any

from hub.jobs.kinds import JobKind
from hub.jobs.models import Job
from hub.taxonomy.models import Topic

KIND = "write topics"


class WriteTopics(JobKind):
    """Writes as many topics as its argument `number` says. Step `fail_at` fails after it has written."""

    label = "Write “%(subject)s”"

    def __init__(self) -> None:
        self.fail_at: int | None = None
        self.error: BaseException = RuntimeError("a mistake in the kind")

    def count(self, arguments: dict[str, Any]) -> int:
        return arguments["number"]

    def step(self, job: Job) -> bool:
        number = job.cursor.get("next", 0)
        Topic.objects.create(slug=f"{job.subject}-{number}", names={"de": "Thema"})
        job.cursor = {"next": number + 1}
        job.done += 1
        if number == self.fail_at:
            raise self.error
        return number + 1 < job.total

    def result(self, job: Job) -> str:
        return f"{job.done} topics written." if job.done else ""


def written(subject: str = "eins") -> list[str]:
    """Return the slugs of the topics that the job about `subject` has written."""
    return list(Topic.objects.filter(slug__startswith=f"{subject}-").order_by("pk").values_list("slug", flat=True))
