"""Values from the environment, parsed and checked.

Each may also stand in a file named by the variable with `_FILE` appended, as container platforms hand over secrets.
Every function raises ImproperlyConfigured with a text that names the variable and says what would be right.
"""

import ipaddress
import os
import re
import tempfile
import warnings
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, quote, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

_env = environ.FileAwareEnv()

# SQLite waits for a writer instead of failing, and takes its lock when a transaction begins, so that a reader that
# goes on to write cannot lose the race with another one.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}
ENGINES = {"django.db.backends.sqlite3", "django.db.backends.postgresql"}
INDEX_PREFIX = re.compile(r"[a-z][a-z0-9_]{,30}")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
SECOND_FACTORS = ("off", "administrators", "all")
HOST_NAME = re.compile(r"\.?[a-z0-9]([a-z0-9.-]*[a-z0-9])?", re.IGNORECASE)


def text(name: str, default: str) -> str:
    """Return the value of `name` without the line break that ends a file."""
    return _env.str(name, default=default).strip()


def required(name: str, example: str) -> str:
    """Return the value of `name`, which has no default."""
    value = text(name, "")
    if not value:
        raise ImproperlyConfigured(f"{name} is missing. Set it to a value such as {example}")
    return value


def choice(name: str, default: str, choices: Collection[str]) -> str:
    """Return one of `choices`."""
    value = text(name, default)
    if value not in choices:
        raise ImproperlyConfigured(f"{name}={value!r}: use one of {', '.join(choices)}.")
    return value


def whole_number(name: str, default: int, *, minimum: int, maximum: int) -> int:
    """Return a whole number from `minimum` to `maximum`."""
    value = text(name, str(default))
    if not value.isascii() or not value.isdigit() or not minimum <= int(value) <= maximum:
        raise ImproperlyConfigured(f"{name}={value!r}: use a whole number from {minimum} to {maximum}.")
    return int(value)


def port(name: str, default: int) -> int:
    """Return a TCP port."""
    return whole_number(name, default, minimum=1, maximum=65535)


def api_key(name: str) -> str:
    """Return a secret that is sent in a header, or nothing."""
    value = text(name, "")
    if not value.isascii() or not value.isprintable():
        raise ImproperlyConfigured(f"{name} must be letters, digits and signs on one line.")
    return value


def prefix(name: str, default: str) -> str:
    """Return what stands before a text, with a space at its end, which would get lost in many a file."""
    value = text(name, default)
    return f"{value} " if value else ""


def web_address(name: str, default: str) -> str:
    """Return a web address without a slash at its end; empty if that is the default."""
    value = text(name, default).rstrip("/")
    parts = _split(value)
    if value and not (parts and parts.scheme in {"http", "https"} and parts.hostname and not parts.query):
        raise ImproperlyConfigured(f"{name}={value!r} is no web address such as https://hub.example.org")
    return value


def embeddings_url(name: str) -> str:
    """Return a web address, `none`, or nothing. It is logged, so it holds no password."""
    if text(name, "") == "none":
        return "none"
    parts = _split(text(name, ""))
    if parts and (parts.username or parts.password):
        raise ImproperlyConfigured(f"{name} must hold no user name and password: EMBEDDINGS_KEY is for secrets.")
    return web_address(name, default="")


def languages(name: str, default: str, source: str) -> list[str]:
    """Return BCP 47 codes in lower case, separated by spaces; that of the source language is among them."""
    codes = text(name, default).split()
    wrong = [code for code in codes if not LANGUAGE.fullmatch(code)]
    if wrong or source not in codes or len(set(codes)) < len(codes):
        raise ImproperlyConfigured(
            f"{name}={' '.join(codes)!r}: use codes such as “de en pt-br ps”, each once, {source} among them."
        )
    return codes


def index_prefix(name: str, default: str) -> str:
    """Return what names of indexes begin with. A hyphen would make hub-test's indexes look like hub's."""
    value = text(name, default)
    if not INDEX_PREFIX.fullmatch(value):
        raise ImproperlyConfigured(f"{name}={value!r}: use lower-case letters, digits and underscores, such as hub_2")
    return value


def base_url(default: str) -> str:
    """Return BASE_URL, the address at which visitors reach the hub: scheme, host and perhaps port."""
    value = web_address("BASE_URL", default)
    parts = urlsplit(value)
    if not value or parts.path or parts.username:
        raise ImproperlyConfigured(f"BASE_URL={value!r} must be scheme and host alone, such as https://hub.example.org")
    return value


def sqlite_url(path: Path) -> str:
    """Return the DATABASE_URL of the SQLite file at `path`, which may hold any character."""
    return f"sqlite:///{quote(str(path))}"


def database(default: str) -> dict[str, Any]:
    """Return Django's settings for the database DATABASE_URL."""
    url = text("DATABASE_URL", default)
    parts = _split(url)
    with warnings.catch_warnings(action="ignore"):
        config = environ.Env.db_url_config(url) if parts else {}
    if config.get("ENGINE") not in ENGINES or config["NAME"] in {"", ":memory:"}:
        # The value may hold a password: it is not repeated.
        raise ImproperlyConfigured(
            "DATABASE_URL must look like sqlite:////folder/file.sqlite3 or postgres://user:password@host:5432/name"
        )
    if config["ENGINE"].endswith("sqlite3"):
        return {**config, "CONN_MAX_AGE": 60, "OPTIONS": SQLITE_OPTIONS}
    return {**config, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


def email(url: str) -> dict[str, Any]:
    """Return Django's e-mail settings for `url`, the value of EMAIL_URL."""
    try:
        config = environ.Env.email_url_config(url)
    except (ImproperlyConfigured, ValueError):
        config = {}
    if not config or ("smtp" in config["EMAIL_BACKEND"] and not config["EMAIL_HOST"]):
        raise ImproperlyConfigured(
            "EMAIL_URL must look like smtp+tls://user:password@mail.example.org:587, "
            "or be consolemail:// (e-mails are printed) or dummymail:// (no e-mails)."
        )
    return config


def hosts(name: str) -> list[str]:
    """Return host names separated by commas, each perhaps with a leading dot for its subdomains as well."""
    values = [value.strip() for value in text(name, "").split(",") if value.strip()]
    for value in values:
        if not HOST_NAME.fullmatch(value) and not _is_ip_address(value.strip("[]")):
            raise ImproperlyConfigured(
                f"{name} holds {value!r}: name hosts without scheme and port, such as hub.example.org,.example.com"
            )
    return values


def networks(name: str, default: str) -> list[str]:
    """Return IP addresses and networks separated by commas."""
    values = [value.strip() for value in text(name, default).split(",") if value.strip()]
    for value in values:
        if not _is_network(value):
            raise ImproperlyConfigured(
                f"{name} holds {value!r}: name the addresses of the web servers in front, such as 10.0.0.5,10.0.1.0/24"
            )
    return values


def secret_key() -> str:
    """Return SECRET_KEY, which must be long enough not to be guessed."""
    example = "the output of: python -c 'import secrets; print(secrets.token_urlsafe(50))'"
    value = required("SECRET_KEY", example)
    if len(value) < 50 or len(set(value)) < 10:
        raise ImproperlyConfigured(f"SECRET_KEY is too easily guessed. Set it to a value such as {example}")
    return value


def kept_secret_key(path: Path) -> str:
    """Return SECRET_KEY or, for development only, a key made once and kept in the file at `path`."""
    value = text("SECRET_KEY", "")
    if value:
        return value
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=path.parent) as file:  # readable for its owner only
            file.write(get_random_secret_key())
            file.flush()
            with suppress(FileExistsError):  # another process was faster: both use its key
                os.link(file.name, path)
    return path.read_text()


def _split(url: str) -> SplitResult | None:
    """Return the parts of `url`, or None if it is no URL or its port is no number."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  reading it checks it
    except ValueError:
        return None
    return parts


def _is_ip_address(value: str) -> bool:
    try:
        ipaddress.ip_address(value)
    except ValueError:
        return False
    return True


def _is_network(value: str) -> bool:
    try:
        ipaddress.ip_network(value)
    except ValueError:
        return False
    return True
