"""From text to what is compared: folded words, character 4-grams of them, and Elasticsearch's analysis per language.

A word is written `_word_` before it is cut, so that a gram knows where a word begins and ends. Grams find inflected
forms and parts of compounds (Bäckereien, Landratsamt) in every language without a dictionary.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

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
}


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
    return unicodedata.normalize("NFKD", text).casefold().translate(FOLDING)


def words(text: str) -> list[str]:
    """Return the folded words of `text`: runs of letters and digits."""
    return WORD.findall(fold(text))


def word_grams(word: str) -> list[str]:
    """Return the 4-grams of a folded word: `amt` gives `_amt`, `amt_`. One shorter than a gram gives itself: `_a_`."""
    marked = f"_{word}_"
    return [marked[start : start + GRAM_LENGTH] for start in range(max(1, len(marked) - GRAM_LENGTH + 1))]


def grams(text: str) -> Iterator[str]:
    """Yield the 4-grams of all words of `text`, in order and as often as they occur."""
    for word in words(text):
        yield from word_grams(word)


# How Elasticsearch makes words comparable: names of token filters, its own or from FILTERS. A variant of a language
# (de-simple) is analysed as the language itself.
ANALYSES: dict[str, list[str]] = {
    "de": ["lowercase", "german_normalization", "light_german"],
    "en": ["lowercase", "kstem"],
    "ar": ["lowercase", "decimal_digit", "arabic_normalization", "arabic_stem"],
}
DEFAULT_ANALYSIS = ["lowercase", "decimal_digit", "arabic_normalization", "asciifolding"]
FILTERS = {
    "light_german": {"type": "stemmer", "language": "light_german"},
    "arabic_stem": {"type": "stemmer", "language": "arabic"},
}


def elasticsearch_analysis(locale: str) -> dict:
    """Return the `analysis` settings of an index: analyzer `words` for texts, `grams` for texts already folded.

    The grams come from a tokenizer: from a token filter they would share one position, and the query would take them
    for synonyms.
    """
    return {
        "filter": FILTERS,
        "char_filter": {
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
            "words": {"tokenizer": "standard", "filter": ANALYSES.get(locale.split("-")[0], DEFAULT_ANALYSIS)},
            "grams": {"tokenizer": "grams", "char_filter": ["mark"]},
        },
    }
