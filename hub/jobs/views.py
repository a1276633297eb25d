"""The list of jobs in the admin."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from hub.jobs import running
from hub.jobs.models import Job

PER_PAGE = 50


def index(request: HttpRequest) -> HttpResponse:
    """Show the jobs that the user has started, to administrators of the hub all, newest first."""
    return render(request, "hub_jobs/index.html", listed(request))


def table(request: HttpRequest) -> HttpResponse:
    """Answer with the table of that page alone; its script asks for it while something runs."""
    return render(request, "hub_jobs/table.html", listed(request))


def listed(request: HttpRequest) -> dict[str, Any]:
    jobs = Job.objects.visible_to(request.user).select_related("started_by").order_by("-pk")
    page = Paginator(jobs, PER_PAGE).get_page(request.GET.get("p"))
    return {"page": page, "is_running": any(job.is_unfinished for job in page)}


@require_POST
def try_again(request: HttpRequest, pk: int) -> HttpResponse:
    return change(request, pk, running.try_again)


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    return change(request, pk, running.cancel)


def change(request: HttpRequest, pk: int, action: Callable[[Job], None]) -> HttpResponse:
    action(get_object_or_404(Job.objects.visible_to(request.user), pk=pk))
    return redirect("hub_jobs")
