"""What an article's pages should become, and by which hash a later import recognises it."""

from home.importer.files import Article, Entry
from home.importer.links import PageIndex
from home.importer.plan import plan_article

GERMAN = "<p>Eins <a href='https://a.example/de'>zwei</a></p><h3>Drei</h3><p>Vier</p>"
ENGLISH = "<p>One's <a href='https://a.example/en'>\"two\"</a> <a href='tel:0711 55'>3</a></p><h3>Three</h3><p>Four</p>"
ARABIC = "<p>Only this</p>"


def plans(**html):
    entries = {
        language: Entry(language, f"/auental/{language}/miete/", "", f"Title {language}", content, 0, {})
        for language, content in html.items()
    }
    article = Article("de", entries)
    return plan_article(article, PageIndex([article]), {})


def test_a_translation_follows_its_source_or_has_a_body_of_its_own():
    _source, [english, arabic] = plans(de=GERMAN, en=ENGLISH, ar=ARABIC)
    assert [[string.html for string in block] for block in english.strings] == [
        ['One\'s <a id="a1">"two"</a> 3'],
        ["Three", "Four"],
    ]
    assert english.row.problems == ["takes the source's link: tel:071155"]
    assert not english.row.own_body
    assert arabic.strings is None
    assert arabic.row.own_body


def test_hashes_stay_the_same_from_release_to_release():
    """They are stored: other ones would report every page as changed, and pages edited in the hub as conflicts."""
    source, translations = plans(de=GERMAN, en=ENGLISH, ar=ARABIC)
    assert [plan.content_hash for plan in (source, *translations)] == [
        "956ca4a7b9a8f855589280031069786a1fad080f4022198c2568fae5942abd84",
        "1feb5b940032693a1217015eb1ed92630640c02792e81325dfd3f8620540bf7b",
        "5ea28ff255b7ec5027868ada247fbe02d69c0d205e04603e14b1d07b42772914",
    ]


def test_a_change_of_the_source_changes_the_hash_of_its_translations():
    _source, [before] = plans(de=GERMAN, en=ENGLISH)
    _source, [after] = plans(de=GERMAN.replace("Vier", "Fünf"), en=ENGLISH)
    assert before.content_hash != after.content_hash
