"""The WSGI application of production: `gunicorn hub.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.production")
django_application = get_wsgi_application()

from hub.kept.wsgi import kept_answers  # noqa: E402 - needs the settings

application = kept_answers(django_application)
