"""Mends the addresses of links, and finds the page of the same region that one leads to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from home.importer.files import Article, normal_path

INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
PHONE = re.compile(r"(?:\+|\(?0|11)[\d\s()/.–-]*\d")
IMAGE = re.compile(r"\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$", re.IGNORECASE)
WEB_APP = "integreat.app"  # where readers find the pages that the content system has at a host of its own
PAGE = "page:"  # begins the address of a page of the hub until its id is known


@dataclass(frozen=True)
class Link:
    """A mended address: `page:<key of the article>`, or one with the scheme http, https, mailto or tel.

    The county's key is empty. `problem` says in one word what could not be mended: "unknown" for a page of the region
    that is not in the files, "doubtful" for a number that differs from the one shown, "broken" for anything else.
    """

    href: str
    problem: str = ""


class Pages:
    """The pages of the files by every path that leads to them, in any language."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._by_path: dict[str, str] = {}
        self._by_slug: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._regions: set[tuple[str, ...]] = set()
        self._hosts = {"", WEB_APP}
        for article in articles:
            for entry in article.entries.values():
                self._hosts.add(entry.host)
                for path in (entry.path, *entry.elsewhere.values()):
                    self._by_path.setdefault(path, article.key)
                    parts = path.strip("/").split("/")
                    self._by_slug[(*parts[:2], parts[-1])].add(article.key)
                    self._regions.add(tuple(parts[:2]))

    def find(self, href: str) -> Link | None:
        """Return the link to a page of the region, None for an address that leads elsewhere.

        The content system knows a page by the last part of its address, whatever stands before it, so old addresses
        of pages that were moved still lead to them.
        """
        address = split(href)
        path = normal_path(address.path)
        parts = path.strip("/").split("/")
        if (address.hostname or "") not in self._hosts or tuple(parts[:2]) not in self._regions:
            return None
        if len(parts) == 2:
            return Link(PAGE)
        found = {self._by_path[path]} if path in self._by_path else self._by_slug.get((*parts[:2], parts[-1]), set())
        return Link(PAGE + next(iter(found))) if len(found) == 1 else Link(href, "unknown")


def mend(href: str, text: str, pages: Pages) -> Link:
    """Return where a link with the address `href` and the words `text` leads.

    Editors' tools leave numbers cut at the first space, mail addresses taken for web addresses and characters that
    cannot be seen; what is missing is then read from the words.
    """
    href = re.sub(r"^//", "https://", _visible(href))
    text = " ".join(text.translate(INVISIBLE).split())
    email = EMAIL.fullmatch(text.rstrip(" .,;"))
    scheme = href.partition(":")[0].lower() if ":" in href else ""
    parts = split(href)
    path = unquote(parts.path).strip("/ ")
    if scheme == "mailto":
        if EMAIL.fullmatch(path):
            return Link(f"mailto:{path}" + (f"?{parts.query}" if parts.query else ""))
        return Link(f"mailto:{email.group()}") if email else Link(href, "broken")
    if email and ("@" in parts.netloc or path in {"mailto:", text}):
        return Link(f"mailto:{email.group()}")
    if scheme == "tel":
        return phone(href[4:], text)
    if path.startswith("tel:") or (PHONE.fullmatch(text) and path == digits(text)):
        return phone(path.removeprefix("tel:"), text)
    if scheme not in {"http", "https"}:
        return (pages.find(href) if href.startswith("/") else None) or Link(href, "broken")
    return pages.find(href) or Link(href, "" if parts.netloc else "broken")


def phone(number: str, text: str) -> Link:
    """Return the `tel:` link for `number`, or for what the words say where `number` is only its beginning."""
    given = digits(unquote(number))
    shown = PHONE.search(text)
    wanted = digits(shown.group()) if shown and len(shown.group()) > 2 else ""
    if wanted.startswith(given) and wanted:
        return Link(f"tel:{wanted}")
    if not given.strip("+"):
        return Link(f"tel:{number}", "broken")
    same = not wanted or national(wanted) == national(given)
    return Link(f"tel:{given}", "" if same else "doubtful")


def digits(number: str) -> str:
    """Return the digits of a phone number, with the plus of an international one: "+49 (0) 711-5" is "+497115"."""
    number = number.strip(" :\u00a0")
    if number.startswith("+"):
        return "+" + re.sub(r"\D", "", number.replace("(0)", ""))
    return re.sub(r"\D", "", number)


def national(number: str) -> str:
    """Return a German number as it is dialled within Germany."""
    return re.sub(r"^(?:\+49|0049)0?", "0", number)


def split(href: str) -> SplitResult:
    """Return the parts of an address, empty ones when it is no address at all."""
    try:
        return urlsplit(href)
    except ValueError:
        return urlsplit("")


def _visible(href: str) -> str:
    """Return `href` without characters that cannot be seen, whether they are written as they are or as %E2%80%8B."""
    for code in INVISIBLE:
        href = re.sub("".join(f"%{byte:02x}" for byte in chr(code).encode()), "", href, flags=re.IGNORECASE)
    return href.translate(INVISIBLE).strip()
