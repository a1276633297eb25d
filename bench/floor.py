"""A bare Django view, beside which `delivery.py` measures the hub: `gunicorn bench.floor`."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import re_path

BODY = b"x" * 61_000  # as much as a list of 20 documents


def view(_request: HttpRequest) -> HttpResponse:
    """Answer with the same bytes to everybody."""
    return HttpResponse(BODY, content_type="application/json", headers={"Content-Length": str(len(BODY))})


urlpatterns = [re_path("", view)]
settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["127.0.0.1"], MIDDLEWARE=[], SECRET_KEY="none")  # noqa: S106 - signs nothing
application = get_wsgi_application()
