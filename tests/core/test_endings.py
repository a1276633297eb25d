"""Parts of documents that end."""

from datetime import UTC, datetime

import pytest

from hub.representation.endings import first_end, without_all, without_ended

DOCUMENT = {
    "title": "Amt",
    "staff": [
        {"name": "A", "photo": {"src": "a"}, "visible_until": {"name": "2031-01-01T00:00:00+01:00", "photo": None}},
        {"name": "B", "visible_until": {"item": "2032-01-01T00:00:00+00:00"}},
    ],
    "head": {"title": "Leitung", "visible_until": {"item": "2030-01-01T00:00:00+00:00"}},
}


@pytest.mark.parametrize(
    ("moment", "names", "head"),
    [
        (datetime(2029, 12, 31, 23, 59, 59, tzinfo=UTC), ["A", "B"], "Leitung"),
        (datetime(2030, 1, 1, tzinfo=UTC), ["A", "B"], None),
        (datetime(2030, 12, 31, 22, 59, 59, tzinfo=UTC), ["A", "B"], None),
        (datetime(2030, 12, 31, 23, tzinfo=UTC), ["", "B"], None),
        (datetime(2032, 1, 1, tzinfo=UTC), [""], None),
    ],
)
def test_a_part_is_gone_in_the_second_in_which_it_ends(moment, names, head):
    shown = without_ended(DOCUMENT, moment)
    assert [person["name"] for person in shown["staff"]] == names
    assert (shown["head"] and shown["head"]["title"]) == head
    assert shown["staff"][0]["photo"] == {"src": "a"}, "it does not end by itself"


def test_nothing_that_may_end_is_left_for_indexes():
    assert without_all(DOCUMENT) == {
        "title": "Amt",
        "staff": [{"name": "", "photo": None, "visible_until": {}}],
        "head": None,
    }


def test_a_block_goes_with_its_value():
    cards = [
        {"type": "item", "id": "1", "value": {"title": "Amt", "visible_until": {"item": "2030-01-01T00:00:00+00:00"}}}
    ]
    body = [{"type": "cards", "id": "2", "value": {"title": "Mehr", "cards": cards}}]
    [shown] = without_ended(body, datetime(2030, 1, 1, tzinfo=UTC))
    assert shown["value"] == {"title": "Mehr", "cards": []}


def test_the_first_end_is_known():
    assert first_end(DOCUMENT) == datetime(2030, 1, 1, tzinfo=UTC)
    assert first_end({"title": "Amt", "visible_until": "Montag"}) is None
