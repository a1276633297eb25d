"""What the witnesses say becomes one order."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from search.ranking import Scores, combined, parts, standard

NOTHING = [np.nan] * 3


def scores(own=(True, True, True), words=(0, 0, 0), meaning=NOTHING, across=NOTHING, table=NOTHING) -> Scores:
    return Scores(np.array(own, bool), *(np.array(values, float) for values in (words, meaning, across, table)))


def order(values: Scores) -> list[int]:
    return np.argsort(-combined(values)).tolist()


def test_words_alone_decide_where_nobody_else_says_anything():
    assert order(scores(words=(1, 3, 2))) == [1, 2, 0]


def test_witnesses_are_compared_by_how_far_they_lift_a_page_out_of_the_others():
    assert order(scores(words=(100, 101, 100), meaning=(0.9, 0.8, 0.7))) == [0, 1, 2]


def test_a_page_without_vectors_is_taken_for_one_of_middling_likeness():
    assert order(scores(words=(1, 1, 1), meaning=(0.9, np.nan, 0.7))) == [0, 1, 2]


def test_what_all_pages_have_decides_between_languages():
    values = scores(own=(False, True, True), words=(0, 9, 1), across=(0.5, 0.2, 0.1))
    assert order(values) == [0, 1, 2]


def test_in_the_questions_language_words_decide_among_the_pages_that_have_them():
    values = scores(own=(False, True, True), words=(0, 1, 9), across=(0.1, 0.5, 0.5))
    assert order(values) == [2, 1, 0]


def test_one_candidate_and_none_have_scores():
    one = Scores(np.array([True]), *(np.array([value]) for value in (2.0, 0.5, np.nan, np.nan)))
    assert combined(one).tolist() == [0]
    assert combined(Scores(*(np.empty(0, kind) for kind in (bool, float, float, float, float)))).size == 0


def test_equal_values_tell_nothing():
    assert standard(np.array([2.0, 2.0, np.nan])).tolist() == [0, 0, 0]


@pytest.mark.parametrize(("known", "first"), [(1, 1), (0.3, 0), (0, 0)])
def test_a_word_table_counts_little_where_it_knows_little_of_the_question(known, first):
    values = scores(own=[False] * 4, words=[0] * 4, meaning=[np.nan] * 4, across=(4, 3, 1, 0), table=(0, 9, 1, 1))
    assert order(replace(values, known=known))[0] == first


def different(own: list[bool]) -> Scores:
    return Scores(
        own=np.array(own),
        words=np.array([3.0, 1, 2]),
        meaning=np.array([0.9, 0.8, np.nan]),
        across=np.array([0.2, 0.1, 0.3]),
        table=np.array([1.0, np.nan, 2]),
    )


@pytest.mark.parametrize("own", [[True, True, True], [False, False, False]])
def test_among_pages_of_one_sort_the_score_is_the_sum_of_its_parts(own):
    said = different(own)
    assert combined(said) == pytest.approx(sum(parts(said).values()))


def test_pages_in_the_language_of_the_question_keep_their_order_among_others():
    said = different([True, True, False])
    first, second, foreign = combined(said)
    summed = sum(parts(said).values())
    assert summed[0] > summed[1]
    assert first > second
    assert foreign == pytest.approx(summed[2])


def test_words_and_meaning_add_nothing_to_a_page_in_another_language():
    said = parts(different([True, True, False]))
    assert (said["words"][2], said["meaning"][2]) == (0, 0)
