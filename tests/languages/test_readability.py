from hub.readability import readability


def test_lix_is_the_mean_length_of_sentences_and_the_share_of_long_words():
    # Eight words in two sentences; two of them have more than six letters.
    text = readability(["<p>Sie suchen eine Wohnung.</p><p>Fragen Sie einfach uns.</p>"])
    assert text.words_per_sentence == 4
    assert text.lix == 4 + 100 * 2 / 8


def test_divided_words_count_as_their_parts():
    assert readability(["Die Krankenversicherung zahlt."]).long_words == ["Krankenversicherung"]
    assert readability(["Die Kranken·versicherung zahlt."]).long_words == []


def test_long_sentences_are_named_the_longest_first():
    twenty, thirteen = " ".join(["Wort"] * 20) + ".", " ".join(["Wort"] * 13) + "."
    assert readability([f"<ul><li>{thirteen}</li><li>{twenty}</li><li>Kurz.</li></ul>"]).long_sentences == [
        twenty,
        thirteen,
    ]


def test_a_page_without_words_has_no_measure():
    assert readability(["", "<p>112</p>"]).lix is None
