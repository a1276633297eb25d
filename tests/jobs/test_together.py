"""Two workers at the same job, each with a connection of its own."""

import pytest

from hub.jobs.models import Job
from hub.jobs.running import run_step
from tests.jobs.stage import written
from tests.rules.threads import interleaved


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_a_worker_that_was_overtaken_in_the_middle_of_a_step_is_not_repeated(begin):
    """The second one comes without a lease while the first one's step is not committed."""
    begin()
    run_step()
    outcomes = []
    assert interleaved(run_step, lambda: outcomes.append(run_step())) == []
    assert outcomes == [False]
    assert written() == ["eins-0"]
    assert Job.objects.get().done == 1
