"""Development: works without any configuration, listens to this machine alone, keeps its state below var/."""

from hub.settings import environment
from hub.settings.base import *  # noqa: F403  settings are inherited this way

# Visitors' error pages look as in production; DEBUG=1 shows Django's technical ones instead.
DEBUG = environment.text("DEBUG", "0") == "1"
WHITENOISE_USE_FINDERS = True
SECRET_KEY = environment.kept_secret_key(BASE_DIR / "var" / "secret-key")  # noqa: F405  from base
ALLOWED_HOSTS = ["127.0.0.1", "[::1]", ".localhost"]
vars().update(environment.email(environment.text("EMAIL_URL", "consolemail://")))

# WhiteNoise warns when it is missing, though the development server finds the files in the apps.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405  from base
