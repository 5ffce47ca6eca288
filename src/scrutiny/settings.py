"""The settings of one installation. Everything that differs between installations comes from the environment.

SCRUTINY_DATA    folder of the database, archive and search index (default ./data)
DATABASE_URL     postgresql://user:password@host:port/name; without it SQLite in that folder
SCRUTINY_HOSTS   names that the site answers to, with commas between (default this machine alone)
SCRUTINY_URL     its public address, for feeds; https switches on secure transport
SCRUTINY_SECRET  the signing key; without it one is made and kept in the data folder
SCRUTINY_NAME    what the site is called beside its mark
"""
from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import minutebook

DATA = Path(os.environ.get("SCRUTINY_DATA", "data")).resolve()
ARCHIVE = DATA / "archive"
INDEX = DATA / "index"
PLACE = os.environ.get("SCRUTINY_NAME", "The record of scrutiny")
PUBLIC_URL = os.environ.get("SCRUTINY_URL", "http://127.0.0.1:8000").rstrip("/")


def _secret() -> str:
    """The signing key, made once and readable by the owner alone."""
    if given := os.environ.get("SCRUTINY_SECRET"):
        return given
    kept = DATA / "secret"
    if not kept.exists():
        if not DATA.is_dir():
            return secrets.token_urlsafe(50)      # nothing is served yet: `scrutiny init` makes the folder
        try:
            with os.fdopen(os.open(kept, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(50))
        except FileExistsError:
            pass
    return kept.read_text()


def database(url: str | None) -> dict[str, Any]:
    """Django's settings for a database address. Raises ValueError for any but PostgreSQL and SQLite."""
    parts = urlsplit(url or f"sqlite:///{DATA / 'scrutiny.sqlite3'}")
    if parts.scheme == "sqlite":
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": parts.path.removeprefix("/") if not parts.path.startswith("//") else parts.path[1:],
                "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20,
                            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;"}}
    if parts.scheme in ("postgres", "postgresql"):
        return {"ENGINE": "django.db.backends.postgresql", "NAME": parts.path.lstrip("/"), "CONN_MAX_AGE": 60,
                "USER": unquote(parts.username or ""), "PASSWORD": unquote(parts.password or ""),
                "HOST": parts.hostname or "", "PORT": str(parts.port or "")}
    raise ValueError(f"DATABASE_URL begins with {parts.scheme!r}; write postgresql://user:password@host/name")


SECRET_KEY = _secret()
DEBUG = False
_HOST = urlsplit(PUBLIC_URL).hostname or "127.0.0.1"
ALLOWED_HOSTS = [h.strip() for h in os.environ.get("SCRUTINY_HOSTS", "").split(",") if h.strip()] or sorted({"127.0.0.1", "localhost", "[::1]", _HOST})
ROOT_URLCONF = "scrutiny.urls"
WSGI_APPLICATION = "scrutiny.wsgi.application"
INSTALLED_APPS = ["django.contrib.staticfiles", "scrutiny.access", "scrutiny.archive", "scrutiny.bodies",
                  "scrutiny.meetings", "scrutiny.business", "scrutiny.tracking", "scrutiny.publish"]
MIDDLEWARE = ["scrutiny.publish.headers.Headers", "django.middleware.security.SecurityMiddleware",
              "whitenoise.middleware.WhiteNoiseMiddleware", "django.middleware.http.ConditionalGetMiddleware",
              "django.middleware.common.CommonMiddleware"]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True,
              "OPTIONS": {"context_processors": ["scrutiny.publish.headers.place"], "builtins": ["scrutiny.publish.words"]}}]
DATABASES = {"default": database(os.environ.get("DATABASE_URL"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SILENCED_SYSTEM_CHECKS: list[str] = []

LANGUAGE_CODE, TIME_ZONE, USE_TZ, USE_I18N = "en-gb", "Europe/London", True, True
APPEND_SLASH = False

STATIC_URL = "/static/"
STATICFILES_DIRS = [("face", str(Path(minutebook.__file__).parent / "pages" / "assets"))]   # one face for both
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 3600

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if PUBLIC_URL.startswith("https:"):
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Addresses and words searched for are nobody's business: only what fails is told, without what was asked.
LOGGING = {"version": 1, "disable_existing_loggers": False,
           "handlers": {"plain": {"class": "logging.StreamHandler"}},
           "loggers": {"django": {"handlers": ["plain"], "level": "ERROR"}}}
