from __future__ import annotations

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from hub.jobs import views


@hooks.register("register_admin_urls")
def job_urls() -> list[URLPattern]:
    return [
        path("jobs/", views.index, name="hub_jobs"),
        path("jobs/table/", views.table, name="hub_jobs_table"),
        path("jobs/<int:pk>/try-again/", views.try_again, name="hub_jobs_try_again"),
        path("jobs/<int:pk>/cancel/", views.cancel, name="hub_jobs_cancel"),
    ]


@hooks.register("register_reports_menu_item")
def jobs_item() -> MenuItem:
    return MenuItem(_("Jobs"), reverse("hub_jobs"), name="hub-jobs", icon_name="tasks", order=1200)
