"""What a visitor reads of an answer."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse


def page(response: HttpResponse, status: int = 200) -> BeautifulSoup:
    """Return the page that came with the expected status."""
    assert response.status_code == status, (response.status_code, response.headers)
    return BeautifulSoup(response.content, "html.parser")


def words(part: Tag) -> str:
    """Return the text of a part of the page with single spaces."""
    return " ".join(part.get_text(" ").split())


def links(part: Tag) -> dict[str, str]:
    """Return the links in a part of the page: their words and where they lead."""
    return {words(link): link["href"] for link in part.find_all("a", href=True)}


def heads(soup: BeautifulSoup, rel: str) -> dict[str | None, str]:
    """Return the `<link>` elements of a kind: their language and where they lead."""
    return {link.get("hreflang"): link["href"] for link in soup.head.find_all("link", rel=rel)}
