"""The WSGI application of production: `gunicorn hub.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.production")
django_application = get_wsgi_application()

from hub.api.ready import Ready  # noqa: E402 - needs the settings
from hub.kept.wsgi import kept_answers  # noqa: E402

application = kept_answers(django_application, Ready(django_application))
