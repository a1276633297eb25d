"""Reads the files: for each language one list of pages, as the content API's `pages` endpoint returns it.

Fields used of each page: `path` ("/<region>/<language>/<slug>/…/"), `title`, `content` (HTML), `parent.path` (null at
the top), `order` (among siblings), `available_languages` (language to the `path` of the same page), `last_updated` (ISO
8601), `thumbnail` (URL of an image) and the host of `url` (where the page is published). A page's `id` changes with
each of its versions and identifies nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

# Characters that databases reject or that no reader sees. A line feed in HTML is a space.
CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


class BadFile(Exception):
    """A file that cannot be imported; the message names the file and the cause."""


@dataclass(frozen=True)
class Entry:
    """A page in one language. All paths are decoded, and begin and end with a slash.

    `parent_path` is empty at the top; `translation_paths` maps other languages to the same page's path there.
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

    @property
    def slug(self) -> str:
        return self.path.strip("/").rpartition("/")[2]

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
            region, code = entry.path.split("/")[1:3]
            if code != language and code in files:
                raise BadFile(f"{files[language]} holds pages in “{code}”, it was given as “{language}”: {entry.path}")
            if region != pages[0].path.split("/")[1]:
                raise BadFile(f"{files[language]} holds pages of two regions: {pages[0].path}, {entry.path}")
    articles = _group_languages(entries, source_language)
    _link_parents(articles)
    return _in_tree_order(article for article in articles if article.parent is None)


def read_entries(language: str, path: Path) -> list[Entry]:
    """Return the pages of one file. Raises BadFile when it cannot be read, is no JSON, or no list of pages."""
    try:
        pages = json.loads(path.read_bytes())
    except OSError as error:
        raise BadFile(f"{path}: {error.strerror}") from error
    except ValueError as error:
        raise BadFile(f"{path} is no JSON: {error}") from error
    if not isinstance(pages, list) or not pages:
        raise BadFile(f"{path}: a list of pages is expected.")
    entries: dict[str, Entry] = {}
    for number, page in enumerate(pages, 1):
        entry = _parse_page(language, page, f"{path}, page {number}")
        if entry.path in entries:
            raise BadFile(f"{path}: two pages have the path {entry.path}")
        entries[entry.path] = entry
    return list(entries.values())


def _parse_page(language: str, page: Any, location: str) -> Entry:
    def required(name: str, kind: type, data: Any = page) -> Any:
        value = data.get(name) if isinstance(data, dict) else None
        if not isinstance(value, kind) or isinstance(value, bool):
            raise BadFile(f"{location}: “{name}” is missing or no {kind.__name__}.")
        return value

    parent_path = required("parent", dict).get("path") or ""
    if not isinstance(parent_path, str):
        raise BadFile(f"{location}: the parent's “path” is no str.")
    path = normalize_path(required("path", str))
    title = " ".join(CONTROL.sub(" ", unescape(required("title", str))).split())
    if path.count("/") < 4:
        raise BadFile(f"{location}: the path {path} is not of the form /region/language/page/.")
    if not 0 < len(title) <= 255:
        raise BadFile(f"{location}: the title is empty or longer than 255 characters.")
    translations = required("available_languages", dict) if page.get("available_languages") else {}
    return Entry(
        language=language,
        path=path,
        parent_path=normalize_path(parent_path) if parent_path else "",
        title=title,
        html=CONTROL.sub(" ", required("content", str)) if page.get("content") else "",
        order=required("order", int),
        translation_paths={
            code: normalize_path(required("path", str, translation)) for code, translation in translations.items()
        },
        updated_at=_parse_time(page.get("last_updated")),
        thumbnail=required("thumbnail", str) if page.get("thumbnail") else "",
        host=_parse_host(page.get("url")),
    )


def _parse_host(url: Any) -> str:
    try:
        return urlsplit(url).hostname or ""
    except (TypeError, ValueError, AttributeError):
        return ""


def _parse_time(text: Any) -> datetime | None:
    try:
        time = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)


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


def _in_tree_order(siblings: Iterable[Article]) -> list[Article]:
    ordered: list[Article] = []
    for article in sorted(siblings, key=lambda sibling: sibling.source.order):
        ordered += [article, *_in_tree_order(article.children)]
    return ordered
