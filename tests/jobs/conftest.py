import pytest

from hub.jobs import kinds, running
from tests.jobs.stage import KIND, WriteTopics


@pytest.fixture
def kind(monkeypatch):
    """The kind of the jobs that `begin` starts."""
    kind = WriteTopics()
    monkeypatch.setitem(kinds._kinds, KIND, kind)
    return kind


@pytest.fixture
def begin(db, kind):
    """Start a job: `begin("eins", number=3, user=editor)`."""

    def begin(subject="eins", number=3, user=None):
        return running.start(KIND, {"number": number, "subject": subject}, subject=subject, user=user)

    return begin
