"""Reads the files: for each language one list of pages, as the content API's `pages` endpoint returns it.

Fields used of each page: `path` ("/<region>/<language>/<slug>/…/"), `title`, `content` (HTML), `parent.path` (null at
the top), `order` (among siblings), `available_languages` (language to the `path` of the same page), `last_updated` (ISO
8601), `thumbnail` (URL of an image) and the host of `url` (where the page is published). A page's `id` changes with
each of its versions and identifies nothing.
"""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from home.importer.limits import (
    MAX_DEPTH,
    MAX_FILE_BYTES,
    MAX_HTML_CHARACTERS,
    MAX_ORDER,
    MAX_PAGES,
    MAX_PATH_CHARACTERS,
    MAX_TAGS,
    MAX_TITLE_CHARACTERS,
)

# Characters that databases reject or that no reader sees. A line feed in HTML is a space.
CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
DATA_ADDRESS = re.compile(r"""(?<==)["']?data:[^"'\s>]*""", re.IGNORECASE)
# Dates that a content system can have. The calendar's ends cannot be brought into another time zone.
FIRST_TIME, CLOCK_ERROR = datetime(1990, 1, 1, tzinfo=UTC), timedelta(days=1)


class BadFile(Exception):
    """A file that cannot be imported; the message is one line that names file, page, cause and what to do."""


@dataclass(frozen=True)
class Entry:
    """A page in one language. All paths are decoded, and begin and end with a slash.

    `parent_path` is empty at the top; `translation_paths` maps other languages to the same page's path there.
    `location` says for messages where the page stands: file, number, path.
    """

    language: str
    path: str
    parent_path: str
    title: str
    html: str
    order: int
    translation_paths: Mapping[str, str]
    updated_at: datetime | None = None
    thumbnail: str = ""
    host: str = ""
    location: str = ""

    @property
    def slug(self) -> str:
        return self.path.strip("/").rpartition("/")[2]

    @property
    def region(self) -> str:
        return region_of(self.path)

    @property
    def all_paths(self) -> list[str]:
        """The page's paths in every language, its own first."""
        return [self.path, *self.translation_paths.values()]


@dataclass
class Article:
    """A page in all its languages, its source language first."""

    language: str
    entries: dict[str, Entry]
    parent: Article | None = None
    children: list[Article] = field(default_factory=list)

    @property
    def source(self) -> Entry:
        return self.entries[self.language]

    @property
    def key(self) -> str:
        return self.source.path

    def translations(self) -> list[Entry]:
        return [entry for language, entry in self.entries.items() if language != self.language]


def region_of(path: str) -> str:
    """Return the region of a decoded path."""
    return path.split("/")[1]


def normalize_path(path: str) -> str:
    """Return a path decoded, with one slash at each end."""
    return f"/{unquote(path).strip('/')}/"


def read_articles(files: Mapping[str, Path], source_language: str) -> list[Article]:
    """Return the pages of all files as a tree: parents before their children, siblings in their order.

    `files` maps languages to files. The source of a page is its entry in `source_language`, else in the language that
    was given first. Raises BadFile.
    """
    entries = {language: read_entries(language, path) for language, path in files.items()}
    for language, pages in entries.items():
        for entry in pages:
            code = entry.path.split("/")[2]
            if code != language and code in files:
                raise BadFile(
                    f"{entry.location}: the file holds pages in “{code}”, it was given as “{language}”. "
                    "Give each file with its language."
                )
            for path in entry.all_paths:
                if region_of(path) != pages[0].region:
                    raise BadFile(
                        f"{entry.location}: the file holds pages of two regions, {pages[0].path} and {path}. "
                        "Import each region by itself."
                    )
    articles = _group_languages(entries, source_language)
    _link_parents(articles)
    return _in_tree_order(article for article in articles if article.parent is None)


def read_entries(language: str, path: Path) -> list[Entry]:
    """Return the pages of one file. Raises BadFile when it cannot be read, is no JSON, or no list of pages."""
    try:
        pages = json.loads(_read_bytes(path))
    except OSError as error:
        raise BadFile(f"{path}: {error.strerror}. Check the path.") from error
    except (ValueError, RecursionError) as error:
        raise BadFile(f"{path} is no JSON of pages: {error}. Download it again.") from error
    if not isinstance(pages, list) or not pages:
        raise BadFile(f"{path}: a list of pages is expected. Download it from the content API's “pages”.")
    if len(pages) > MAX_PAGES:
        raise BadFile(f"{path}: {len(pages)} pages, more than {MAX_PAGES}. Check that it is one county's.")
    entries: dict[str, Entry] = {}
    for number, page in enumerate(pages, 1):
        entry = _parse_page(language, page, f"{path}, page {number}")
        if entry.path in entries:
            raise BadFile(f"{entry.location}: another page has the same path. Remove one of them.")
        entries[entry.path] = entry
    return list(entries.values())


def _read_bytes(path: Path) -> bytes:
    """Return what a file holds. Raises OSError, and BadFile when it is no file (a pipe may never end) or too large."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise BadFile(f"{path} is no file. Save the pages to a file first.")
    with path.open("rb") as file:
        data = file.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        raise BadFile(f"{path} is larger than {MAX_FILE_BYTES // 10**6} MB. Check that it holds one county's pages.")
    return data


def _parse_page(language: str, page: Any, location: str) -> Entry:
    def required(name: str, kind: type, data: Any = page) -> Any:
        value = data.get(name) if isinstance(data, dict) else None
        if not isinstance(value, kind) or isinstance(value, bool):
            raise BadFile(f"{location}: “{name}” is missing or no {kind.__name__}. Download the file again.")
        return value

    def required_path(data: Any = page) -> str:
        path = normalize_path(required("path", str, data))
        if CONTROL.search(path) or len(path) > MAX_PATH_CHARACTERS:
            raise BadFile(
                f"{location}: the path {path[:100]!a} is longer than {MAX_PATH_CHARACTERS} characters or holds control "
                "characters. Correct it in the content system."
            )
        return path

    parent = required("parent", dict)
    path = required_path()
    location = f"{location} ({path})"
    title = " ".join(CONTROL.sub(" ", unescape(required("title", str))).split())
    if path.count("/") < 4:
        raise BadFile(f"{location}: the path is not of the form /region/language/page/. Download the file again.")
    if not 0 < len(title) <= MAX_TITLE_CHARACTERS:
        raise BadFile(
            f"{location}: the title is empty or longer than {MAX_TITLE_CHARACTERS} characters. "
            "Correct it in the content system."
        )
    order = required("order", int)
    if not 0 <= order <= MAX_ORDER:
        raise BadFile(f"{location}: “order” is not from 0 to {MAX_ORDER}. Order the pages anew in the content system.")
    html = CONTROL.sub(" ", required("content", str)) if page.get("content") else ""
    _check_html(html, location)
    translations = required("available_languages", dict) if page.get("available_languages") else {}
    return Entry(
        language=language,
        path=path,
        parent_path=required_path(parent) if parent.get("path") else "",
        title=title,
        html=html,
        order=order,
        translation_paths={code: required_path(translation) for code, translation in translations.items()},
        updated_at=_parse_time(page.get("last_updated")),
        thumbnail=CONTROL.sub("", required("thumbnail", str)) if page.get("thumbnail") else "",
        host=_parse_host(page.get("url")),
        location=location,
    )


def _check_html(html: str, location: str) -> None:
    for number, limit, what in (
        (len(DATA_ADDRESS.sub("", html)), MAX_HTML_CHARACTERS, "characters"),
        (html.count("<"), MAX_TAGS, "tags"),
    ):
        if number > limit:
            raise BadFile(f"{location}: the text has more than {limit} {what}. Divide the page in the content system.")


def _parse_host(url: Any) -> str:
    try:
        return urlsplit(url).hostname or ""
    except (TypeError, ValueError, AttributeError):
        return ""


def _parse_time(text: Any) -> datetime | None:
    """Return a date, None for one that is missing, malformed or impossible."""
    try:
        time = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None
    time = time if time.tzinfo else time.replace(tzinfo=UTC)
    return time if FIRST_TIME <= time <= datetime.now(UTC) + CLOCK_ERROR else None


def _group_languages(entries: Mapping[str, list[Entry]], source_language: str) -> list[Article]:
    """Return an article for each page, with the entries that are its translations."""
    by_path = {(language, entry.path): entry for language, pages in entries.items() for entry in pages}
    languages = sorted(entries, key=lambda language: language != source_language)
    articles: list[Article] = []
    grouped: set[tuple[str, str]] = set()
    for language in languages:
        for entry in entries[language]:
            if (language, entry.path) in grouped:
                continue
            versions = {language: entry}
            for other in languages:
                translation = by_path.get((other, entry.translation_paths.get(other, "")))
                if other != language and translation and (other, translation.path) not in grouped:
                    versions[other] = translation
            grouped |= {(code, version.path) for code, version in versions.items()}
            articles.append(Article(language, versions))
    return articles


def _link_parents(articles: list[Article]) -> None:
    """Set parents and children. A page whose parent is not in the files goes to the top, as does one of a loop."""
    by_path = {entry.path: article for article in articles for entry in article.entries.values()}
    for article in articles:
        article.parent = by_path.get(article.source.parent_path)
        ancestor = article.parent
        while ancestor is not None:
            if ancestor is article:
                article.parent = None
                break
            ancestor = ancestor.parent
        if article.parent:
            article.parent.children.append(article)


def _in_tree_order(siblings: Iterable[Article], depth: int = 1) -> list[Article]:
    ordered: list[Article] = []
    for article in sorted(siblings, key=lambda sibling: sibling.source.order):
        if depth > MAX_DEPTH:
            raise BadFile(
                f"{article.source.location}: more than {MAX_DEPTH} pages stand one below the other. "
                "Move some of them up in the content system."
            )
        ordered += [article, *_in_tree_order(article.children, depth + 1)]
    return ordered
