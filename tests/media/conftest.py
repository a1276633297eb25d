"""Pages of a county, as in the rules."""

from tests.rules.conftest import county, editing  # noqa: F401 - fixtures
