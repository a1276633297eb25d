"""The API is tried on the stage of the rules."""

from tests.rules.conftest import _no_indexes, county, editing

__all__ = ["_no_indexes", "county", "editing"]
