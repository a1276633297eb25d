"""Addresses are repaired from the links' text, and lead to pages of the hub where they can."""

import pytest

from home.importer.links import Link, repair
from tests.importer.region import HOUSING

MOVED = "/auental/de/alt/wohnung-suchen/"


@pytest.mark.parametrize(
    ("href", "text", "repaired"),
    [
        ("tel:0151", "0151 15045342", "tel:015115045342"),
        ("tel:+49", "+49 711 761646-40", "tel:+4971176164640"),
        ("tel:%C2%A0071198%20693", "071198 693", "tel:071198693"),
        ("tel::0159%2006356434", "0159 06356434", "tel:015906356434"),
        ("tel:+498002236341", "0800-2236341", "tel:+498002236341"),
        ("tel:110", "110", "tel:110"),
        ("tel:116117", "Bereitschaftsdienst", "tel:116117"),
        ("https://app.example/tel:", " 08001110333 ", "tel:08001110333"),
        ("https://app.example/0719518956", "0719518956", "tel:0719518956"),
        ("https://app.example/mailto:", "info@inaev.example ", "mailto:info@inaev.example"),
        ("https://info@amt.example", "info@amt.example", "mailto:info@amt.example"),
        ("mailto:Pool", "pool@amt.example", "mailto:pool@amt.example"),
        ("mailto:a@%E2%80%8Bamt.example", "a@amt.example", "mailto:a@amt.example"),
        ("mailto:a@amt.example?subject=Termin", "Schreiben Sie", "mailto:a@amt.example?subject=Termin"),
        ("https://amt.example:8445/x/#/y", "Termin", "https://amt.example:8445/x/#/y"),
        ("https://app.example/auental/de/wohnen/", "hier", f"page:{HOUSING}"),
        ("https://App.example/auental/de/wohnen", "hier", f"page:{HOUSING}"),
        ("//app.example/auental/de/wohnen/", "hier", f"page:{HOUSING}"),
        ("https://integreat.app/auental/de/wohnen/", "hier", f"page:{HOUSING}"),
        ("https://andere.example/auental/de/wohnen/", "hier", "https://andere.example/auental/de/wohnen/"),
        ("https://andere.example/auental/de/", "hier", "https://andere.example/auental/de/"),
        ("//cdn.example/x", "hier", "https://cdn.example/x"),
        ("/auental/ar/%D8%A7%D9%84%D8%B3%D9%83%D9%86/", "هنا", f"page:{HOUSING}"),
        ("https://app.example/auental/de/", "Start", "page:"),
        (f"https://app.example{MOVED}", "hier", "page:/auental/de/wohnen/wohnung-suchen/"),
    ],
)
def test_addresses_are_repaired(pages, href, text, repaired):
    assert repair(href, text, pages) == Link(repaired)


@pytest.mark.parametrize(
    ("href", "text", "problem"),
    [
        ("tel:071814829610", "07181482960", "doubtful"),
        ("tel:", "Anrufen", "broken"),
        ("mailto:", "Schreiben", "broken"),
        ("datei.pdf", "Antrag", "broken"),
        ("http://[kaputt", "hier", "broken"),
        ("https:", "hier", "broken"),
        ("https://app.example/auental/de/fort/", "hier", "unknown"),
    ],
)
def test_what_cannot_be_repaired_is_reported(pages, href, text, problem):
    assert repair(href, text, pages).problem == problem
