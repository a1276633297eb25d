import pytest
from django.utils.translation import override


@pytest.fixture(autouse=True)
def _english_messages():
    """Let messages be compared as they are written in the code."""
    with override("en"):
        yield
