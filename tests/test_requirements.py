"""What is pinned can be installed wherever the hub promises to run."""

from importlib.metadata import distributions

from packaging.specifiers import SpecifierSet

OLDEST_PYTHON = "3.11.0"


def test_every_pinned_package_accepts_the_oldest_python():
    refusing = {
        f"{package.name}=={package.version}"
        for package in distributions()
        if OLDEST_PYTHON not in SpecifierSet(package.metadata["Requires-Python"] or "")
    }
    assert not refusing
