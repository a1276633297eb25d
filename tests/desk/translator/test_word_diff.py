"""Changes are shown word by word, as text that cannot be executed."""

import re

import pytest
from django.utils import translation
from django.utils.safestring import SafeString

from hub.desk.translator.word_diff import word_diff

SPOKEN = re.compile(r'<span class="w-sr-only">[^<]*</span>')


@pytest.mark.parametrize(
    ("old", "new", "html"),
    [
        ("Das Haus", "Das Haus", "Das Haus"),
        ("Das alte Haus", "Das neue Haus", "Das <del>alte</del> <ins>neue</ins> Haus"),
        ("Das Haus ist alt.", "Das Haus ist alt und schön.", "Das Haus ist alt <ins>und schön</ins>."),
        ("Wir sind heute da.", "Wir sind da.", "Wir sind <del>heute</del> da."),
        (
            "Kommen Sie am Montag, Dienstag nicht zu uns ins Büro.",
            "Kommen Sie am Freitag, Samstag nicht zu uns ins Büro.",
            "Kommen Sie am <del>Montag, Dienstag</del> <ins>Freitag, Samstag</ins> nicht zu uns ins Büro.",
        ),
        ("Eins zwei", "Drei vier fünf", "<del>Eins zwei</del><ins>Drei vier fünf</ins>"),
        ("", "Neu", "<ins>Neu</ins>"),
        ("Weg", "", "<del>Weg</del>"),
        ("", "", ""),
        ("Raum 1<br>Haus B", "Raum 1<br/>Haus C", "Raum 1<br>Haus <del>B</del><ins>C</ins>"),
        ("Raum 1, Haus B", "Raum 1<br>Haus B", "Raum 1<del>,</del> <ins><br></ins>Haus B"),
        (
            'Mehr <b>im</b> <a id="a1">Amt</a> hier',
            "Mehr im <b>Rathaus</b> hier",
            "Mehr im <del>Amt</del> <ins>Rathaus</ins> hier",
        ),
        ("Das  Haus", "Das Haus", "Das Haus"),
        ("في البيت القديم", "في البيت الجديد", "في البيت <del>القديم</del><ins>الجديد</ins>"),
        ("جدًا هنا", "جدًّا هنا", "<del>جدًا</del> <ins>جدًّا</ins> هنا"),
        ("у домі 5", "у домі 6", "у домі <del>5</del><ins>6</ins>"),
    ],
)
def test_changed_words_are_marked(old, new, html):
    assert SPOKEN.sub("", word_diff(old, new)) == html


@pytest.mark.parametrize(
    "text", ["&lt;script&gt;x&lt;/script&gt;", "<script>x</script>", "5 < 6 & 7", '"><img src=x onerror=y>']
)
@pytest.mark.parametrize("other", ["", "x", "Etwas ganz anderes"])
def test_no_text_becomes_markup(text, other):
    for html in (word_diff(text, other), word_diff(other, text)):
        assert isinstance(html, SafeString)
        assert set(re.findall(r"<[^>]*>", html)) <= {
            "<del>", "</del>", "<ins>", "</ins>", '<span class="w-sr-only">', "</span>"
        }  # fmt: skip


def test_screen_readers_say_what_was_removed_and_added():
    with translation.override("de"):
        html = word_diff("alt", "neu")
    assert SPOKEN.findall(html) == [
        '<span class="w-sr-only">Entfernt: </span>',
        '<span class="w-sr-only">Hinzugefügt: </span>',
    ]
