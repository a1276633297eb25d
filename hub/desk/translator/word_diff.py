"""What has changed between two versions of a text, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from hub.desk.translator.string_data import read

# A word or a sign with the spaces around it. Vowel signs of Arabic and joiners of Persian are parts of their words.
TOKEN = re.compile(r"\n|[^\S\n]*(?:[\w\u0300-\u036f\u064b-\u065f\u0670\u200c\u200d]+|[^\w\s])[^\S\n]*")
WORD = re.compile(r"\w")
# Texts with a smaller share of common words are easier to read one after the other.
ALIKE = 0.3
DELETED = '<del><span class="w-sr-only">{} </span>{}</del>{}'
INSERTED = '<ins><span class="w-sr-only">{} </span>{}</ins>{}'


def word_diff(old: str, new: str) -> SafeString:
    """Return the text of string data `new` as HTML, with what was removed in `<del>` and what was added in `<ins>`.

    Marks such as links and bold are left out, line breaks stay. A change of spaces or marks alone is not shown.
    """
    parts: list[SafeString] = []
    for removed, added in _parts(TOKEN.findall(read(old).text), TOKEN.findall(read(new).text)):
        if removed is None:
            parts.append(linebreaksbr(added))
        else:
            # Many screen readers do not tell <del> and <ins> from other text.
            parts.append(_change(DELETED, gettext("Removed:"), removed))
            parts.append(_change(INSERTED, gettext("Added:"), added))
    return format_html_join("", "{}", ((part,) for part in parts))


def _parts(before: list[str], after: list[str]) -> Iterator[tuple[str | None, str]]:
    """Yield what was removed with what was added in its place; None with what is the same in both."""
    matcher = SequenceMatcher(a=list(map(_bare, before)), b=list(map(_bare, after)), autojunk=False)
    if matcher.ratio() < ALIKE:
        yield "".join(before), "".join(after)
        return
    removed = added = ""
    codes = matcher.get_opcodes()
    for number, (code, old_start, old_end, new_start, new_end) in enumerate(codes):
        old, new = "".join(before[old_start:old_end]), "".join(after[new_start:new_end])
        # A comma between two changed words belongs to their change.
        joins = 0 < number < len(codes) - 1 and "\n" not in new and not WORD.search(new)
        if code == "equal" and not joins:
            if removed or added:
                yield removed, added
            yield None, new
            removed = added = ""
        else:
            removed, added = removed + old, added + new
    if removed or added:
        yield removed, added


def _bare(token: str) -> str:
    return token.strip() or token


def _change(template: str, label: str, text: str) -> SafeString:
    words = text.rstrip(" \u00a0")
    return format_html(template, label, linebreaksbr(words), text[len(words) :]) if words else linebreaksbr(text)
