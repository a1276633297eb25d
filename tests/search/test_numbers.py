"""Phone numbers, paragraphs of laws and postal codes are found first in any writing, by each engine."""

from __future__ import annotations

import pytest

from hub.publications.listsearch import Scope
from search.analysis import fold
from search.numbers import numbers
from search.relevance import relevant
from tests.search.conftest import make_publication

GERMAN = Scope(("de",))


@pytest.mark.parametrize(
    "written",
    [
        "06151 881-2180",
        "06151/8812180",
        "(06151) 881 21 80",
        "+49 6151 8812180",
        "+49 (0)6151 881-2180",
        "004961518812180",
        "0049 6151 881 2180",
        "٠٦١٥١ ٨٨١٢١٨٠",
        "Tel. 06151\u00a0881\u20132180",
    ],
)
def test_a_phone_number_has_one_form(written):
    found = numbers(fold(written))
    assert found.phones == ["4961518812180"]
    assert found.whole == ["n_4961518812180", "n_61518812180", "n_8812180"]


@pytest.mark.parametrize("written", ["8812180", "881-2180", "881 21 80"])
def test_a_number_without_its_area_code_is_part_of_it(written):
    assert numbers(fold(written)).whole == ["n_8812180"]


@pytest.mark.parametrize(
    "written",
    [
        "§ 24",
        "§24 AufenthG",
        "§\u202f24 Abs. 1",
        "Paragraph 24 AufenthG",
        "des Paragrafen 24",
        "Section 24 of the Residence Act",
        "l’article 24",
        "المادة ٢٤",
        "بالفقرة 24 من القانون",
        "ماده ۲۴",
        "24. madde",
        "Madde 24",
        "параграфу 24",
        "статті 24",
    ],
)
def test_a_paragraph_has_one_form(written):
    assert numbers(fold(written)).whole == ["p_24"]


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("§ 16d AufenthG", ["p_16d"]),
        ("§ 16 d AufenthG", ["p_16d"]),
        ("§ 3 u. a.", ["p_3"]),
        ("§§ 24, 25 und 26", ["p_24", "p_25", "p_26"]),
        ("06217 Merseburg", ["n_06217"]),
        ("24 Stunden", []),
        ("am 24. Mai 2027", []),
        ("8 bis 12 Uhr", []),
    ],
)
def test_other_numbers(written, whole):
    assert numbers(fold(written)).whole == whole


@pytest.fixture
def pages(index):
    """Pages that hold a number, and others that hold parts of it often."""
    texts = {
        "phone": "Die Beratungsstelle erreichen Sie mittwochs. " * 20 + "\nTel. 06151 881-2180",
        "section": "Wer aus der Ukraine kommt, erhält Schutz nach § 24 AufenthG. " + "Weitere Worte folgen hier. " * 20,
        "postal code": "Das Amt steht am Platz. " * 20 + "\n64283 Darmstadt",
        "other phones": "06151 881-2181, 06151 881-2182, 06151 21 80, 06151 881-0, 06151 88 12",
        "hours": "24 Stunden, 24 Tage, am 24. Mai, Zimmer 24. Das AufenthG, der Paragraph des AufenthG.",
        "other codes": "64285 Darmstadt, 64289 Darmstadt, 64293 Darmstadt, 06428 Ort",
    }
    pages = {name: make_publication(text, title=name) for name, text in texts.items()}
    return index(*pages.values()), {page.pk: name for name, page in pages.items()}


@pytest.mark.django_db
def test_what_holds_a_number_is_found_first(pages):
    rank, names = pages
    questions = {
        "06151 881-2180": "phone",
        "+49 6151 8812180": "phone",
        "004961518812180": "phone",
        "(06151) 881 21 80": "phone",
        "٠٦١٥١ ٨٨١ ٢١٨٠": "phone",
        "8812180": "phone",
        "§ 24": "section",
        "§24": "section",
        "Paragraph 24 AufenthG": "section",
        "Was ist Paragraph 24?": "section",
        "المادة 24": "section",
        "64283": "postal code",
        "Amt 64283": "postal code",
        "64283 Darmstadt": "postal code",
        "24 Stunden": "hours",
    }
    first = {question: names.get(next(iter(relevant(rank(question, GERMAN))), 0)) for question in questions}
    assert first == questions
