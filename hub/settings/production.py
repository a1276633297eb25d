"""Production: what is secret or particular to an installation comes from the environment, and must be there."""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from hub.settings import environment
from hub.settings.base import *  # noqa: F403  settings are inherited this way

DEBUG = False
ROBOTS_ALLOWED = True
SECRET_KEY = environment.secret_key()
environment.required("DATABASE_URL", "postgres://user:password@127.0.0.1:5432/hub")

_address = urlsplit(environment.required("BASE_URL", "https://hub.example.org"))
if _address.scheme != "https":
    raise ImproperlyConfigured("BASE_URL must begin with https:// in production: logins and sessions need it.")

ALLOWED_HOSTS = [_address.hostname, *environment.hosts("ALLOWED_HOSTS")]
CSRF_TRUSTED_ORIGINS = [f"https://{f'*{host}' if host.startswith('.') else host}" for host in ALLOWED_HOSTS]

# Who asked over https is known from the server: gunicorn believes the proxy in front if FORWARDED_ALLOW_IPS names it
# (this machine by default).
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = ["^health/"]  # asked on this machine, behind the server that ends TLS
SECOND_FACTOR = environment.choice("SECOND_FACTOR", default="administrators", choices=environment.SECOND_FACTORS)
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# By this prefix browsers take these cookies from this host and over https only, not from a neighbouring subdomain.
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # HSTS for subdomains: a county's domain may have others that are not the hub's
    "security.W021",  # HSTS preloading: it is for whoever owns the domain to ask for
    "security.W019",  # the admin shows previews in frames
]

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

vars().update(environment.email(environment.required("EMAIL_URL", "smtp+tls://user:password@mail.example.org:587")))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environment.text("EMAIL_FROM", f"noreply@{_address.hostname}")

LOGGING["root"]["level"] = "INFO"  # noqa: F405  from base
# Machines ask every server for every host; that is no fault of ours.
LOGGING["loggers"]["django.security.DisallowedHost"] = {"level": "CRITICAL"}  # noqa: F405  from base
