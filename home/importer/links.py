"""Repairs the addresses of links, and finds the page of the same region that one leads to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from home.importer.files import Article, normalize_path

INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
PHONE = re.compile(r"(?:\+|\(?0|11)[\d\s()/.–-]*\d")
IMAGE = re.compile(r"\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$", re.IGNORECASE)
WEB_APP = "integreat.app"  # serves the pages to readers, beside the content system's own host
PAGE = "page:"  # scheme of links to pages of the hub, until the page's id is known


@dataclass(frozen=True)
class Link:
    """A repaired address: `page:<key of the article>`, or one with the scheme http, https, mailto or tel.

    The county's key is empty. `problem` is "unknown" for a page of the region that is not in the files, "doubtful" for
    a phone number that differs from the link's text, "broken" for an address that cannot be repaired, "" for none.
    """

    href: str
    problem: str = ""


class PageIndex:
    """The articles of the files by every path that leads to them, in any language."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._by_path: dict[str, str] = {}
        self._by_slug: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._regions: set[tuple[str, ...]] = set()
        self._hosts = {"", WEB_APP}
        for article in articles:
            for entry in article.entries.values():
                self._hosts.add(entry.host)
                for path in entry.all_paths:
                    self._by_path.setdefault(path, article.key)
                    parts = path.strip("/").split("/")
                    self._by_slug[(*parts[:2], parts[-1])].add(article.key)
                    self._regions.add(tuple(parts[:2]))

    def find(self, href: str) -> Link | None:
        """Return the link to a page of the region, None for an address that leads elsewhere.

        The content system identifies a page by the last part of its path, whatever precedes it, so former addresses of
        pages that were moved still lead to them.
        """
        url = split_url(href)
        path = normalize_path(url.path)
        parts = path.strip("/").split("/")
        if (url.hostname or "") not in self._hosts or tuple(parts[:2]) not in self._regions:
            return None
        if len(parts) == 2:
            return Link(PAGE)
        keys = {self._by_path[path]} if path in self._by_path else self._by_slug.get((*parts[:2], parts[-1]), set())
        return Link(PAGE + next(iter(keys))) if len(keys) == 1 else Link(href, "unknown")


def repair(href: str, text: str, pages: PageIndex) -> Link:
    """Return where a link with the address `href` and the text `text` leads.

    Editors' tools cut phone numbers at the first space, take mail addresses for web addresses and insert invisible
    characters; the text then tells what is missing.
    """
    href = re.sub(r"^//", "https://", _remove_invisible(href))
    text = " ".join(text.translate(INVISIBLE).split())
    email = EMAIL.fullmatch(text.rstrip(" .,;"))
    scheme = href.partition(":")[0].lower() if ":" in href else ""
    url = split_url(href)
    path = unquote(url.path).strip("/ ")
    if scheme == "mailto":
        if EMAIL.fullmatch(path):
            return Link(f"mailto:{path}" + (f"?{url.query}" if url.query else ""))
        return Link(f"mailto:{email.group()}") if email else Link(href, "broken")
    if email and ("@" in url.netloc or path in {"mailto:", text}):
        return Link(f"mailto:{email.group()}")
    if scheme == "tel":
        return repair_phone(href[4:], text)
    if path.startswith("tel:") or (PHONE.fullmatch(text) and path == dialled_digits(text)):
        return repair_phone(path.removeprefix("tel:"), text)
    if scheme not in {"http", "https"}:
        return (pages.find(href) if href.startswith("/") else None) or Link(href, "broken")
    return pages.find(href) or Link(href, "" if url.netloc else "broken")


def repair_phone(number: str, text: str) -> Link:
    """Return the `tel:` link for `number`, or for the number in `text` where `number` is only its beginning."""
    digits = dialled_digits(unquote(number))
    match = PHONE.search(text)
    text_digits = dialled_digits(match.group()) if match and len(match.group()) > 2 else ""
    if text_digits.startswith(digits) and text_digits:
        return Link(f"tel:{text_digits}")
    if not digits.strip("+"):
        return Link(f"tel:{number}", "broken")
    is_same = not text_digits or national_number(text_digits) == national_number(digits)
    return Link(f"tel:{digits}", "" if is_same else "doubtful")


def dialled_digits(number: str) -> str:
    """Return the digits of a phone number, with the plus of an international one: "+49 (0) 711-5" is "+497115"."""
    number = number.strip(" :\u00a0")
    if number.startswith("+"):
        return "+" + re.sub(r"\D", "", number.replace("(0)", ""))
    return re.sub(r"\D", "", number)


def national_number(digits: str) -> str:
    """Return a German number as it is dialled within Germany."""
    return re.sub(r"^(?:\+49|0049)0?", "0", digits)


def split_url(url: str) -> SplitResult:
    """Return the parts of a URL, empty ones when it is malformed."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def _remove_invisible(href: str) -> str:
    """Remove characters that cannot be seen, also where they are percent-encoded (%E2%80%8B)."""
    for code in INVISIBLE:
        href = re.sub("".join(f"%{byte:02x}" for byte in chr(code).encode()), "", href, flags=re.IGNORECASE)
    return href.translate(INVISIBLE).strip()
