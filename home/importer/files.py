"""Reads the files: one list of pages for each language, as the content API's `pages` endpoint gives it.

Of each page it uses `path` ("/<region>/<language>/<slug>/…/"), `title`, `content` (HTML), `parent.path` (null at the
top), `order` (among siblings), `available_languages` (language to the `path` of the same page), `last_updated` (ISO
8601), `thumbnail` (the address of an image) and the host of `url` (where the page is). A page's `id` is new with each
of its versions and tells nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

# What no database takes, or no reader sees; in HTML a line feed is a space.
CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


class BadFile(Exception):
    """A file that cannot be imported; the message names it and says why."""


@dataclass(frozen=True)
class Entry:
    """One page in one language, as the file has it. `path` and `parent` are decoded and end with a slash."""

    language: str
    path: str
    parent: str
    title: str
    html: str
    order: int
    elsewhere: Mapping[str, str]
    updated: datetime | None = None
    thumbnail: str = ""
    host: str = ""

    @property
    def slug(self) -> str:
        return self.path.strip("/").rpartition("/")[2]


@dataclass
class Article:
    """One page with all its languages. The order of `entries` is that in which the languages were given."""

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


def normal_path(path: str) -> str:
    """Return a path decoded, with one slash at each end."""
    return f"/{unquote(path).strip('/')}/"


def read_file(language: str, path: Path) -> list[Entry]:
    """Return the pages of one file. Raises BadFile when it cannot be read, is no JSON, or no list of pages."""
    try:
        pages = json.loads(path.read_bytes())
    except OSError as error:
        raise BadFile(f"{path}: {error.strerror}") from error
    except ValueError as error:
        raise BadFile(f"{path} is no JSON: {error}") from error
    if not isinstance(pages, list) or not pages:
        raise BadFile(f"{path}: a list of pages is expected.")
    entries = [_entry(language, page, f"{path}, page {number}") for number, page in enumerate(pages, 1)]
    seen: set[str] = set()
    for entry in entries:
        if entry.path in seen:
            raise BadFile(f"{path}: two pages have the path {entry.path}")
        seen.add(entry.path)
    return entries


def _entry(language: str, page: Any, where: str) -> Entry:
    def value(name: str, kind: type, data: Any = page) -> Any:
        found = data.get(name) if isinstance(data, dict) else None
        if not isinstance(found, kind) or isinstance(found, bool):
            raise BadFile(f"{where}: “{name}” is missing or no {kind.__name__}.")
        return found

    parent = value("parent", dict).get("path") or ""
    if not isinstance(parent, str):
        raise BadFile(f"{where}: the parent's “path” is no str.")
    path, title = normal_path(value("path", str)), " ".join(CONTROL.sub(" ", unescape(value("title", str))).split())
    if path.count("/") < 4:
        raise BadFile(f"{where}: the path {path} is not of the form /region/language/page/.")
    if not 0 < len(title) <= 255:
        raise BadFile(f"{where}: the title is empty or longer than 255 characters.")
    others = page.get("available_languages") or {}
    return Entry(
        language=language,
        path=path,
        parent=normal_path(parent) if parent else "",
        title=title,
        html=CONTROL.sub(" ", value("content", str)) if page.get("content") else "",
        order=value("order", int),
        elsewhere={
            code: normal_path(value("path", str, other))
            for code, other in (value("available_languages", dict) if others else {}).items()
        },
        updated=_moment(page.get("last_updated")),
        thumbnail=value("thumbnail", str) if page.get("thumbnail") else "",
        host=_host(page.get("url")),
    )


def _host(url: Any) -> str:
    try:
        return urlsplit(url).hostname or ""
    except (TypeError, ValueError, AttributeError):
        return ""


def _moment(text: Any) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def read(files: Mapping[str, Path], source_language: str) -> list[Article]:
    """Return the pages of all files as a tree: parents before their children, siblings in their order.

    The source of a page is its entry in `source_language`, else in the language given first. Raises BadFile.
    """
    entries = {language: read_file(language, path) for language, path in files.items()}
    for language, pages in entries.items():
        for entry in pages:
            region, code = entry.path.split("/")[1:3]
            if code != language and code in files:
                raise BadFile(f"{files[language]} holds pages in “{code}”, it was given as “{language}”: {entry.path}")
            if region != pages[0].path.split("/")[1]:
                raise BadFile(f"{files[language]} holds pages of two regions: {pages[0].path}, {entry.path}")
    articles = _join(entries, source_language)
    return _in_tree_order(articles)


def _join(entries: Mapping[str, list[Entry]], source_language: str) -> list[Article]:
    """Bring the languages of each page together."""
    by_path = {(language, entry.path): entry for language, pages in entries.items() for entry in pages}
    languages = sorted(entries, key=lambda language: language != source_language)
    articles: list[Article] = []
    taken: set[tuple[str, str]] = set()
    for language in languages:
        for entry in entries[language]:
            if (language, entry.path) in taken:
                continue
            same = {language: entry}
            for other in languages:
                twin = by_path.get((other, entry.elsewhere.get(other, "")))
                if other != language and twin and (other, twin.path) not in taken:
                    same[other] = twin
            taken |= {(code, twin.path) for code, twin in same.items()}
            articles.append(Article(language, same))
    return articles


def _in_tree_order(articles: list[Article]) -> list[Article]:
    """Link parents and children. A page whose parent is not in the files stands at the top, as does one of a loop."""
    by_path = {entry.path: article for article in articles for entry in article.entries.values()}
    for article in articles:
        article.parent = by_path.get(article.source.parent)
        line = article.parent
        while line is not None:
            if line is article:
                article.parent = None
                break
            line = line.parent
        if article.parent:
            article.parent.children.append(article)
    ordered: list[Article] = []

    def walk(siblings: list[Article]) -> None:
        for article in sorted(siblings, key=lambda sibling: sibling.source.order):
            ordered.append(article)
            walk(article.children)

    walk([article for article in articles if article.parent is None])
    return ordered
