"""From text to what is compared: folded words, character 4-grams of them, and Elasticsearch's analysis per language.

A word is written `_word_` before it is cut, so that a gram knows where a word begins and ends. Grams find inflected
forms and parts of compounds (Bäckereien, Landratsamt) in every language without a dictionary. Numbers that people write
in several ways are compared as a whole, too (`search.numbers`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain
from typing import Any

from search.numbers import numbers

GRAM_LENGTH = 4
WORD = re.compile(r"[^\W_]+")

# Letters that Unicode does not decompose, and Arabic letters that are written in several ways.
SAME_LETTERS = {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"} | {
    "ٱ": "ا",  # alef wasla; the other alefs lose their mark as letters with an accent do
    "ى": "ي",  # alef maqsura, often written for ya
    "ی": "ي",  # the Persian ya
    "ک": "ك",  # the Persian kaf
    "ة": "ه",  # ta marbuta
    "ـ": "",  # tatweel
    "ґ": "г",
    "·": "",  # divides long words in easy German: Kranken·kasse
    "‧": "",
}
# With the apostrophe of pymorphy3's dictionary.
UKRAINIAN_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
LIKELY = 0.1  # of the guesses for a word that its dictionary lacks
# Inside Ukrainian words, however it is typed: об’єкт. French words end at theirs.
APOSTROPHE = re.compile(r"(?<=[\u0400-\u04ff])['’ʼ‘`´](?=[\u0400-\u04ff])")
# German umlauts on keyboards without them: Aerzte, Muenchen. The e of Frauen and Quelle is none (Snowball's German2).
UMLAUT = re.compile(r"(?<=[ao])e|(?<=(?<![aeiouq])u)e")


class Folding(dict[int, str]):
    """A table for `str.translate` that is filled as characters are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if unicodedata.category(character) in {"Mn", "Cf"}:  # accents, harakat, soft hyphens, joiners
            folded = ""
        elif character.isdecimal():
            folded = str(unicodedata.decimal(character))
        else:
            folded = SAME_LETTERS.get(character, character)
        self[code] = folded
        return folded


FOLDING = Folding()


def fold(text: str) -> str:
    """Return `text` without case, accents, vowel marks and variants of letters: `strasse` for `Straße`."""
    text = APOSTROPHE.sub("", text)
    return UMLAUT.sub("", unicodedata.normalize("NFKD", text).casefold().translate(FOLDING))


def words(text: str) -> list[str]:
    """Return the folded words of `text`, runs of letters and digits, then its phone numbers in one writing."""
    return folded_words(fold(text))


def folded_words(folded: str) -> list[str]:
    """Return the same of a text that is folded already."""
    return WORD.findall(folded) + numbers(folded).phones


def word_grams(word: str) -> list[str]:
    """Return the 4-grams of a folded word: `amt` gives `_amt`, `amt_`. One shorter than a gram gives itself: `_a_`."""
    marked = f"_{word}_"
    return [marked[start : start + GRAM_LENGTH] for start in range(max(1, len(marked) - GRAM_LENGTH + 1))]


def grams(text: str) -> Iterator[str]:
    """Yield the 4-grams of all words of `text`, as often as they occur, and its numbers as a whole (`n_64283`)."""
    folded = fold(text)
    found = numbers(folded)
    for word in chain(WORD.findall(folded), found.phones):
        yield from word_grams(word)
    yield from found.whole


@cache
def ukrainian() -> Any:
    """Return pymorphy3's analyser, loaded when it is first asked for: 0.2 seconds and 30 MB."""
    # Only processes that talk to Elasticsearch need it. It has no types.
    from pymorphy3 import MorphAnalyzer  # type: ignore[import-untyped]

    return MorphAnalyzer(lang="uk")


@lru_cache(maxsize=50_000)
def ukrainian_lemma(word: str) -> str:
    """Return the base forms that a word may have: рік and рок for року. The dictionary knows not which is likely."""
    return " ".join(dict.fromkeys(parse.normal_form for parse in ukrainian().parse(word) if parse.score > LIKELY))


def ukrainian_lemmas(text: str) -> str:
    """Return the base forms of the words of `text`, for which Elasticsearch has no filter: школа for школами."""
    return " ".join(ukrainian_lemma(word) for word in UKRAINIAN_WORD.findall(APOSTROPHE.sub("'", text).lower()))


@dataclass(frozen=True)
class Analysis:
    """How Elasticsearch makes the words of a language comparable: token filters, and what is replaced before.

    The names are its own or from FILTERS. `lemmas` returns the text with base forms, where it has no stemmer.
    """

    filters: Sequence[str]
    replaced: Mapping[str, str] = field(default_factory=dict)
    lemmas: Callable[[str], str] | None = None


# A variant of a language (de-simple) is analysed as the language itself.
ANALYSES = {
    "de": Analysis(["lowercase", "german_normalization", "light_german"], {"·": "", "‧": ""}),
    "en": Analysis(["lowercase", "kstem"]),
    "fr": Analysis(["french_elision", "lowercase", "minimal_french", "asciifolding"]),
    "ar": Analysis(["lowercase", "decimal_digit", "arabic_normalization", "arabic_stem"]),
    "fa": Analysis(
        ["lowercase", "decimal_digit", "arabic_normalization", "persian_normalization", "persian_stem"],
        {"\u200c": r"\u0020"},
    ),
    "tr": Analysis(["apostrophe", "turkish_lowercase", "turkish_stem"]),
    "ru": Analysis(["lowercase", "russian_stem"], {"ё": "е", "Ё": "Е"}),
    "uk": Analysis(["lowercase"], lemmas=ukrainian_lemmas),
}
OTHER = Analysis(["lowercase", "decimal_digit", "arabic_normalization", "asciifolding"])
FILTERS = {
    "light_german": {"type": "stemmer", "language": "light_german"},
    "french_elision": {
        "type": "elision",
        "articles_case": True,
        "articles": ["l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu"],
    },
    "minimal_french": {"type": "stemmer", "language": "minimal_french"},
    "arabic_stem": {"type": "stemmer", "language": "arabic"},
    "persian_stem": {"type": "stemmer", "language": "persian"},
    "turkish_lowercase": {"type": "lowercase", "language": "turkish"},
    "turkish_stem": {"type": "stemmer", "language": "turkish"},
    "russian_stem": {"type": "stemmer", "language": "russian"},
}


def analysis_of(locale: str) -> Analysis:
    return ANALYSES.get(locale.partition("-")[0], OTHER)


def comparable_words(text: str, locale: str) -> str:
    """Return `text` as the analyzer `words` of a language gets it."""
    lemmas = analysis_of(locale).lemmas
    return lemmas(text) if lemmas else text


def elasticsearch_analysis(locale: str) -> dict:
    """Return the `analysis` settings of an index: analyzer `words` for texts, `pairs` for two words of them that
    follow each other, `grams` for texts already folded.

    The grams come from a tokenizer: from a token filter they would share one position, and the query would take them
    for synonyms.
    """
    analysis = analysis_of(locale)
    replaced = [f"{old} => {new}" for old, new in analysis.replaced.items()]
    return {
        "filter": {**FILTERS, "pairs": {"type": "shingle", "output_unigrams": False}},
        "char_filter": {
            "replaced": {"type": "mapping", "mappings": replaced or ["\\u00ad => "]},
            "mark": {"type": "pattern_replace", "pattern": r"([\p{L}\p{N}]+)", "replacement": "_$1_"},
        },
        "tokenizer": {
            "grams": {
                "type": "ngram",
                "min_gram": GRAM_LENGTH,
                "max_gram": GRAM_LENGTH,
                "token_chars": ["letter", "digit", "custom"],
                "custom_token_chars": "_",
            },
        },
        "analyzer": {
            "words": {"tokenizer": "standard", "char_filter": ["replaced"], "filter": list(analysis.filters)},
            "pairs": {"tokenizer": "standard", "char_filter": ["replaced"], "filter": [*analysis.filters, "pairs"]},
            "grams": {"tokenizer": "grams", "char_filter": ["mark"]},
        },
    }
