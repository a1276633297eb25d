"""The connection that asks whether a kept answer is true."""

import pytest

from hub.kept import state
from hub.publications.models import Sequence


@pytest.mark.django_db(transaction=True)
def test_the_connection_of_its_own_sees_what_is_committed_and_is_opened_anew():
    sequence = Sequence.current()
    assert state.read("nowhere")[:4] == (sequence.epoch, sequence.value, sequence.tombstones_since, 0)
    Sequence.objects.update(value=sequence.value + 7)
    assert state.read("").value == sequence.value + 7
    state._connection._django.connection.close()
    assert state.read("").value == sequence.value + 7
    assert state.next_end() == float("inf")
    state._connection._close()
