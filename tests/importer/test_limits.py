"""What no county's file holds is refused in a line that names file and page, soon, and before anything is stored."""

import json
import os
import time

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Locale, Page

from home.importer import checks
from home.importer.alignment import align
from home.importer.block_ids import text_blocks
from home.importer.conversion import convert
from home.importer.files import BadFile, read_articles, read_entries
from home.importer.limits import (
    MAX_DEPTH,
    MAX_FILE_BYTES,
    MAX_HTML_CHARACTERS,
    MAX_NESTING,
    MAX_ORDER,
    MAX_PAGES,
    MAX_PATH_CHARACTERS,
    MAX_TAGS,
)
from home.importer.links import PageIndex
from home.importer.models import ImportedPage
from home.importer.rich_text import render
from home.importer.words import words_of_html
from hub.counties.models import CountyPage

PAGE = {
    "path": "/auental/de/a/",
    "title": "A",
    "content": "<p>Text</p>",
    "parent": {"path": None},
    "order": 1,
    "available_languages": {},
}
SECONDS = 10  # for what takes a fraction of one, and took minutes


@pytest.fixture
def read(tmp_path):
    """Read the entries of a file that holds some bytes or some data."""

    def entries(content):
        path = tmp_path / "de.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return read_entries("de", path)

    return entries


@pytest.fixture
def refusal(tmp_path, read):
    """The one line with which the content of a file is refused."""

    def message(content):
        began = time.monotonic()
        with pytest.raises(BadFile) as error:
            read(content)
            checks.check_texts(read_articles({"de": tmp_path / "de.json"}, "de"))
        assert time.monotonic() - began < SECONDS
        [line] = str(error.value).splitlines()
        assert line.isprintable()
        assert len(line) < 600
        assert line.startswith(str(tmp_path / "de.json"))
        assert line.endswith(".")
        return line

    return message


def chain(number, closed=False):
    """Pages each below the one before it, the first below the last where the chain is closed."""
    paths = [f"/auental/de/{index}/" for index in range(number)]
    parents = [paths[-1] if closed else None, *paths]
    return [{**PAGE, "path": path, "parent": {"path": parent}} for path, parent in zip(paths, parents, strict=False)]


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"[" * 200_000, "no JSON"),
        (b'[{"a":' * 200_000, "no JSON"),
        (b"[" + b"9" * 10_000 + b"]", "no JSON"),
        (b'[{"title": "\xff"}]', "no JSON"),
        (b"\x00" * 1000, "no JSON"),
        (b"", "no JSON"),
        (b" " * (MAX_FILE_BYTES + 1), "larger than 20 MB"),
        (b'"text"', "a list of pages is expected"),
        (b"{}", "a list of pages is expected"),
        (b"[]", "a list of pages is expected"),
        (b"7", "a list of pages is expected"),
        (b"null", "a list of pages is expected"),
    ],
    ids=lambda value: value[:12] if isinstance(value, bytes) else "",
)
def test_what_is_no_list_of_pages_is_refused(refusal, content, cause):
    assert cause in refusal(content)


@pytest.mark.parametrize(
    ("values", "cause"),
    [
        ({"order": 10**30}, "“order” is not from 0"),
        ({"order": MAX_ORDER + 1}, "“order” is not from 0"),
        ({"order": -1}, "“order” is not from 0"),
        ({"order": "1"}, "“order” is missing or no int"),
        ({"order": True}, "“order” is missing or no int"),
        ({"order": 1.5}, "“order” is missing or no int"),
        ({"title": "x" * 10**6}, "the title is empty or longer than 255 characters"),
        ({"title": "\0 \ud800"}, "the title is empty"),
        ({"title": None}, "“title” is missing"),
        ({"path": "/auental/de/a\0/"}, "control characters"),
        ({"path": "/auental/de/a%00/"}, "control characters"),
        ({"path": "/auental/de/a\nb/"}, "control characters"),
        ({"path": "/auental/de/\ud800/"}, "control characters"),
        ({"path": "/auental/de/" + "x" * MAX_PATH_CHARACTERS}, "longer than 1000 characters"),
        ({"path": 7}, "“path” is missing or no str"),
        ({"parent": {"path": "/auental/de/\ud800/"}}, "control characters"),
        ({"parent": {"path": 7}}, "“path” is missing or no str"),
        ({"parent": []}, "“parent” is missing or no dict"),
        ({"available_languages": {"en": {"path": "/auental/en/\0/"}}}, "control characters"),
        ({"available_languages": {"en": {"path": "/hausen/en/a/"}}}, "two regions"),
        ({"available_languages": {"en": "x"}}, "“path” is missing"),
        ({"available_languages": [1]}, "“available_languages” is missing or no dict"),
        ({"content": 7}, "“content” is missing or no str"),
        ({"content": "x" * (MAX_HTML_CHARACTERS + 1)}, "more than 200000 characters"),
        ({"content": "<p " + " ".join(f"a{n}=1" for n in range(10**6)) + ">"}, "more than 200000 characters"),
        ({"content": "<div>" * 100_000 + "x"}, "more than"),
        ({"content": "<p>x" * (MAX_TAGS + 1)}, "more than 3000 tags"),
        ({"content": "<div>" * (MAX_NESTING + 1) + "x"}, "more than 100 elements"),
        ({"content": "<b>" * (MAX_TAGS - 1) + "x"}, "more than 100 elements"),
        ({"content": "<ul><li>" * 1000 + "x"}, "more than 100 elements"),
        ({"content": "<table><tr><td>x</td><td>" * 500}, "more than 100 elements"),
        ({"thumbnail": 7}, "“thumbnail” is missing or no str"),
    ],
    ids=lambda value: ascii(value)[:60] if isinstance(value, dict) else "",
)
def test_a_page_that_cannot_be_stored_is_refused_and_named(refusal, values, cause):
    line = refusal([PAGE | {"path": "/auental/de/vorher/"}, PAGE | values])
    assert cause in line
    assert "page 2" in line


@pytest.mark.parametrize("page", [None, 7, "x", [], True])
def test_what_is_no_page_is_refused(refusal, page):
    assert "page 1: “parent” is missing" in refusal([page])


def test_a_page_that_is_in_the_file_twice_is_refused(refusal):
    assert "page 2 (/auental/de/a/): another page has the same path" in refusal([PAGE, PAGE])


def test_more_pages_than_a_county_has_are_refused(refusal):
    assert f"{MAX_PAGES + 1} pages, more than {MAX_PAGES}" in refusal(chain(MAX_PAGES + 1))


def test_more_pages_below_one_another_than_the_tree_can_hold_are_refused(refusal):
    assert f"page {MAX_DEPTH + 1} (/auental/de/{MAX_DEPTH}/): more than {MAX_DEPTH} pages" in refusal(chain(1500))


def test_parents_that_form_a_circle_are_cut(tmp_path):
    path = tmp_path / "de.json"
    path.write_text(json.dumps([*chain(3, closed=True), PAGE | {"parent": {"path": PAGE["path"]}}]))
    articles = read_articles({"de": path}, "de")
    assert sorted(article.key for article in articles) == [
        "/auental/de/0/",
        "/auental/de/1/",
        "/auental/de/2/",
        PAGE["path"],
    ]
    assert sum(article.parent is None for article in articles) == 2


@pytest.mark.parametrize("page_id", ["x", -1, True, None, 10**30, 1.5, [], {"a": 1}])
def test_the_ids_of_pages_mean_nothing(read, page_id):
    assert len(read([PAGE | {"id": page_id}, PAGE | {"id": page_id, "path": "/auental/de/b/"}])) == 2


@pytest.mark.parametrize(
    "date",
    [
        "0001-01-01T00:00:00+23:59",
        "9999-12-31T23:59:59-23:59",
        "9999-12-31",
        "1970-01-01",
        "x" * 10**6,
        10**30,
        True,
        [1],
    ],
)
def test_an_impossible_date_is_none(read, date):
    [entry] = read([PAGE | {"last_updated": date}])
    assert entry.updated_at is None


def test_images_within_the_text_do_not_make_it_too_long(read):
    image = "<img src='data:image/png;base64," + "A" * MAX_HTML_CHARACTERS + "'>"
    [entry] = read([PAGE | {"content": f"<p>Text{image}</p>", "thumbnail": "https://x.example/\ud800\0.png"}])
    converted = convert(entry.html, PageIndex([]))
    assert [section.paragraphs[0].text for section in converted.sections] == ["Text"]
    assert entry.thumbnail == "https://x.example/.png"


def test_the_largest_pages_are_read(read):
    html = (
        "<div>" * (MAX_NESTING - 1) + "<p>x" + "</div>" * (MAX_NESTING - 1) + "<hr>" * (MAX_TAGS - 2 * MAX_NESTING + 1)
    )
    [entry] = read([PAGE | {"content": html.ljust(MAX_HTML_CHARACTERS), "order": MAX_ORDER, "title": "x" * 255}])
    assert convert(entry.html, PageIndex([])).sections
    assert len(read(chain(MAX_PAGES))) == MAX_PAGES


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "device"])
def test_what_is_no_file_is_refused(tmp_path, kind):
    path = tmp_path / "de.json"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    with pytest.raises(BadFile, match=r"No such file|is no file"):
        read_entries("de", path)


def test_a_text_that_takes_too_long_is_refused_and_named(refusal, monkeypatch):
    monkeypatch.setattr(checks, "MAX_CONVERSION_SECONDS", -1)
    assert "page 1 (/auental/de/a/): converting the texts up to this one took longer" in refusal([PAGE])


# What the limits allow takes seconds, not minutes


@pytest.fixture
def _soon():
    began = time.monotonic()
    yield
    assert time.monotonic() - began < SECONDS


@pytest.mark.usefixtures("_soon")
@pytest.mark.parametrize("html", ["<", "<!-- ", "<script>", "<b ", "<x"])
def test_words_of_tags_that_never_end_are_counted_soon(html):
    words_of_html((html * MAX_HTML_CHARACTERS)[:MAX_HTML_CHARACTERS])


@pytest.mark.usefixtures("_soon")
@pytest.mark.parametrize("html", ["<p>x", "<h2>x</h2>", "<li>x"])
def test_a_page_that_repeats_itself_is_stored_soon(html):
    sections = convert(html * (MAX_TAGS // html.count("<")), PageIndex([])).sections
    texts = [render(section, {}) for section in sections]
    stored = text_blocks(texts, [], "page")
    assert text_blocks(texts, stored, "page") == stored
    assert len({block["id"] for block in stored}) == len(texts)


@pytest.mark.usefixtures("_soon")
@pytest.mark.parametrize(
    ("source", "translation"),
    [("<p>x" * 700, "<p>x" * 1400), ("<p>x<p>y", "x" * MAX_HTML_CHARACTERS + "<p>x<p>y")],
    ids=["many lines", "a long word"],
)
def test_a_translation_with_much_to_pair_is_paired_soon(source, translation):
    align(convert(source, PageIndex([])).sections, convert(translation, PageIndex([])).sections)


# Nothing is stored


@pytest.mark.slow
@pytest.mark.parametrize(
    "values",
    [{"order": 10**30}, {"content": "<div>" * 1500 + "x"}, {"path": "/auental/de/\0/"}, {"title": ""}],
    ids=["order", "content", "path", "title"],
)
def test_of_a_refused_file_nothing_is_stored(county, region, state, values):
    before, locales = state(), Locale.objects.count()
    region.change("arbeit", "de", **values)
    with pytest.raises(CommandError, match=r"de\.json, page 4.* Nothing was imported\.$"):
        call_command("import_integreat", *region.files(), county="Neu", verbosity=0)
    assert state() == before
    assert not ImportedPage.objects.exists()
    assert Locale.objects.count() == locales


@pytest.mark.slow
def test_pages_at_the_limits_are_stored(county, region):
    region.change("arbeit", "de", order=MAX_ORDER, title="x" * 255, last_updated="9999-12-31T23:59:59-23:59")
    region.change("arbeit", "de", path="/auental/de/" + "x" * (MAX_PATH_CHARACTERS - 13) + "/")
    parent = "wohnen"
    for number in range(MAX_DEPTH - 1):
        region.add(str(number), parent=parent, de=(f"Ebene {number}", "<p>Text</p>"))
        parent = str(number)
    call_command("import_integreat", *region.files("de"), county=county.title, verbosity=0)
    assert Page.objects.get(title="x" * 255).live
    assert Page.objects.get(title=f"Ebene {MAX_DEPTH - 2}").depth == CountyPage.objects.get().depth + MAX_DEPTH
