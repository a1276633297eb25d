"""Mends the addresses of links, and finds the page of the same region that one leads to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from home.integreat.reading import Article, normal_path

INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
PHONE = re.compile(r"(?:\+|\(?0|11)[\d\s()/.–-]*\d")
IMAGE = re.compile(r"\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$", re.IGNORECASE)
PAGE = "page:"  # begins the address of a page of the hub until its id is known


@dataclass(frozen=True)
class Link:
    """A mended address: `page:<key of the article>`, or one with the scheme http, https, mailto or tel.

    `problem` says in one word what could not be mended: "unknown" for a page of the region that is not in the files,
    "doubtful" for a number that differs from the one shown, "broken" for anything else.
    """

    href: str
    problem: str = ""


class Pages:
    """The pages of the files by every path that leads to them, in any language."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._by_path: dict[str, str] = {}
        self._by_slug: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        self._regions: set[tuple[str, str]] = set()
        for article in articles:
            for entry in article.entries.values():
                for path in (entry.path, *entry.elsewhere.values()):
                    self._by_path.setdefault(path, article.key)
                    region, language, *_, slug = path.strip("/").split("/")
                    self._by_slug[region, language, slug].add(article.key)
                    self._regions.add((region, language))

    def find(self, href: str) -> Link | None:
        """Return the link to a page of the region, None for an address that leads elsewhere.

        The content system knows a page by the last part of its address, whatever stands before it, so old addresses
        of pages that were moved still lead to them.
        """
        path = normal_path(urlsplit(href).path)
        parts = path.strip("/").split("/")
        if len(parts) < 3 or (parts[0], parts[1]) not in self._regions:
            return None
        key = self._by_path.get(path)
        if key is None:
            found = self._by_slug.get((parts[0], parts[1], parts[-1]), set())
            key = next(iter(found)) if len(found) == 1 else None
        return Link(PAGE + key) if key else Link(href, "unknown")


def mend(href: str, text: str, pages: Pages) -> Link:
    """Return where a link with the address `href` and the words `text` leads.

    Editors' tools leave numbers cut at the first space, mail addresses taken for web addresses and invisible characters;
    what is missing is then read from the words.
    """
    href = unquote_invisible(href)
    text = " ".join(text.translate(INVISIBLE).split())
    scheme = href.partition(":")[0].lower() if ":" in href else ""
    email = EMAIL.fullmatch(text.rstrip(" .,;"))
    if scheme == "mailto":
        address, question, rest = href[7:].partition("?")
        if EMAIL.fullmatch(address.strip()):
            return Link(f"mailto:{address.strip()}{question}{rest}")
        return Link(f"mailto:{email.group()}") if email else Link(href, "broken")
    if email and (not scheme or "@" in urlsplit(href).netloc or unquote(urlsplit(href).path).strip("/") in {"mailto:", text}):
        return Link(f"mailto:{email.group()}")
    if scheme == "tel":
        return phone(href[4:], text)
    if scheme not in {"http", "https"} and not href.startswith("/"):
        return Link(href, "broken")
    path = unquote(urlsplit(href).path).strip("/ ")
    if path.startswith("tel:") or (path.isdigit() and path == digits(text)):
        return phone(path.removeprefix("tel:"), text)
    found = pages.find(href)
    if found:
        return found
    return Link(href) if scheme else Link(href, "broken")


def phone(number: str, text: str) -> Link:
    """Return the `tel:` link for `number`, which is what the words say where it is only their beginning."""
    shown = PHONE.search(text)
    given = digits(number)
    if shown and (wanted := digits(shown.group())) and wanted != given:
        if wanted.startswith(given) or (given == "49" and wanted.startswith("+49")):
            return Link(f"tel:{wanted}")
        if national(wanted) != national(given):
            return Link(f"tel:{given}", "doubtful") if given else Link(f"tel:{wanted}")
    return Link(f"tel:{given}") if given.strip("+") else Link("tel:", "broken")


def digits(number: str) -> str:
    """Return the digits of a phone number, with a plus before them where it begins with one: "+49 (0) 711" is "+49711"."""
    number = unquote(number).strip(" :\u00a0").replace("(0)", "") if number.strip().startswith("+") else unquote(number)
    return ("+" if number.strip(" :\u00a0").startswith("+") else "") + re.sub(r"\D", "", number)


def national(number: str) -> str:
    return re.sub(r"^(?:\+49|0049)0?", "0", number)


def unquote_invisible(href: str) -> str:
    """Return `href` without characters that cannot be seen, whether they are written as they are or as %E2%80%8B."""
    for code in INVISIBLE:
        href = re.sub(re.escape("".join(f"%{byte:02X}" for byte in chr(code).encode())), "", href, flags=re.IGNORECASE)
    return href.translate(INVISIBLE).strip()
