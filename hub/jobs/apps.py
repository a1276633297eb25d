from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Jobs(AppConfig):
    name = "hub.jobs"
    label = "hub_jobs"
    verbose_name = _("Jobs")
