"""Blocks keep their ids from one import to the next."""

from home.importer.block_ids import text_blocks


def ids(raw):
    return [block["id"] for block in raw]


def test_blocks_keep_their_ids_when_others_come_and_go():
    first = text_blocks(["<p>a</p>", "<h2>B</h2><p>b</p>", "<h2>C</h2>"], [], "page")
    again = text_blocks(["<h2>Neu</h2>", "<p>a</p>", "<h2>B</h2><p>anders</p>", "<h2>C</h2>"], first, "page")
    assert ids(again)[1:] == ids(first)
    assert len(set(ids(again))) == 4
    assert ids(text_blocks([block["value"] for block in again], again, "page")) == ids(again)


def test_equal_blocks_have_ids_of_their_own():
    raw = text_blocks(["<h2>A</h2>", "<h2>A</h2>", "<p>x</p>", "<p>x</p>"], [], "page")
    assert len(set(ids(raw))) == 4


def test_a_block_that_changed_in_its_place_keeps_its_id():
    first = text_blocks(["<p>a</p>", "<h2>B</h2>"], [], "page")
    assert ids(text_blocks(["<p>a</p>", "<h2>Anders</h2><p>c</p>"], first, "page")) == ids(first)
