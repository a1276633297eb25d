"""Welcome packages: their page."""

from directory.packages.models.package import PackagePage

__all__ = ["PackagePage"]
